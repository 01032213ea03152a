import { Refusal } from "@/lib/platform/errors";
import { type Mark, markWorkbook, oneEach } from "@/lib/platform/spreadsheet/mark";
import type { Checked } from "./check";
import type { DutySheet } from "./sheet";

/** Every fault red where it stands, every doubt amber at the title; what belongs to no column of the sheet is said at the name. */
export function marksOf({ sheet, columns }: DutySheet, rows: readonly Checked[]): Mark[] {
  const red = rows.flatMap(({ row, faults }) => faults.map(({ field, message }): Mark => ({ sheet, row, column: columns[field] ?? columns.name ?? 0, tone: "red", text: `错误：${message}` })));
  const amber = rows.filter((r) => r.match === "DOUBLE").map(({ row, notes }): Mark => ({ sheet, row, column: columns.title ?? columns.name ?? 0, tone: "amber", text: `疑似重复：${notes[0] ?? ""}` }));
  return oneEach([...red, ...amber]);
}

/** The uploaded workbook again, marked. Refuses when it cannot be rewritten. */
export async function markDuties(bytes: Uint8Array, fileName: string, sheet: DutySheet, rows: readonly Checked[]): Promise<Uint8Array> {
  const marked = await markWorkbook(bytes, fileName, marksOf(sheet, rows));
  if ("refused" in marked) throw new Refusal(marked.refused);
  return marked.bytes;
}
