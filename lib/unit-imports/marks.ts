import { Refusal } from "@/lib/platform/errors";
import { type Mark, markWorkbook, oneEach } from "@/lib/platform/spreadsheet/mark";
import type { Checked } from "./check";
import type { UnitField, UnitSheet } from "./sheet";

/** What belongs to no column of the sheet is said at the name. */
export function marksOf({ sheet, columns }: UnitSheet, rows: readonly Checked[]): Mark[] {
  const columnOf = (field: UnitField) => columns[field] ?? columns.name ?? 0;
  const red = rows.flatMap(({ row, faults }) => faults.map(({ field, message }): Mark => ({ sheet, row, column: columnOf(field), tone: "red", text: `错误：${message}` })));
  const amber = rows.filter((r) => r.match === "HELD" || r.match === "CHANGED").flatMap(({ row, differences }) => differences.map(({ field, old }): Mark => ({ sheet, row, column: columnOf(field), tone: "amber", text: `系统中已有，为“${old}”` })));
  return oneEach([...red, ...amber]);
}

/** The uploaded workbook again, every faulty cell red and commented, every fact that differs from the tree amber. Refuses when it cannot be rewritten. */
export async function markUnits(bytes: Uint8Array, fileName: string, sheet: UnitSheet, rows: readonly Checked[]): Promise<Uint8Array> {
  const marked = await markWorkbook(bytes, fileName, marksOf(sheet, rows));
  if ("refused" in marked) throw new Refusal(marked.refused);
  return marked.bytes;
}
