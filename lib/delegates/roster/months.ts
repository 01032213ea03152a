import { ageOn, formatMonth, type IsoDate, type IsoMonth } from "@/lib/platform/clock";
import { readMonth } from "@/lib/platform/chinese/month";
import { type FieldKey, labelOf } from "./fields";
import type { Choice, Findings } from "./findings";
import { type Line, textOf } from "./line";

type MonthField = Extract<FieldKey, "birthMonth" | "joinedPartyOn" | "workStartedOn" | "electedOn">;

type Read = { month: IsoMonth; precise?: IsoDate };

const ADULT = 18;
const OLDEST = 110;

/** Reads a month or date at the precision given; a problem is reported and gives null. */
export function monthOf(line: Line, field: MonthField, findings: Findings, hint?: IsoMonth): Read | null {
  const text = textOf(line, field, findings);
  const cell = line.cells[field];
  if (!text || !cell) return null;
  const read = readMonth(cell.type === "number" && cell.number !== undefined ? cell.number : text);
  if ("absent" in read) return null;
  if ("refused" in read) {
    findings.error(field, "MONTH_REFUSED", read.refused);
    return null;
  }
  if ("ambiguous" in read) {
    findings.choose(field, "MONTH_AMBIGUOUS", read.why, choicesOf(read.ambiguous, hint));
    return null;
  }
  // A spreadsheet turns 2002.11 into the first of November by itself.
  const typedDay = read.precise && !(cell.type === "date" && read.precise.endsWith("-01"));
  return typedDay ? { month: read.month, precise: read.precise } : { month: read.month };
}

/** The birth month, checked against today: not in the future, at least 18 years ago. */
export function birthMonthOf(line: Line, findings: Findings, now: IsoDate, hint?: IsoMonth): IsoMonth | null {
  const before = findings.issues.length;
  const month = monthOf(line, "birthMonth", findings, hint)?.month ?? null;
  if (!month) {
    if (findings.issues.length === before) findings.error("birthMonth", "BIRTH_MISSING", "没有出生年月，此项必填，请补填年和月");
    return null;
  }
  if (month > now.slice(0, 7)) findings.error("birthMonth", "FUTURE", `出生年月${formatMonth(month)}晚于今天，请核对`);
  else if (ageOn(month, now) < ADULT) findings.error("birthMonth", "UNDER_18", `${formatMonth(month)}出生，不满 18 岁，不能当选代表，请核对年份`);
  else if (ageOn(month, now) > OLDEST) findings.error("birthMonth", "TOO_OLD", `${formatMonth(month)}出生，已超过 ${OLDEST} 岁，请核对年份`);
  return month;
}

/** When the person joined the Party, checked against birth: before it is wrong, before 18 waits for the file. */
export function joinedPartyOf(line: Line, findings: Findings, now: IsoDate, birth: IsoMonth | null): string | null {
  const read = monthOf(line, "joinedPartyOn", findings);
  if (!read || isFuture(read.month, "joinedPartyOn", findings, now)) return null;
  if (birth && read.month <= birth) findings.error("joinedPartyOn", "JOINED_BEFORE_BIRTH", "入党时间不晚于出生年月，请核对档案");
  else if (birth && monthsBetween(birth, read.month) < ADULT * 12) {
    const months = monthsBetween(birth, read.month);
    findings.doubt("joinedPartyOn", "JOINED_UNDER_18", `入党时 ${Math.floor(months / 12)} 岁 ${months % 12} 个月，不满 18 岁，请核对档案，有误请改正，无误请附理由接受`);
  }
  return read.precise ?? read.month;
}

/** When the person began to work; before birth is wrong. */
export function workStartedOf(line: Line, findings: Findings, now: IsoDate, birth: IsoMonth | null): string | null {
  const read = monthOf(line, "workStartedOn", findings);
  if (!read || isFuture(read.month, "workStartedOn", findings, now)) return null;
  if (birth && read.month <= birth) findings.error("workStartedOn", "WORK_BEFORE_BIRTH", "参加工作时间不晚于出生年月，请核对档案");
  return read.precise ?? read.month;
}

/** The day of election, not to come; a bare month is kept as its first day, and that is said. */
export function electedOnOf(line: Line, findings: Findings, now: IsoDate): IsoDate | null {
  const read = monthOf(line, "electedOn", findings);
  if (!read || isFuture(read.month, "electedOn", findings, now)) return null;
  if (read.precise ?? line.cells.electedOn?.type === "date") return read.precise ?? `${read.month}-01`;
  findings.note("electedOn", "DAY_ADDED", `当选日期只有年月，按 ${read.month}-01 记，知道日期的请改正`);
  return `${read.month}-01`;
}

function isFuture(month: IsoMonth, field: MonthField, findings: Findings, now: IsoDate): boolean {
  if (month <= now.slice(0, 7)) return false;
  findings.error(field, "FUTURE", `${labelOf(field)}${formatMonth(month)}晚于今天，请核对`);
  return true;
}

function choicesOf(months: readonly IsoMonth[], hint?: IsoMonth): Choice[] {
  return months.map((month) => ({ label: `${formatMonth(month)}${month === hint ? "（与身份证号一致）" : ""}`, value: month }));
}

function monthsBetween(from: IsoMonth, to: IsoMonth): number {
  const count = (month: IsoMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}
