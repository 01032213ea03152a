// What a personnel record must satisfy, shared by the form and the import (data rules: the file may rightly differ from
// the card, so a contradiction waits for a reason instead of being refused).
import { ageOn } from "@/lib/platform/clock";
import { readIdNumber } from "@/lib/platform/chinese/id-number";

export type PersonFacts = { sex: string | null; birthMonth: string | null; joinedPartyOn: string | null; idNumber: string | null };
export type Finding = { field: "sex" | "birthMonth" | "joinedPartyOn"; severity: "ERROR" | "PENDING"; code: string; message: string };

const words = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** Findings across the fields of one person on a day; each field was already read by itself. */
export function personFindings(p: PersonFacts, today: string): Finding[] {
  const found: Finding[] = [];
  const add = (field: Finding["field"], severity: Finding["severity"], code: string, message: string) => found.push({ field, severity, code, message });
  if (p.birthMonth) {
    if (p.birthMonth > today.slice(0, 7)) add("birthMonth", "ERROR", "BIRTH_IN_FUTURE", "出生年月在今天之后，请核对");
    else if (ageOn(p.birthMonth, today) < 18) add("birthMonth", "ERROR", "UNDER_18", "未满 18 周岁，不能是党代表，请核对出生年月");
    else if (ageOn(p.birthMonth, today) > 110) add("birthMonth", "ERROR", "TOO_OLD", "年龄超过 110 岁，请核对出生年月");
  }
  if (p.joinedPartyOn && p.joinedPartyOn.slice(0, 7) > today.slice(0, 7)) add("joinedPartyOn", "ERROR", "JOINED_IN_FUTURE", "入党时间在今天之后，请核对");
  if (p.birthMonth && p.joinedPartyOn) {
    const joined = p.joinedPartyOn.slice(0, 7);
    if (joined <= p.birthMonth) add("joinedPartyOn", "ERROR", "JOINED_BEFORE_BIRTH", "入党时间早于出生年月，请核对");
    else if (ageOn(p.birthMonth, joined) < 18) add("joinedPartyOn", "PENDING", "JOINED_BEFORE_18", `入党时 ${ageOn(p.birthMonth, joined)} 岁，不满 18 岁`);
  }
  const card = p.idNumber ? readIdNumber(p.idNumber) : null;
  if (card?.ok && p.sex && card.sex !== p.sex) add("sex", "PENDING", "SEX_DIFFERS", "与身份证号表示的性别不一致");
  if (card?.ok && p.birthMonth && card.birthMonth !== p.birthMonth) add("birthMonth", "PENDING", "BIRTH_DIFFERS", `与身份证号的出生年月（${words(card.birthMonth)}）不一致`);
  return found;
}
