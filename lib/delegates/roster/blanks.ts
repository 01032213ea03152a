import type { Sheet } from "@/lib/platform/spreadsheet/book";
import type { FieldKey } from "./fields";
import type { PersonRow } from "./layout";

/** Why a blank sex or ethnicity may be filled in: the sheet's own note, or only the exceptions are ever marked. */
export type Evidence = "note" | "only-exceptions";

export type BlankRule = { sex: Evidence | null; ethnicity: Evidence | null };

const SEX_NOTE = /性别[^，。；;]{0,6}(空|不填|未填|未注明)[^，。；;]{0,6}男/;
const ETHNICITY_NOTE = /民族[^，。；;]{0,6}(空|不填|未填|未注明)[^，。；;]{0,6}汉/;

/** Blank means 男 or 汉族 only where the sheet marks women or minorities alone. */
export function blankRule(sheet: Sheet, people: PersonRow[]): BlankRule {
  const texts = sheet.rows.flatMap((row) => row.cells.flatMap((cell) => (cell && cell.text.length > 8 ? [cell.text] : [])));
  return {
    sex: texts.some((t) => SEX_NOTE.test(t)) ? "note" : onlyExceptions(people, "sex", /^女/, /[（(][^（）()]*女[^（）()]*[）)]/),
    ethnicity: texts.some((t) => ETHNICITY_NOTE.test(t)) ? "note" : onlyExceptions(people, "ethnicity", /^(?!汉)/, /[（(][^（）()]*族[^（）()]*[）)]/),
  };
}

function onlyExceptions(people: PersonRow[], field: FieldKey, exception: RegExp, behindName: RegExp): Evidence | null {
  const marks = people.flatMap((p) => p.cells[field]?.text.trim() || []);
  if (marks.length === people.length) return null;
  if (marks.length > 0) return marks.every((mark) => exception.test(mark)) ? "only-exceptions" : null;
  return people.some((p) => behindName.test(p.cells.name?.text ?? "")) ? "only-exceptions" : null;
}
