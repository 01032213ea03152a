import type { Cell } from "@/lib/platform/spreadsheet/book";
import type { FieldKey } from "./fields";
import type { Grid } from "@/lib/platform/spreadsheet/grid";
import { type Column, type Header, repeats } from "./header";
import { labels } from "./labels";
import type { Block, Mismatch, PersonRow, Skipped } from "./layout";
import { bare, kindAbove, kindOf, readBlockTitle, type SkippedKind, statedTotal } from "./lines";

export type SortedRows = { people: PersonRow[]; blocks: Block[]; skipped: Skipped[]; mismatches: Mismatch[] };

/** These belong to one person; a merge over several rows does not make them anybody else's. */
const OWN: readonly FieldKey[] = ["name", "idNumber", "mobile", "delegateNo"];

/** Walks a sheet once from top to bottom and tells people from everything else. */
export function sortRows(grid: Grid, header: Header, known: ReadonlySet<string>): SortedRows {
  const sorter = new Sorter(grid, header, known);
  for (const row of grid.sheet.rows) sorter.take(row.number);
  return sorter.result();
}

class Sorter {
  private readonly sorted: SortedRows = { people: [], blocks: [], skipped: [], mismatches: [] };
  private readonly fields: Array<Column & { field: FieldKey }>;
  private block: Block | null = null;
  private before = 0;
  private lastKind: SkippedKind | null = null;

  constructor(private readonly grid: Grid, private readonly header: Header, private readonly known: ReadonlySet<string>) {
    this.fields = header.columns.filter((c): c is Column & { field: FieldKey } => c.field !== null);
  }

  take(row: number): void {
    if (row > this.before + 1) this.skip(this.before + 1, "blank", [], row - this.before - 1);
    this.before = row;
    const texts = this.textsOf(row);
    const title = readBlockTitle(texts, this.known);
    if (title) return this.openBlock(row, texts, title);
    const kind = this.kindAt(row, texts);
    this.lastKind = kind;
    if (kind === null) return this.keep(row);
    if (kind === "total") this.compareTotal(row, texts);
    this.skip(row, kind, texts);
  }

  result(): SortedRows {
    const { blocks, mismatches } = this.sorted;
    for (const block of blocks) {
      if (block.stated !== null && block.stated !== block.actual) mismatches.push(this.mismatch(block.titleRow, block.delegation, block.stated, block.actual, labels.blockTitle(block.delegation)));
    }
    return this.sorted;
  }

  private kindAt(row: number, texts: string[]): SkippedKind | null {
    const { header } = this;
    if (row >= header.row && row <= header.lastRow) return "header";
    if (row < header.row) return this.reachesHeader(row) ? "header" : kindAbove(texts);
    if (repeats(this.grid, row, header)) return "header";
    const fields: Partial<Record<FieldKey, string>> = {};
    for (const { index, field } of this.fields) {
      const text = this.grid.own(row, index)?.text;
      if (text !== undefined) fields[field] = text;
    }
    return kindOf({ texts, fields, underHeader: this.sorted.people.length === 0, afterNote: this.lastKind === "note" });
  }

  private openBlock(row: number, texts: string[], title: { delegation: string; stated: number | null }): void {
    this.block = { ...title, titleRow: row, actual: 0 };
    this.sorted.blocks.push(this.block);
    this.skip(row, "blockTitle", texts);
    this.lastKind = "blockTitle";
  }

  private keep(row: number): void {
    const cells: Partial<Record<FieldKey, Cell>> = {};
    for (const { index, field } of this.fields) {
      const cell = OWN.includes(field) ? this.grid.own(row, index) : this.grid.seenDown(row, index);
      if (cell) cells[field] = cell;
    }
    this.sorted.people.push({ sheet: this.grid.sheet.name, row, cells, block: this.block?.delegation ?? null });
    if (this.block) this.block.actual += 1;
  }

  private skip(row: number, kind: SkippedKind, texts: string[], rows = 1): void {
    this.sorted.skipped.push({ row, kind, text: texts.join(" ").replace(/\s+/g, " ").trim().slice(0, 120), rows });
  }

  private compareTotal(row: number, texts: string[]): void {
    const stated = statedTotal(texts);
    const part = /^小计/.test(bare(texts[0] ?? "")) ? this.block : null;
    const actual = part ? part.actual : this.sorted.people.length;
    if (stated !== null && stated !== actual) this.sorted.mismatches.push(this.mismatch(row, part?.delegation ?? labels.total, stated, actual));
  }

  private mismatch(row: number, label: string, stated: number, actual: number, said = label): Mismatch {
    return { sheet: this.grid.sheet.name, row, label, stated, actual, message: labels.mismatch(said, stated, actual) };
  }

  /** The upper half of a header whose 姓名 stands in the lower half. */
  private reachesHeader(row: number): boolean {
    return this.grid.sheet.merges.some((m) => m.top === row && m.bottom >= this.header.row);
  }

  private textsOf(row: number): string[] {
    return (this.grid.row(row)?.cells ?? []).flatMap((cell) => (cell && cell.text.trim() !== "" ? [cell.text.slice(0, 200)] : []));
  }
}
