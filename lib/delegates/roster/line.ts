import { isAbsent } from "@/lib/platform/chinese/month";
import { type FieldKey, labelOf } from "./fields";
import type { Findings } from "./findings";
import type { PersonRow } from "./layout";

/** `${sheet}!${row}:${field}` -> what was typed in the preview instead. */
export type Corrections = Record<string, string>;

/** One person's row with the corrections laid over it. */
export type Line = PersonRow & { raw: Partial<Record<FieldKey, string>>; corrected: FieldKey[] };

const DIGITS: readonly FieldKey[] = ["idNumber", "mobile", "officePhone", "delegateNo"];
const LONGEST = 500;

export function placeOf(at: { sheet: string; row: number }): string {
  return `${at.sheet}!${at.row}`;
}

export function withCorrections(person: PersonRow, corrections: ReadonlyMap<string, Array<[FieldKey, string]>>): Line {
  const raw: Partial<Record<FieldKey, string>> = {};
  for (const key in person.cells) raw[key as FieldKey] = person.cells[key as FieldKey]?.text ?? "";
  const typed = corrections.size > 0 ? corrections.get(placeOf(person)) : undefined;
  if (!typed) return { ...person, raw, corrected: [] };
  const cells = { ...person.cells };
  for (const [field, text] of typed) cells[field] = { text, type: "text" };
  return { ...person, cells, raw, corrected: typed.map(([field]) => field) };
}

/** Corrections by row, so that ten thousand rows need no look-up for each of their cells. */
export function groupCorrections(corrections: Corrections, isField: (word: string) => word is FieldKey): Map<string, Array<[FieldKey, string]>> {
  const groups = new Map<string, Array<[FieldKey, string]>>();
  for (const [key, text] of Object.entries(corrections)) {
    const colon = key.lastIndexOf(":");
    const field = key.slice(colon + 1);
    if (!isField(field)) continue;
    const place = key.slice(0, colon);
    groups.set(place, [...(groups.get(place) ?? []), [field, text]]);
  }
  return groups;
}

/** The text of a field: "" when absent, null when the cell cannot be believed (which is then reported). */
export function textOf(line: Line, field: FieldKey, findings: Findings): string | null {
  const cell = line.cells[field];
  if (!cell) return "";
  if (cell.type === "error" || cell.type === "formula-error") {
    findings.error(field, "FORMULA_ERROR", `${labelOf(field)}单元格的公式结果是错误值“${cell.text}”，请改成数值后重新上传，或在此直接填写`);
    return null;
  }
  if (cell.text.length > 2 * LONGEST) {
    findings.error(field, "TOO_LONG", `${labelOf(field)}超过 ${LONGEST} 字，请精简后再导入`);
    return null;
  }
  if (cell.lost && DIGITS.includes(field)) {
    findings.error(field, "DIGITS_LOST", `${labelOf(field)}按数字保存，超过 15 位的末几位已丢失，请把该列设为文本格式后重新填写完整号码`);
    return null;
  }
  return isAbsent(cell.text) ? "" : cell.text;
}

/** Nothing in such a text is to be changed or refused. */
const PLAIN = /^[\u4e00-\u9fff\dA-Za-z（）、，。·]{1,200}$/;

/** Free text for keeping: lines joined, invisible characters dropped, what no text may hold refused by code point. */
export function plainText(line: Line, field: FieldKey, findings: Findings): string | null {
  const text = textOf(line, field, findings);
  if (!text) return null;
  if (PLAIN.test(text)) return text;
  const joined = text.normalize("NFC").replace(/[\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]/g, "").replace(/[\t\r\n\u2028\u2029]+/g, "\n").trim();
  const bad = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Co}\p{Cs}]/u.exec(joined.replace(/\n/g, ""))?.[0];
  if (bad) {
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    findings.error(field, "CHARACTER_REFUSED", `${labelOf(field)}含有不能使用的字符 U+${code}，请删去或改用正式汉字`);
    return null;
  }
  if ([...joined].length > LONGEST) {
    findings.error(field, "TOO_LONG", `${labelOf(field)}超过 ${LONGEST} 字，请精简后再导入`);
    return null;
  }
  return joined.replace(/(?<=[\w.,)]) *\n *(?=[\w(])/g, " ").replace(/ *\n */g, "") || null;
}
