import { ageOn, formatMonth } from "@/lib/platform/clock";
import { sexName } from "@/lib/platform/codes/sex";
import { kindNames, type Flaw } from "@/lib/quality/labels";
import type { Flawed } from "@/lib/quality/queries";

const sexOf = (code: string | null) => (code ? sexName(code) : "未填");

const inWords: Partial<Record<Flaw, (d: Flawed, opensOn: string) => string>> = {
  idBirth: ({ person: p }) => `登记 ${formatMonth(p.birthMonth)}，身份证号 ${formatMonth(p.idBirthMonth ?? "")}`,
  idSex: ({ person: p }) => `登记${sexOf(p.sex)}，身份证号${sexOf(p.idSex)}`,
  joinedMinor: ({ person: p }) => `${formatMonth(p.birthMonth)}出生，${formatMonth(p.joinedPartyOn ?? "")}入党，时年 ${ageOn(p.birthMonth, p.joinedPartyOn ?? "")} 岁`,
  electedMinor: ({ person: p, electedOn }, opensOn) => {
    const on = electedOn?.toISOString().slice(0, 10) ?? opensOn;
    return `${formatMonth(p.birthMonth)}出生，${formatMonth(on)}${electedOn ? "当选" : "大会开幕（当选日期未填）"}，时年 ${ageOn(p.birthMonth, on)} 岁`;
  },
};

/** What exactly is wrong with a record. */
export const flawInWords = (kind: Flaw, d: Flawed, opensOn: string): string => inWords[kind]?.(d, opensOn) ?? kindNames[kind];

/** The field of the form over a record in which each flaw is mended; a photograph and the holder's word are no fields of it. */
const fieldOf: Record<Exclude<Flaw, "photo" | "unconfirmed">, string> = {
  unit: "unitId", category: "primaryCategory", sex: "sex", ethnicity: "ethnicity", idNumber: "idNumber", mobile: "mobile", joinedPartyOn: "joinedPartyOn", education: "education",
  position: "position", idBirth: "birthMonth", idSex: "sex", joinedMinor: "joinedPartyOn", electedMinor: "electedOn", sameName: "name", sameMobile: "mobile",
};

/** Where a flaw is mended, and what is done there. */
export function mendingOf(kind: Flaw, delegateId: string): { href: string; label: string } {
  const record = `/manage/delegates/${delegateId}`;
  if (kind === "photo") return { href: record, label: "上传照片" };
  if (kind === "unconfirmed") return { href: record, label: "查看资料" };
  return { href: `${record}/edit#delegate-${fieldOf[kind]}`, label: "修改资料" };
}
