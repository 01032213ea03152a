import { type Cell, type Limits, LONGEST_CELL, type Merge, readReference, type Row, type Sheet } from "./book";
import { dateOfSerial, numberCell } from "./dates";
import { FileRefused, refusals } from "./refusals";
import { type Attributes, unescapeText, walkXml } from "./xml";

export type SheetContext = { strings: string[]; dateStyles: boolean[]; date1904: boolean; limits: Limits };

type OpenCell = { column: number; type: string; style: number; formula: boolean; value: string | null; inline: string };

const NO_RESULT = "（公式没有结果）";

/** Reads one sheet part. Styled cells without a value cost a tag each and leave nothing behind. */
export function readSheet(part: Buffer, context: SheetContext): Omit<Sheet, "name" | "state"> {
  const walker = new SheetWalker(context);
  walkXml(part, walker);
  return { rows: walker.rows, hiddenColumns: walker.usedHiddenColumns(), merges: walker.usedMerges() };
}

class SheetWalker {
  readonly rows: Row[] = [];
  private readonly merges: Merge[] = [];
  private readonly hidden: Array<[number, number]> = [];
  private row: Row = { number: 0, hidden: false, cells: [] };
  private nextColumn = 0;
  private cell: OpenCell | null = null;
  private reading: "value" | "inline" | null = null;
  private phonetic = false;

  constructor(private readonly context: SheetContext) {}

  open(tag: string, attributes: Attributes): void {
    if (tag === "c") this.openCell(attributes);
    else if (tag === "v" && this.cell) this.startValue(this.cell);
    else if (tag === "f" && this.cell) this.cell.formula = true;
    else if (tag === "t" && this.cell && !this.phonetic) this.reading = "inline";
    else if (tag === "rPh") this.phonetic = true;
    else if (tag === "row") this.openRow(attributes);
    else if (tag === "col") this.openColumn(attributes);
    else if (tag === "mergeCell") this.openMerge(attributes["ref"] ?? "");
  }

  text(piece: string): void {
    if (!this.cell || !this.reading) return;
    if (this.reading === "value") this.cell.value += piece;
    else this.cell.inline += piece;
  }

  close(tag: string): void {
    if (tag === "c") this.closeCell();
    else if (tag === "v" || tag === "t") this.reading = null;
    else if (tag === "rPh") this.phonetic = false;
    else if (tag === "row" && this.row.cells.length > 0) this.keepRow();
  }

  usedHiddenColumns(): number[] {
    const used = this.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    return Array.from({ length: used }, (_, i) => i).filter((i) => this.hidden.some(([from, to]) => i >= from && i <= to));
  }

  usedMerges(): Merge[] {
    const last = this.rows.at(-1)?.number ?? 0;
    return this.merges.filter((m) => m.top <= last).map((m) => ({ ...m, bottom: Math.min(m.bottom, last), right: Math.min(m.right, this.context.limits.columns) }));
  }

  private openRow(attributes: Attributes): void {
    const hidden = isOn(attributes["hidden"]) || Number(attributes["ht"] ?? 1) === 0;
    this.row = { number: Number(attributes["r"] ?? this.row.number + 1), hidden, cells: [] };
    this.nextColumn = 0;
  }

  private openColumn(attributes: Attributes): void {
    if (!isOn(attributes["hidden"]) && Number(attributes["width"] ?? 1) !== 0) return;
    this.hidden.push([Number(attributes["min"]) - 1, Number(attributes["max"]) - 1]);
  }

  private openMerge(ref: string): void {
    const [from = "", to = from] = ref.split(":");
    const start = readReference(from);
    const end = readReference(to);
    if (this.merges.length >= this.context.limits.rows) throw new FileRefused(refusals.tooHeavy);
    this.merges.push({ top: start.row, left: start.column + 1, bottom: end.row, right: end.column + 1 });
  }

  private openCell(attributes: Attributes): void {
    const ref = attributes["r"];
    const column = ref ? readReference(ref).column : this.nextColumn;
    this.nextColumn = column + 1;
    this.cell = { column, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0), formula: false, value: null, inline: "" };
  }

  private startValue(cell: OpenCell): void {
    cell.value ??= "";
    this.reading = "value";
  }

  private closeCell(): void {
    const open = this.cell;
    this.cell = null;
    const cell = open && this.valueOf(open);
    if (!open || !cell) return;
    const { columns } = this.context.limits;
    if (open.column >= columns) throw new FileRefused(refusals.tooManyColumns(columns));
    while (this.row.cells.length < open.column) this.row.cells.push(null);
    this.row.cells[open.column] = cell;
  }

  private keepRow(): void {
    this.rows.push(this.row);
    const { rows } = this.context.limits;
    if (this.rows.length > rows) throw new FileRefused(refusals.tooManyRows(rows));
  }

  private valueOf({ type, style, formula, value, inline }: OpenCell): Cell | null {
    if (formula && value === null) return { text: NO_RESULT, type: "formula-error" };
    if (type === "inlineStr") return textCell(unescapeText(inline));
    if (value === null) return null;
    if (type === "s") return textCell(this.sharedString(Number(value)));
    if (type === "e") return { text: value, type: formula ? "formula-error" : "error" };
    if (type === "b") return { text: value === "1" ? "TRUE" : "FALSE", type: "boolean" };
    if (type === "d") return { text: value.slice(0, 10), type: "date" };
    const number = Number(value);
    if (type === "str" || value.trim() === "" || !Number.isFinite(number)) return textCell(unescapeText(value));
    const date = this.context.dateStyles[style] ? dateOfSerial(number, this.context.date1904) : null;
    return date ? { text: date, type: "date", number } : numberCell(number);
  }

  private sharedString(index: number): string {
    const text = this.context.strings[index];
    if (text === undefined) throw new FileRefused(refusals.damaged);
    return text;
  }
}

function textCell(text: string): Cell | null {
  return text.trim() === "" ? null : { text: text.slice(0, LONGEST_CELL), type: "text" };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
