export type CellType = "text" | "number" | "date" | "boolean" | "error" | "formula-error";

/** One cell with a value. `text` is what a reader of the sheet sees; dates are "YYYY-MM-DD". */
export type Cell = {
  text: string;
  type: CellType;
  number?: number;
  /** A number of more than 15 digits: the program that saved it has already replaced its tail. */
  lost?: boolean;
};

/** `cells` is indexed by column, 0 = A; blank rows are left out, so `number` (1 = first row) may jump. */
export type Row = { number: number; hidden: boolean; cells: Array<Cell | null> };

/** 1-based, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type Sheet = {
  name: string;
  state: "visible" | "hidden";
  rows: Row[];
  /** 0 = A. */
  hiddenColumns: number[];
  merges: Merge[];
};

export type Book = { sheets: Sheet[]; date1904: boolean };

export type Limits = { bytes: number; rows: number; columns: number; seconds: number; heapMegabytes: number };

export const LIMITS: Limits = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 60, seconds: 20, heapMegabytes: 256 };

/** As many characters as a spreadsheet program keeps in one cell. */
export const LONGEST_CELL = 32_767;

/** 0 -> "A", 26 -> "AA". */
export function columnLetter(index: number): string {
  let letters = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** "AB12" -> { column: 27, row: 12 }; column counts from 0, row from 1. A missing part is -1 or 0. */
export function readReference(ref: string): { column: number; row: number } {
  let column = 0;
  let row = 0;
  for (let i = 0; i < ref.length; i += 1) {
    const code = ref.charCodeAt(i);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 48 && code <= 57) row = row * 10 + code - 48;
  }
  return { column: column - 1, row };
}
