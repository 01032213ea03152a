import "server-only";
import { degreeName } from "@/lib/platform/codes/degree";
import { educationName } from "@/lib/platform/codes/education";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { occupationName } from "@/lib/platform/codes/occupation";
import { sexName } from "@/lib/platform/codes/sex";
import type { Changes } from "@/lib/platform/audit";
import { formatDateLong, formatMonth } from "@/lib/platform/clock";
import { keysOfName, searchKeysOf, type NameKeys } from "./keys";
import { categoryNames, electionNames, flagNames } from "./labels";
import type { DelegateRecord, PersonRecord } from "./queries";
import type { DelegateInput } from "./schema";
import { masks, openPerson, sealPerson } from "./sealed";
import type { MandateValues, PersonValues } from "./values";

/** A complete set of values ready to be written; a null unit means "that of the delegation". */
export type WrittenValues = {
  person: PersonValues;
  mandate: Omit<MandateValues, "unitId"> & { unitId: string | null };
  keys: NameKeys;
  pinyinByHand: boolean;
  acceptReason: string | null;
};

/** The form's input as values; a pinyin typed by hand gives its own initials. */
export function writtenOf(input: DelegateInput): WrittenValues {
  const { name, sex, ethnicity, birthMonth, nativePlace, joinedPartyOn, workStartedOn, idNumber, mobile, officePhone, address, pinyin, acceptReason, ...mandate } = input;
  const syllables = pinyin.split(" ").filter(Boolean);
  const computed = keysOfName(name);
  const byHand = syllables.length > 0 && syllables.join("") !== computed.pinyin ? { pinyin: syllables.join(""), initials: syllables.map((s) => s[0]).join("") } : null;
  return {
    person: { name, sex, ethnicity, birthMonth: birthMonth ?? "", nativePlace, joinedPartyOn, workStartedOn, idNumber, mobile, officePhone, address },
    mandate, keys: keysOfName(name, byHand), pinyinByHand: byHand !== null, acceptReason,
  };
}

/**
 * The values of an edited form with masked numbers and address replaced by the stored ones; `unread` names those whose
 * mask was changed by hand. A pinyin left as it was keeps its initials.
 */
export function withStored(v: WrittenValues, stored: PersonRecord): { values: WrittenValues; unread: { field: string; mask: string }[] } {
  const [kept, person] = [personOf(stored), { ...v.person }];
  const unread: { field: string; mask: string }[] = [];
  for (const field of ["idNumber", "mobile", "address"] as const) {
    if (!person[field]?.includes("*")) continue;
    const mask = shown(field, kept[field]) ?? "";
    if (person[field] === mask) person[field] = kept[field];
    else unread.push({ field, mask });
  }
  const samePinyin = v.pinyinByHand && v.keys.pinyin === stored.pinyin && v.keys.initials.length === 1;
  return { values: { ...v, person, keys: samePinyin ? { ...v.keys, initials: stored.initials } : v.keys }, unread };
}

export const personOf = (person: PersonRecord): PersonValues => {
  const { name, sex, ethnicity, birthMonth, nativePlace, joinedPartyOn, workStartedOn, officePhone } = person;
  return { name, sex, ethnicity, birthMonth, nativePlace, joinedPartyOn, workStartedOn, officePhone, ...openPerson(person) };
};

/** A record without its history: all that values and words are made of. */
export type RecordFacts = Omit<DelegateRecord, "statusEvents">;

export const mandateOf = (d: RecordFacts): MandateValues => ({
  unitId: d.unitId, delegationId: d.delegationId, groupId: d.groupId, delegateNo: d.delegateNo, primaryCategory: d.primaryCategory, flags: d.flags,
  education: d.education, degree: d.degree, school: d.school, employer: d.employer, position: d.position, rank: d.rank, professionalTitle: d.professionalTitle,
  occupation: d.occupation, honours: d.honours, electedOn: d.electedOn?.toISOString().slice(0, 10) ?? null, electionKind: d.electionKind,
  concurrentRoles: d.concurrentRoles, remark: d.remark,
});

const inWords: Record<string, (v: string) => string> = {
  sex: sexName, ethnicity: ethnicityName, education: educationName, degree: degreeName, occupation: occupationName,
  primaryCategory: (v) => categoryNames[v as keyof typeof categoryNames] ?? v,
  electionKind: (v) => electionNames[v as keyof typeof electionNames] ?? v,
  flags: (v) => v.split("、").map((f) => flagNames[f as keyof typeof flagNames] ?? f).join("、"),
  ...masks,
};

/** Codes and sensitive values as the history, the audit and a conflict show them. */
export const shown = (key: string, value: unknown): string | null => {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  const text = Array.isArray(value) ? value.join("、") : String(value);
  return inWords[key]?.(text) ?? text;
};

const monthInWords = (value: string | null) => value && (value.length > 7 ? formatDateLong(value) : formatMonth(value));

/** A record as its page shows it: codes and months in words, numbers masked, an electing unit not yet known left empty. */
export function recordInWords(d: RecordFacts): Record<keyof PersonValues | keyof MandateValues, string | null> {
  const values = { ...personOf(d.person), ...mandateOf(d) };
  const words = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(key, value)])) as Record<keyof typeof values, string | null>;
  return {
    ...words, birthMonth: monthInWords(values.birthMonth), joinedPartyOn: monthInWords(values.joinedPartyOn), workStartedOn: monthInWords(values.workStartedOn),
    electedOn: values.electedOn && formatDateLong(values.electedOn), unitId: d.unit.parentId ? d.unit.name : null, delegationId: d.delegation.name, groupId: d.group?.name ?? null,
  };
}

/** The same with numbers and address in full, for who may have them. */
export function wordsOf(d: RecordFacts, full: boolean): ReturnType<typeof recordInWords> {
  if (!full) return recordInWords(d);
  const { idNumber, mobile, address } = personOf(d.person);
  return { ...recordInWords(d), idNumber, mobile, address };
}

/** What the form over a record starts from: like the page, but with codes and ids for its lists. */
export function formValuesOf(d: DelegateRecord): Record<string, string | null> {
  const { birthMonth, joinedPartyOn, workStartedOn, idNumber, mobile, address } = recordInWords(d);
  const { flags: _flags, ...mandate } = mandateOf(d);
  const pinyin = d.person.pinyinByHand ? d.person.pinyin : null;
  return { ...personOf(d.person), ...mandate, birthMonth, joinedPartyOn, workStartedOn, idNumber, mobile, address, unitId: d.unit.parentId ? d.unitId : null, pinyin };
}

/** A calendar date as the database keeps it. */
export const dateOf = (iso: string | null) => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** Columns of Person for these values, numbers sealed to the row. */
export const personColumns = (id: string, v: Pick<WrittenValues, "person" | "keys" | "pinyinByHand">) => {
  const { idNumber, mobile, address, ...plain } = v.person;
  return { ...plain, pinyin: v.keys.pinyin, initials: v.keys.initials, pinyinByHand: v.pinyinByHand, ...sealPerson(id, { idNumber, mobile, address }) };
};

/** Columns of Delegate for these values, with its order and search keys. */
export const mandateColumns = (v: WrittenValues, unitId: string) => ({
  ...v.mandate, unitId, electedOn: dateOf(v.mandate.electedOn), strokeKey: v.keys.strokeKey, pinyin: v.keys.pinyin,
  searchKeys: searchKeysOf(v.person.name, v.keys, v.person),
});

/** The fields in which two sets of values differ, each in words; `names` turns ids of places into names. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>, names: Record<string, string>): Changes {
  const plain = (v: unknown) => (Array.isArray(v) ? v.join() : (v ?? ""));
  const word = (key: string, v: unknown) => (typeof v === "string" && names[v] ? names[v] : shown(key, v));
  const differing = Object.keys(after).filter((key) => plain(before[key]) !== plain(after[key]));
  return Object.fromEntries(differing.map((key) => [key, [word(key, before[key]), word(key, after[key])]]));
}
