import { kindNames, stateNames } from "@/lib/duties/labels";
import { isAbsent, readMonth } from "@/lib/platform/chinese/month";
import { plainName } from "@/lib/platform/chinese/name";
import type { IsoDate } from "@/lib/platform/clock";
import { bareWord } from "@/lib/platform/spreadsheet/words";
import type { DutyKind, DutyState } from "@/prisma/client/enums";
import { faults } from "./labels";
import { FIELDS, type DutyCells, type DutyField } from "./sheet";

export type Fault = { field: DutyField; message: string };

/** What the cells of a row say by themselves; null where they say nothing. */
export type Said = {
  name: string; delegation: string; heldOn: IsoDate | null; kind: DutyKind | null; title: string; place: string | null; hours: number | null; reached: number | null;
  content: string | null; issues: string | null; evidence: string | null; filledOn: IsoDate | null; filledBy: string | null; state: Extract<DutyState, "SUBMITTED" | "APPROVED" | "REJECTED">; note: string | null;
};

/** Words the offices use for a kind beside its name. */
const SYNONYMS: Partial<Record<DutyKind, readonly string[]>> = {
  CONGRESS: ["参加党代表大会", "参加党代会年会"], TRAINING: ["培训学习", "培训", "学习"], MEETING: ["列席重要会议", "列席"], EVALUATION: ["参加民主评议"], RESEARCH: ["调研", "视察", "视察调研"], CONTACT: ["联系群众", "联系党员", "走访"],
  RECEPTION: ["接待", "驻室接待", "接待日"], HARDSHIP_VISIT: ["慰问", "帮扶"], PROPOSAL: ["提出提案提议", "提案", "提议"], INQUIRY: ["质询答复", "答复询问", "询问答复"], ANNUAL_REPORT: ["述职评议"], PUBLICITY: ["政策宣讲", "宣讲活动"],
};

const allowed = Object.values(kindNames).join("、");
const kinds = new Map((Object.entries(kindNames) as [DutyKind, string][]).flatMap(([kind, label]) => [label, ...(SYNONYMS[kind] ?? [])].map((word): [string, DutyKind] => [bareWord(word), kind])));
const states = new Map<string, Said["state"]>((["SUBMITTED", "APPROVED", "REJECTED"] as const).map((state) => [stateNames[state], state]));

/** Characters a column may hold. */
const LONGEST: Partial<Record<DutyField, number>> = { title: 60, place: 60, content: 1000, issues: 500, evidence: 200, filledBy: 40, note: 200 };

const labelOf = (field: DutyField) => FIELDS.find((f) => f.key === field)?.label ?? field;
const given = (word: string | undefined): string | null => (word === undefined || isAbsent(word) ? null : word);

function textIn(cells: DutyCells, field: DutyField, found: Fault[]): string | null {
  const [text, most] = [given(cells[field]), LONGEST[field] ?? 100];
  if (text && text.length > most) found.push({ field, message: faults.long(labelOf(field), most) });
  return text;
}

function dayIn(cells: DutyCells, field: "heldOn" | "filledOn", found: Fault[]): IsoDate | null {
  const word = given(cells[field]);
  const read = word ? readMonth(word) : { absent: true as const };
  if ("absent" in read) return null;
  const day = "month" in read ? (read.precise ?? null) : null;
  if (!day) found.push({ field, message: faults.day(word ?? "") });
  return day;
}

/** A number within bounds, in steps of a tenth or of one. */
function numberIn(cells: DutyCells, field: "hours" | "reached", most: number, shape: RegExp, found: Fault[]): number | null {
  const word = given(cells[field]);
  if (!word) return null;
  const plain = word.normalize("NFKC").replace(/\s|小时|人/g, "");
  const number = shape.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isNaN(number) || number > most || (field === "hours" && number < 0.1)) {
    found.push({ field, message: faults[field](word) });
    return null;
  }
  return number;
}

function kindIn(cells: DutyCells, found: Fault[]): DutyKind | null {
  const word = given(cells.kind);
  const kind = word ? (kinds.get(bareWord(word)) ?? null) : null;
  if (!word) found.push({ field: "kind", message: faults.missing(labelOf("kind")) });
  else if (!kind) found.push({ field: "kind", message: faults.kind(word, allowed) });
  return kind;
}

function stateIn(cells: DutyCells, found: Fault[]): Said["state"] {
  const word = given(cells.state);
  const state = word ? states.get(bareWord(word)) : "SUBMITTED";
  if (!state) found.push({ field: "state", message: faults.state(word ?? "") });
  return state ?? "SUBMITTED";
}

/** Reads each cell of a row; every fault is told, not only the first. */
export function readWords(cells: DutyCells, today: IsoDate): { said: Said; faults: Fault[] } {
  const found: Fault[] = [];
  for (const field of ["name", "heldOn", "title"] as const) if (!given(cells[field])) found.push({ field, message: faults.missing(labelOf(field)) });
  const said: Said = {
    name: plainName(given(cells.name) ?? ""), delegation: bareWord(given(cells.delegation) ?? ""), heldOn: dayIn(cells, "heldOn", found), kind: kindIn(cells, found), title: textIn(cells, "title", found) ?? "",
    place: textIn(cells, "place", found), hours: numberIn(cells, "hours", 99, /^\d+(\.\d)?$/, found), reached: numberIn(cells, "reached", 99_999, /^\d+$/, found),
    content: textIn(cells, "content", found), issues: textIn(cells, "issues", found), evidence: textIn(cells, "evidence", found), filledOn: dayIn(cells, "filledOn", found),
    filledBy: textIn(cells, "filledBy", found), state: stateIn(cells, found), note: textIn(cells, "note", found),
  };
  if (said.heldOn && said.heldOn > today) found.push({ field: "heldOn", message: faults.future(said.heldOn) });
  return { said, faults: found };
}
