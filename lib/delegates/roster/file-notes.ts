import type { RosterRow } from "./check";
import { FIELDS } from "./fields";
import type { Severity } from "./findings";
import type { RosterLayout, SheetLayout } from "./layout";

/** Something to say about the file as a whole. */
export type FileNote = { severity: Severity; code: string; message: string };

/** What was understood beyond the rows: blanks filled by rule, places to be made, what is hidden or missing. */
export function fileNotes(layout: RosterLayout, rows: readonly RosterRow[], proposed: { delegation: string[]; electingUnit: string[] }): FileNote[] {
  const notes: FileNote[] = [];
  const note = (code: string, message: string, severity: Severity = "NOTE") => notes.push({ severity, code, message });
  if (layout.sheets.length === 0) note("NO_ROSTER", "没有找到含“姓名”等栏目的表头，请对照模板核对表格，或下载模板填写后再上传。", "ERROR");
  else if (rows.length === 0) note("NO_PEOPLE", "表头下没有人员行，请填写后再上传。", "ERROR");
  for (const sheet of layout.sheets) if (rows.some((r) => r.sheet === sheet.name)) noteSheet(sheet, rows, note);
  if (proposed.delegation.length > 0) note("DELEGATIONS_NEW", `本届还没有以下代表团，导入时将一并新建：${listed(proposed.delegation)}。`);
  if (proposed.electingUnit.length > 0) note("UNITS_NEW", `以下选举单位将一并新建：${listed(proposed.electingUnit)}。`);
  if (layout.hidden.rows.length > 0) note("HIDDEN_ROWS", `有 ${layout.hidden.rows.length} 个隐藏行含有人员，已作为数据读取：${listed(layout.hidden.rows.map((r) => `第 ${r.row} 行`))}。`);
  if (layout.hidden.columns.length > 0) note("HIDDEN_COLUMNS", `有 ${layout.hidden.columns.length} 个隐藏列，已作为数据读取：${listed(layout.hidden.columns.map((c) => `${c.letter} 列`))}。`);
  for (const mismatch of layout.mismatches) note("COUNT_DIFFERS", `${mismatch.message}。`);
  return notes;
}

function noteSheet(sheet: SheetLayout, rows: readonly RosterRow[], note: (code: string, message: string, severity?: Severity) => void): void {
  const mapped = new Set(sheet.columns.map((c) => c.field));
  const missing = FIELDS.filter((f) => f.required && !mapped.has(f.key) && !(f.key === "delegation" && rows.some((r) => r.sheet === sheet.name && r.values.delegation)));
  for (const field of missing) note("COLUMN_MISSING", `“${sheet.name}”中没有找到“${field.label}”列，此项必填，请在列对应中指定，或补上此列后再上传。`, "ERROR");
  const because = (evidence: "note" | "only-exceptions") => (evidence === "note" ? "按表注" : "因该栏只标注例外情形");
  if (sheet.blank.sex) note("BLANK_SEX", `性别空白${because(sheet.blank.sex)}取男。`);
  if (sheet.blank.ethnicity) note("BLANK_ETHNICITY", `民族空白${because(sheet.blank.ethnicity)}取汉族。`);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join("、");
  return names.length > 20 ? `${shown}等 ${names.length} 个` : shown;
}
