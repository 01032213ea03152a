// Sign-in sheets as the offices keep them: a title, a line with the time, a header with one column per half-day, the
// delegation merged over its people, a legend at the foot. One workbook may hold the sheets of several trainings.
import { plainName } from "@/lib/platform/chinese/name";
import { formatInstant } from "@/lib/platform/clock";
import { columnLetter, type Book, type Sheet } from "@/lib/platform/spreadsheet/book";
import { Grid } from "@/lib/platform/spreadsheet/grid";
import { bareHeader, bareWord } from "@/lib/platform/spreadsheet/words";
import { refusals } from "./import-labels";

/** `key` is "4-16上午". */
type Column = { column: number; key: string; label: string };
export type SheetRow = { row: number; name: string; delegation: string; /** By column. */ marks: Record<number, string> };
type Found = { sheet: string; year: number | null; nameColumn: number; columns: Column[]; rows: SheetRow[] };

/** The sheet of one activity: its columns by session, what of it belongs to no session, and its rows. */
export type MarkSheet = { sheet: string; nameColumn: number; sessions: { column: number; sessionId: string }[]; unread: string[]; missing: number[]; rows: SheetRow[] };

const HEADER_WITHIN = 20;
const HALF_DAY = /^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日(上午|下午|晚上)$/;
const NAMES = ["姓名", "代表姓名", "党代表姓名"];
const DELEGATIONS = ["代表团", "所在代表团", "所属代表团"];

export const cellAt = (column: number, row: number): string => `${columnLetter(column)}${row}`;

function yearIn(sheet: Sheet, above: number): number | null {
  const text = sheet.rows.filter((r) => r.number < above).flatMap((r) => r.cells.map((cell) => cell?.text ?? "")).join("\n");
  const year = /(\d{4})年\d{1,2}月/.exec(text)?.[1] ?? /(\d{4})年/.exec(text)?.[1];
  return year ? Number(year) : null;
}

function readOne(sheet: Sheet): Found | null {
  const grid = new Grid(sheet);
  for (const header of sheet.rows.slice(0, HEADER_WITHIN)) {
    const words = header.cells.map((cell) => (cell ? bareWord(cell.text) : ""));
    const place = (of: string[]) => words.findIndex((word) => of.includes(bareHeader(word)));
    const columns = words.flatMap((word, column): Column[] => {
      const [, month, day, half] = HALF_DAY.exec(word) ?? [];
      return half ? [{ column, key: `${Number(month)}-${Number(day)}${half}`, label: word }] : [];
    });
    const [nameColumn, delegationColumn] = [place(NAMES), place(DELEGATIONS)];
    if (nameColumn < 0 || columns.length === 0) continue;
    const text = (row: number, column: number) => (column < 0 ? "" : (grid.seenDown(row, column)?.text.trim() ?? ""));
    const rows = sheet.rows.filter((r) => r.number > header.number).map(({ number: row }) => ({
      row, name: plainName(text(row, nameColumn)), delegation: plainName(text(row, delegationColumn)),
      marks: Object.fromEntries(columns.map(({ column }) => [column, bareWord(text(row, column))] as const).filter(([, mark]) => mark !== "")),
    }));
    const heads = (row: SheetRow) => NAMES.includes(row.name);
    return { sheet: sheet.name, year: yearIn(sheet, header.number), nameColumn, columns, rows: rows.filter((row) => !heads(row) && (row.name !== "" || Object.keys(row.marks).length > 0)) };
  }
  return null;
}

/** The half-day of a session in Shanghai, as sheets head their columns. */
function keyOf(startsAt: Date): string {
  const text = formatInstant(startsAt);
  const hour = Number(text.slice(11, 13));
  return `${Number(text.slice(5, 7))}-${Number(text.slice(8, 10))}${hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上"}`;
}

type Session = { id: string; position: number; startsAt: Date };

/** The sheet whose half-days are those of the activity. Refused: no sign-in sheet, none of these days or of this year, two sessions in one half-day, two sheets that fit alike. */
export function readMarkSheet(book: Book, sessions: readonly Session[]): MarkSheet | { refused: string } {
  const found = book.sheets.filter((s) => s.state === "visible").flatMap((s) => readOne(s) ?? []);
  if (found.length === 0) return { refused: refusals.noHeader };
  const byKey = new Map(sessions.map((s) => [keyOf(s.startsAt), s]));
  if (byKey.size < sessions.length) return { refused: refusals.twoInHalfDay };
  const years = new Set(sessions.map((s) => Number(formatInstant(s.startsAt).slice(0, 4))));
  const fitting = found.filter(({ year }) => year === null || years.has(year)).map((of) => ({ of, sessions: of.columns.flatMap(({ column, key }) => { const s = byKey.get(key); return s ? [{ column, sessionId: s.id }] : []; }) })).filter((f) => f.sessions.length > 0);
  const most = Math.max(0, ...fitting.map((f) => f.sessions.length));
  const [best, rival] = fitting.filter((f) => f.sessions.length === most);
  if (!best) return { refused: refusals.otherDays(found.map((f) => `“${f.sheet}”${f.year ?? ""}${f.year ? "年" : ""}${f.columns[0]?.label ?? ""}起`).join("、")) };
  if (rival) return { refused: refusals.twoSheets(best.of.sheet, rival.of.sheet) };
  if (new Set(best.sessions.map((s) => s.sessionId)).size < best.sessions.length) return { refused: refusals.twoColumns };
  const read = new Set(best.sessions.map((s) => s.column));
  const covered = new Set(best.sessions.map((s) => s.sessionId));
  return {
    sheet: best.of.sheet, nameColumn: best.of.nameColumn, sessions: best.sessions, rows: best.of.rows,
    unread: best.of.columns.filter(({ column }) => !read.has(column)).map(({ label }) => label), missing: sessions.filter((s) => !covered.has(s.id)).map((s) => s.position),
  };
}
