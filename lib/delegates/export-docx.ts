import "server-only";
import { displayName } from "@/lib/platform/chinese/name";
import { edges, lines, paperBytes, table, twips } from "@/lib/platform/documents/paper";
import { Refusal } from "@/lib/platform/errors";
import type { ExportKey } from "./export-columns";
import type { Sheet } from "./export-file";
import { refusals } from "./labels";

/** What one sheet of paper and one document bear. */
export const PAPER = { heads: 1000, columns: 16 };

const ACROSS = twips(297 - 24);

const centred: ExportKey[] = ["delegateNo", "name", "sex", "ethnicity", "birthMonth", "joinedPartyOn", "workStartedOn", "idNumber", "mobile", "electedOn", "electionKind", "status", "education", "degree"];

/** Han characters are one wide, letters and figures little more than half, with the gap between the two kinds. */
const ems = (text: string): number => [...text].reduce((sum, char) => sum + (/[\u0000-\u024f·*]/.test(char) ? 0.65 : 1), 0);

/** Columns up to this many characters keep on one line; longer ones share out the rest of the sheet. */
const SHORT = 8;
const LONGEST = 16;

/** Widths in twips that fill the sheet, each by the longest text of its column. */
export function widthsOf(rows: readonly string[][], points: number): number[] {
  const em = points * 20;
  const needs = (rows[0] ?? []).map((_, at) => rows.reduce((most, cells) => Math.max(most, Math.min(LONGEST, ems(cells[at] ?? "") + 1)), 0));
  const long = needs.filter((need) => need > SHORT);
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
  const left = ACROSS / em - (sum(needs) - sum(long));
  const fits = long.length > 0 && left / long.length >= 4;
  return needs.map((need) => Math.floor(em * (fits ? (need > SHORT ? (left * need) / sum(long) : need) : (need * (ACROSS / em)) / sum(needs))));
}

/** Refuses a list that a paper cannot bear, before anything is recorded or read. */
export function refuseUnprintable(heads: number, columns: number): void {
  if (columns > PAPER.columns) throw new Refusal(refusals.exportWide(columns, PAPER.columns));
  if (heads > PAPER.heads) throw new Refusal(refusals.exportLong(heads, PAPER.heads));
}

export type PaperSheet = Omit<Sheet, "columns"> & { columns: { key: ExportKey; name: string }[]; /** In what order the rows stand, in words. */ order: string };

/** The list as a paper to file: A4 landscape, the head on every sheet, names of two characters set wide. */
export async function docxBytes({ title, office, date, heads, columns, rows: batches, order }: PaperSheet): Promise<Uint8Array<ArrayBuffer>> {
  const keys = columns.map((c) => c.key);
  const points = keys.length > 12 ? 9 : 10.5;
  const people: string[][] = [];
  for await (const batch of batches) people.push(...batch);
  const words = [["序号", ...columns.map((c) => c.name)], ...people.map((cells, i) => [String(i + 1), ...cells.map((text, at) => (keys[at] === "name" ? displayName(text) : text))])];
  const alignOf = (at: number) => (at === 0 || centred.includes(keys[at - 1] as ExportKey) ? ("center" as const) : ("left" as const));
  const rows = words.map((cells, i) => ({
    head: i === 0, height: i === 0 ? 480 : 400,
    cells: cells.map((text, at) => (i === 0 ? { text, font: "head" as const, points, align: "center" as const } : { text, points, align: alignOf(at) })),
  }));
  return paperBytes({
    title, office, landscape: true, numbered: true, margins: [16, 12, 15, 12],
    children: [
      ...lines(title, { font: "title", points: 22, align: "center", after: 60 }),
      ...lines(`（按${order}为序，共 ${heads} 人）`, { font: "body", points: 14, align: "center", after: 120 }),
      edges(`填报单位：${office}`, `填报日期：${date}`, ACROSS, { font: "body", points: 12, after: 60 }),
      table(widthsOf(words, points), rows),
    ],
  });
}
