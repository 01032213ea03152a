import type { Book, Cell, Sheet } from "@/lib/platform/spreadsheet/book";
import { blankRule, type BlankRule } from "./blanks";
import { type FieldKey, isRunningNumber } from "./fields";
import { Grid } from "@/lib/platform/spreadsheet/grid";
import { applyMapping, type Column, findHeader, type Header, type Mapping } from "./header";
import type { SkippedKind } from "./lines";
import { labels } from "./labels";
import { sortRows } from "./rows";

export type Block = { delegation: string; titleRow: number; stated: number | null; actual: number };

/** `rows` is the number of sheet rows it stands for: more than one only for a stretch of blank rows. */
export type Skipped = { row: number; kind: SkippedKind; text: string; rows: number };

/** A row that names a person: its cells by field, merged cells resolved, and the delegation it stands under. */
export type PersonRow = { sheet: string; row: number; cells: Partial<Record<FieldKey, Cell>>; block: string | null };

export type SheetLayout = {
  name: string;
  headerRow: number;
  lastHeaderRow: number;
  columns: Column[];
  blocks: Block[];
  skipped: Skipped[];
  /** Taken from the sheet's name when no column and no block says it. */
  delegation: string | null;
  blank: BlankRule;
};

export type SheetReading = SheetLayout & { people: PersonRow[] };

export type Mismatch = { sheet: string; row: number; label: string; stated: number; actual: number; message: string };

export type RosterLayout<S extends SheetLayout = SheetLayout> = {
  sheets: S[];
  notImported: Array<{ name: string; why: string }>;
  hidden: { rows: Array<{ sheet: string; row: number }>; columns: Array<{ sheet: string; letter: string; header: string }> };
  unmapped: Array<{ sheet: string; letter: string; header: string }>;
  mismatches: Mismatch[];
};

/**
 * Finds out what a workbook says without reading any value: which sheets are rosters, where their headers are, which
 * rows are people and which are titles, totals, notes. `delegations` are names already known to the term.
 */
export function readLayout(book: Book, delegations: readonly string[] = [], mapping: Mapping = {}): RosterLayout<SheetReading> {
  const known = new Set(delegations);
  const candidates = book.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    return { sheet, grid, header: sheet.state === "visible" ? findHeader(grid) : null };
  });
  const complete = candidates.filter((c) => c.header?.columns.some((column) => column.field === "birthMonth"));
  const chosen = complete.length > 0 ? complete : candidates.filter((c) => c.header).slice(0, 1);
  const mismatches: Mismatch[] = [];
  const sheets = chosen.flatMap(({ sheet, grid, header }) => (header ? [layOut(sheet, grid, header, known, mapping, mismatches)] : []));
  return {
    sheets,
    notImported: candidates.filter((c) => !chosen.includes(c)).map((c) => ({ name: c.sheet.name, why: whyNot(c.sheet, c.header) })),
    hidden: {
      rows: chosen.flatMap(({ sheet }) => hiddenPeople(sheet, sheets)),
      columns: chosen.flatMap(({ sheet }) => hiddenColumns(sheet, sheets)),
    },
    unmapped: sheets.flatMap(({ name, columns }) => columns.filter((c) => !c.field && !isRunningNumber(c.header)).map((c) => ({ sheet: name, letter: c.letter, header: c.header }))),
    mismatches,
  };
}

function layOut(sheet: Sheet, grid: Grid, header: Header, known: ReadonlySet<string>, mapping: Mapping, mismatches: Mismatch[]): SheetReading {
  const mapped = { ...header, columns: applyMapping(sheet.name, header.columns, mapping) };
  const sorted = sortRows(grid, mapped, known);
  mismatches.push(...sorted.mismatches);
  const title = sheet.name.normalize("NFKC").replace(/\s/g, "");
  return {
    name: sheet.name,
    headerRow: header.row,
    lastHeaderRow: header.lastRow,
    columns: mapped.columns,
    blocks: sorted.blocks,
    skipped: sorted.skipped,
    people: sorted.people,
    delegation: title.endsWith("代表团") || known.has(title) ? title : null,
    blank: blankRule(sheet, sorted.people),
  };
}

function whyNot(sheet: Sheet, header: Header | null): string {
  if (sheet.state === "hidden") return labels.hiddenSheet;
  if (sheet.rows.length === 0) return labels.emptySheet;
  return header ? labels.otherSheet : labels.noHeader;
}

function hiddenPeople(sheet: Sheet, layouts: SheetReading[]): Array<{ sheet: string; row: number }> {
  const people = new Set(layouts.find((l) => l.name === sheet.name)?.people.map((p) => p.row));
  return sheet.rows.filter((row) => row.hidden && people.has(row.number)).map((row) => ({ sheet: sheet.name, row: row.number }));
}

function hiddenColumns(sheet: Sheet, layouts: SheetLayout[]): Array<{ sheet: string; letter: string; header: string }> {
  const columns = layouts.find((l) => l.name === sheet.name)?.columns ?? [];
  return columns.filter((c) => sheet.hiddenColumns.includes(c.index)).map((c) => ({ sheet: sheet.name, letter: c.letter, header: c.header }));
}
