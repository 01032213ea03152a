import { degrees, readDegree } from "@/lib/platform/codes/degree";
import { educations, readEducation } from "@/lib/platform/codes/education";
import type { Sex } from "@/lib/platform/codes/sex";
import type { IsoDate } from "@/lib/platform/clock";
import { bareWord, readYesNo, splitWords } from "@/lib/platform/spreadsheet/words";
import type { BlankRule } from "./blanks";
import type { Findings } from "./findings";
import { compareId, ethnicityOf, idNumberOf, isMasked, mobileOf, nameOf, sexOf } from "./identity";
import { statusWords } from "./labels";
import { type Line, plainText, textOf } from "./line";
import { birthMonthOf, electedOnOf, joinedPartyOf, workStartedOf } from "./months";
import type { PlaceRef } from "./places";
import type { WordBook, WordReader } from "./word-book";
import { CATEGORIES, type ElectionKindCode, ELECTION_KINDS, FLAGS, type FlagCode, type PrimaryCategoryCode, readCategory, readElectionKind, readFlag } from "./words";

/** What a row says, in the codes and precision the records keep. Complete only when the row has no error or doubt. */
export type RosterValues = {
  name: string;
  sex: Sex | null;
  ethnicity: string | null;
  /** "YYYY-MM". */
  birthMonth: string | null;
  /** "YYYY-MM" or "YYYY-MM-DD", as given. */
  joinedPartyOn: string | null;
  workStartedOn: string | null;
  nativePlace: string | null;
  education: string | null;
  degree: string | null;
  school: string | null;
  idNumber: string | null;
  mobile: string | null;
  officePhone: string | null;
  address: string | null;
  employer: string | null;
  position: string | null;
  rank: string | null;
  professionalTitle: string | null;
  primaryCategory: PrimaryCategoryCode | null;
  flags: FlagCode[];
  honours: string | null;
  delegation: PlaceRef | null;
  electingUnit: PlaceRef | null;
  group: PlaceRef | null;
  delegateNo: string | null;
  electedOn: IsoDate | null;
  electionKind: ElectionKindCode | null;
  concurrentRoles: string | null;
  remark: string | null;
};

type PlaceValues = Pick<RosterValues, "delegation" | "electingUnit" | "group">;

/** Reads everything of a person but the places. */
export function readPerson(line: Line, findings: Findings, words: WordBook, today: IsoDate, blank: BlankRule): Omit<RosterValues, keyof PlaceValues> {
  const { name, marks } = nameOf(line, findings);
  const sex = sexOf(line, findings, words, marks, blank);
  const ethnicity = ethnicityOf(line, findings, words, marks, blank);
  const id = idNumberOf(line, findings);
  const birthMonth = birthMonthOf(line, findings, today, id?.birthMonth);
  compareId(id, sex, birthMonth, findings);
  return {
    name, sex, ethnicity, birthMonth,
    joinedPartyOn: joinedPartyOf(line, findings, today, birthMonth),
    workStartedOn: workStartedOf(line, findings, today, birthMonth),
    education: wordOf(line, "education", findings, words, EDUCATION),
    degree: wordOf(line, "degree", findings, words, DEGREE),
    primaryCategory: wordOf(line, "primaryCategory", findings, words, CATEGORY),
    electionKind: wordOf(line, "electionKind", findings, words, ELECTION_KIND),
    flags: flagsOf(line, findings, words),
    idNumber: id?.idNumber ?? null,
    mobile: mobileOf(line, findings),
    electedOn: electedOnOf(line, findings, today),
    ...workOf(line, findings),
    ...textsOf(line, findings),
  };
}

/** A single column 工作单位及职务 is kept whole as the position, because nothing in it says where one ends. */
function workOf(line: Line, findings: Findings): Pick<RosterValues, "employer" | "position"> {
  const both = plainText(line, "employerAndPosition", findings);
  const employer = plainText(line, "employer", findings);
  const position = plainText(line, "position", findings);
  return { employer, position: position ?? both };
}

function textsOf(line: Line, findings: Findings) {
  const text = (field: Parameters<typeof plainText>[1]) => plainText(line, field, findings);
  return {
    nativePlace: text("nativePlace"), school: text("school"), officePhone: text("officePhone"), address: addressOf(line, findings), rank: text("rank"),
    professionalTitle: text("professionalTitle"), honours: text("honours"), delegateNo: text("delegateNo"),
    concurrentRoles: text("concurrentRoles"), remark: remarkOf(line, findings),
  };
}

function addressOf(line: Line, findings: Findings): string | null {
  const address = plainText(line, "address", findings);
  return address && isMasked(address, "address", findings) ? null : address;
}

function remarkOf(line: Line, findings: Findings): string | null {
  const remark = plainText(line, "remark", findings);
  const said = statusWords.find((word) => remark?.includes(word));
  if (said) findings.note("remark", "REMARK_TELLS_STATUS", `备注提到“${said}”，备注照原文保留，代表资格的变动请在导入后另行办理`);
  return remark;
}

function wordOf<T>(line: Line, field: "education" | "degree" | "primaryCategory" | "electionKind", findings: Findings, words: WordBook, reader: WordReader<T>): T | null {
  const text = textOf(line, field, findings);
  return text ? (words.look(field, text, line, findings, reader) ?? null) : null;
}

function flagsOf(line: Line, findings: Findings, words: WordBook): FlagCode[] {
  const flags = new Set<FlagCode>();
  const frontline = textOf(line, "frontline", findings);
  if (frontline && words.look("frontline", frontline, line, findings, YES_NO)) flags.add("FRONTLINE");
  for (const word of splitWords(textOf(line, "flags", findings) ?? "")) {
    const flag = words.look("flags", word, line, findings, FLAG);
    if (flag) flags.add(flag);
  }
  return [...flags];
}

const EDUCATION: WordReader<string> = { optional: true, read: (word) => readEducation(bareWord(word)), fromDecision: (code) => educations.find((e) => e.code === code)?.code ?? null };
const DEGREE: WordReader<string> = { optional: true, read: (word) => readDegree(bareWord(word)), fromDecision: (code) => degrees.find((d) => d.code === code)?.code ?? null };
const CATEGORY: WordReader<PrimaryCategoryCode> = { optional: true, read: readCategory, fromDecision: (code) => CATEGORIES.find((c) => c.code === code)?.code ?? null };
const FLAG: WordReader<FlagCode> = { optional: true, read: readFlag, fromDecision: (code) => FLAGS.find((f) => f.code === code)?.code ?? null };
const ELECTION_KIND: WordReader<ElectionKindCode> = { optional: true, read: readElectionKind, fromDecision: (code) => ELECTION_KINDS.find((k) => k.code === code)?.code ?? null };
const YES_NO: WordReader<boolean> = { optional: true, read: readYesNo, fromDecision: (code) => readYesNo(code) };
