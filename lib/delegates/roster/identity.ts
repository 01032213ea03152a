import { readIdNumber } from "@/lib/platform/chinese/id-number";
import { readMobile } from "@/lib/platform/chinese/mobile";
import { readName } from "@/lib/platform/chinese/name";
import { ethnicities, readEthnicity } from "@/lib/platform/codes/ethnicity";
import { sexes, type Sex } from "@/lib/platform/codes/sex";
import { formatMonth, type IsoMonth } from "@/lib/platform/clock";
import type { BlankRule } from "./blanks";
import type { Findings } from "./findings";
import { type Line, textOf } from "./line";
import type { WordBook, WordReader } from "./word-book";
import { bareWord } from "@/lib/platform/spreadsheet/words";

export type Marks = ReturnType<typeof readName>["marks"];

/** The name as it will be kept; marks like （女，回族） behind it come back apart. */
export function nameOf(line: Line, findings: Findings): { name: string; marks: Marks } {
  const text = textOf(line, "name", findings);
  if (text === null) return { name: "", marks: {} };
  if (text === "") {
    findings.error("name", "NAME_MISSING", "没有姓名，此项必填，请补填；如这一行不是人员，请在表中删去");
    return { name: "", marks: {} };
  }
  const read = readName(text);
  if (read.refused) findings.error("name", "NAME_REFUSED", read.refused);
  else for (const note of read.notes) findings.note("name", "NAME_CHANGED", note);
  return { name: read.name, marks: read.marks };
}

export function sexOf(line: Line, findings: Findings, words: WordBook, marks: Marks, blank: BlankRule): Sex | null {
  const text = textOf(line, "sex", findings);
  if (text === null) return null;
  const marked = marks.sex ? SEX.read(marks.sex) : null;
  if (text === "") return marked ?? (blank.sex ? "1" : null);
  const sex = words.look("sex", text, line, findings, SEX) ?? null;
  if (sex && marked && sex !== marked) findings.doubt("sex", "SEX_DIFFERS", "性别栏与姓名后的括注不一致，请核对后改正，或附理由接受性别栏的填写");
  return sex;
}

export function ethnicityOf(line: Line, findings: Findings, words: WordBook, marks: Marks, blank: BlankRule): string | null {
  const text = textOf(line, "ethnicity", findings);
  if (text === null) return null;
  const marked = marks.ethnicity ?? "";
  if (text === "" && marked === "") return blank.ethnicity ? readEthnicity("汉族") : null;
  const code = words.look("ethnicity", text || marked, line, findings, ETHNICITY) ?? null;
  const other = text && marked ? readEthnicity(marked) : null;
  if (code && other && code !== other) findings.doubt("ethnicity", "ETHNICITY_DIFFERS", "民族栏与姓名后的括注不一致，请核对后改正，或附理由接受民族栏的填写");
  return code;
}

export type IdFacts = { idNumber: string; birthMonth: IsoMonth; sex: Sex };

/** What an export has masked says nothing about the value behind it. */
export function isMasked(text: string, field: "idNumber" | "address", findings: Findings): boolean {
  if (!text.includes("***")) return false;
  findings.note(field, "MASKED", "表内已打星号，按未填处理");
  return true;
}

/** The ID number read alone; it is held against the row by compareId. */
export function idNumberOf(line: Line, findings: Findings): IdFacts | null {
  const text = textOf(line, "idNumber", findings);
  if (!text || isMasked(text, "idNumber", findings)) return null;
  const read = readIdNumber(text);
  if (!read.ok) {
    findings.error("idNumber", "ID_REFUSED", read.why);
    return null;
  }
  for (const note of read.notes) findings.note("idNumber", "ID_CHANGED", note);
  return { idNumber: read.idNumber, birthMonth: read.birthMonth, sex: read.sex };
}

/** A personnel file may rightly differ from the card, so a difference waits instead of failing. */
export function compareId(id: IdFacts | null, sex: Sex | null, birthMonth: IsoMonth | null, findings: Findings): void {
  if (!id) return;
  if (sex && sex !== id.sex) {
    findings.doubt("idNumber", "ID_SEX_DIFFERS", `身份证号表示${id.sex === "1" ? "男" : "女"}性，与本行性别不一致，请核对后改正，或附理由接受`);
  }
  if (birthMonth && birthMonth !== id.birthMonth) {
    findings.doubt("idNumber", "ID_BIRTH_DIFFERS", `身份证号表示${formatMonth(id.birthMonth)}出生，本行是${formatMonth(birthMonth)}，请核对档案后改正，或附理由接受`);
  }
}

export function mobileOf(line: Line, findings: Findings): string | null {
  const text = textOf(line, "mobile", findings);
  if (!text) return null;
  const read = readMobile(text);
  if (read.refused) findings.error("mobile", "MOBILE_REFUSED", read.refused);
  else for (const note of read.notes) findings.note("mobile", "MOBILE_CHANGED", note);
  return read.refused ? null : read.mobile;
}

const SEX: WordReader<Sex> = {
  optional: true,
  read: (word) => sexes.find((s) => s.name === bareWord(word).replace(/性$/, ""))?.code ?? null,
  fromDecision: (code) => (code === "1" || code === "2" ? code : null),
};

const ETHNICITY: WordReader<string> = {
  optional: true,
  read: (word) => readEthnicity(bareWord(word)),
  fromDecision: (code) => ethnicities.find((e) => e.code === code)?.code ?? null,
};
