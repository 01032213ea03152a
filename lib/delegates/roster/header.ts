import { columnLetter } from "@/lib/platform/spreadsheet/book";
import { type FieldKey, fieldOfHeader, isFieldKey } from "./fields";
import type { Grid } from "@/lib/platform/spreadsheet/grid";
import { bareHeader } from "@/lib/platform/spreadsheet/words";

export type Column = { index: number; letter: string; header: string; field: FieldKey | null };

export type Header = { row: number; lastRow: number; columns: Column[] };

/** `${sheet name}:${column letter}` -> the field the user chose, or "ignore". */
export type Mapping = Record<string, FieldKey | "ignore">;

/** The first row (or pair of rows) that names a person and at least one more field, wherever it stands. */
export function findHeader(grid: Grid): Header | null {
  for (const { number } of grid.sheet.rows) {
    const header = headerAt(grid, number);
    if (header) return header;
  }
  return null;
}

/** Whether a row below the header is the same header again; the second row of a two-row header counts too. */
export function repeats(grid: Grid, row: number, header: Header): boolean {
  const name = header.columns.find((c) => c.field === "name");
  const under = name && grid.own(row, name.index)?.text;
  if (name && under) return bareHeader(under) === bareHeader(name.header) && headersIn(grid, row, header).known >= 2;
  if (header.lastRow === header.row) return false;
  const { known, all } = headersIn(grid, row, header);
  return known >= 1 && known === all && repeats(grid, row - 1, { ...header, lastRow: header.row });
}

function headersIn(grid: Grid, row: number, header: Header): { known: number; all: number } {
  const texts = header.columns.flatMap((c) => grid.own(row, c.index)?.text ?? []);
  return { known: texts.filter((text) => fieldOfHeader(text)).length, all: texts.length };
}

/** Lays the user's choices over the columns found; a field chosen for one column is taken from any other. */
export function applyMapping(sheet: string, columns: Column[], mapping: Mapping): Column[] {
  const chosen = new Map(columns.flatMap((c) => {
    const choice = mapping[`${sheet}:${c.letter}`];
    return choice === "ignore" || (choice && isFieldKey(choice)) ? [[c.index, choice] as const] : [];
  }));
  const taken = new Set(chosen.values());
  return columns.map((c) => {
    const choice = chosen.get(c.index);
    if (choice) return { ...c, field: choice === "ignore" ? null : choice };
    return c.field && taken.has(c.field) ? { ...c, field: null } : c;
  });
}

function headerAt(grid: Grid, row: number): Header | null {
  const top = columnsOf(grid, row, row);
  const two = grid.row(row + 1) ? columnsOf(grid, row, row + 1) : [];
  const twoRows = named(two) && secondRowBelongs(grid, row, two);
  const columns = twoRows ? two : top;
  return named(columns) ? { row, lastRow: twoRows ? row + 1 : row, columns: single(columns) } : null;
}

function named(columns: Candidate[]): boolean {
  return columns.some((c) => c.field === "name") && new Set(columns.flatMap((c) => c.field ?? [])).size >= 2;
}

/** A second header row leaves the place under 姓名 empty (or merged) and holds headers elsewhere. */
function secondRowBelongs(grid: Grid, row: number, columns: Candidate[]): boolean {
  const name = columns.find((c) => c.field === "name");
  if (!name || !fieldOfHeader(grid.seen(row, name.index)?.text ?? "") || grid.own(row + 1, name.index)) return false;
  const own = columns.filter((c) => grid.own(row + 1, c.index));
  return own.length > 0 && own.some((c) => c.field !== null) && own.every((c) => grid.own(row + 1, c.index)?.type === "text");
}

type Candidate = Column & { order: number };

function columnsOf(grid: Grid, topRow: number, bottomRow: number): Candidate[] {
  const width = Math.max(grid.row(topRow)?.cells.length ?? 0, grid.row(bottomRow)?.cells.length ?? 0);
  return Array.from({ length: width }, (_, index) => {
    const top = grid.seen(topRow, index)?.text ?? "";
    const bottom = bottomRow > topRow ? (grid.seen(bottomRow, index)?.text ?? "") : "";
    const header = headerText(top, bottom);
    const field = fieldOfHeader(header);
    return { index, letter: columnLetter(index), header, field: field?.key ?? null, order: field?.order ?? 0 };
  }).filter((c) => c.header !== "");
}

function headerText(top: string, bottom: string): string {
  if (bottom === "" || bottom === top) return top;
  if (fieldOfHeader(bottom)) return bottom;
  return top + bottom;
}

/** One column per field: the one whose header says it most plainly, then the leftmost. */
function single(columns: Candidate[]): Column[] {
  const best = new Map<FieldKey, Candidate>();
  for (const column of columns) {
    const rival = column.field && best.get(column.field);
    if (column.field && (!rival || column.order < rival.order)) best.set(column.field, column);
  }
  return columns.map(({ index, letter, header, field }) => ({ index, letter, header, field: field && best.get(field)?.index === index ? field : null }));
}
