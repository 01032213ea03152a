import type { Book, Cell, Sheet } from "@/lib/platform/spreadsheet/book";
import { numberCell } from "@/lib/platform/spreadsheet/dates";

export type Value = string | number | Cell | null;

/** A sheet as the reader would give it; a blank row is left out, numbers count from 1. */
export function sheetOf(name: string, rows: Value[][], rest: Partial<Sheet> = {}): Sheet {
  const cell = (value: Value): Cell | null => {
    if (typeof value === "string") return value.trim() === "" ? null : { text: value, type: "text" };
    return typeof value === "number" ? numberCell(value) : value;
  };
  const read = rows.map((values, i) => ({ number: i + 1, hidden: false, cells: values.map(cell) }));
  return { name, state: "visible", rows: read.filter((row) => row.cells.some(Boolean)), hiddenColumns: [], merges: [], ...rest };
}

export const bookOf = (...sheets: Sheet[]): Book => ({ sheets, date1904: false });

/** "A1:B2" -> a merge. */
export function merge(range: string): Sheet["merges"][number] {
  const found = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter = "A") => letter.charCodeAt(0) - 64;
  return { left: column(found[1]), top: Number(found[2]), right: column(found[3]), bottom: Number(found[4]) };
}
