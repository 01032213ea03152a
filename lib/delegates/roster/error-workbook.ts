import { Refusal } from "@/lib/platform/errors";
import { type Mark, markWorkbook, oneEach } from "@/lib/platform/spreadsheet/mark";
import type { RosterCheck, RosterRow } from "./check";
import type { Issue } from "./findings";
import type { SheetLayout } from "./layout";

/**
 * The uploaded workbook again, every cell that holds its row back tinted (red: wrong, amber: waits) and commented with
 * the reason. A .csv comes back as .xlsx. Refuses when the file cannot be rewritten.
 */
export async function markErrors(bytes: Uint8Array, fileName: string, check: RosterCheck): Promise<Uint8Array> {
  const marked = await markWorkbook(bytes, fileName, [...fileMarks(check), ...rowMarks(check)]);
  if ("refused" in marked) throw new Refusal(marked.refused);
  return marked.bytes;
}

/** One mark per cell, however many issues it has. */
export function rowMarks(check: RosterCheck): Mark[] {
  const sheets = new Map(check.layout.sheets.map((sheet) => [sheet.name, sheet]));
  return oneEach(check.rows.flatMap((row) => row.issues.flatMap((issue) => {
    const sheet = sheets.get(row.sheet);
    return !sheet || issue.severity === "NOTE" || issue.accepted ? [] : [markOf(row, issue, columnOf(sheet, issue))];
  })));
}

const markOf = (row: RosterRow, issue: Issue, column: number): Mark => ({
  sheet: row.sheet, row: row.row, column, tone: issue.severity === "ERROR" ? "red" : "amber", text: `${issue.severity === "ERROR" ? "错误" : "待定"}：${issue.message}`,
});

/** What belongs to no column of the sheet is said at the name. */
function columnOf(sheet: SheetLayout, issue: Issue): number {
  const indexOf = (field: string) => sheet.columns.find((c) => c.field === field)?.index;
  return indexOf(issue.field) ?? indexOf("name") ?? 0;
}

function fileMarks(check: RosterCheck): Mark[] {
  const errors = check.notes.filter((note) => note.severity === "ERROR");
  const first = check.layout.sheets[0];
  const sheet = first?.name ?? check.layout.notImported[0]?.name;
  if (errors.length === 0 || !sheet) return [];
  return [{ sheet, row: first?.headerRow ?? 1, column: first?.columns[0]?.index ?? 0, tone: "red", text: errors.map((e) => e.message).join("\n") }];
}
