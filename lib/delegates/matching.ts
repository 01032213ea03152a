import "server-only";
import type { Prisma } from "@/prisma/client/client";
import { blindIndex } from "@/lib/platform/crypto";
import { today } from "@/lib/platform/clock";
import { readQuery } from "@/lib/platform/chinese/search-keys";
import { educationBands } from "@/lib/platform/codes/education";
import { metOnApart, statusOn, type MandateWhere } from "./as-of";
import type { DelegateFilters } from "./filters";
import { withGap } from "./gaps";
import { onRegister } from "./flow";

type Where = Prisma.DelegateWhereInput;

const tails = new Map<string, string>();

/** The blind index of the last four characters of an ID number or telephone number, as one search key. Few there are, so each is computed once. */
export function tailKey(number: string): string {
  const tail = number.slice(-4).toUpperCase();
  const key = tails.get(tail) ?? `t:${blindIndex("tail", tail).slice(0, 12)}`;
  tails.set(tail, key);
  return key;
}

const numbers = (text: string): Where => {
  const exact: Where[] = [];
  if (text.length === 4) exact.push({ searchKeys: { has: tailKey(text) } });
  if (text.length === 11) exact.push({ person: { mobileIndex: blindIndex("mobile", text) } });
  if (text.length === 18) exact.push({ person: { idNumberIndex: blindIndex("idNumber", text.toUpperCase()) } });
  return { OR: [...exact, { delegateNo: { startsWith: text } }] };
};

/** One box: name fragment, pinyin initials, full pinyin, last four digits, a whole number, or the delegate number. */
function searched(q: string): Where {
  const text = q.normalize("NFKC").replace(/\s/g, "");
  if (/^\d+[xX]?$/.test(text)) return numbers(text);
  const query = readQuery(q);
  if (query.kind !== "name" && query.kind !== "latin") return {};
  const keyed: Where = { searchKeys: { hasEvery: query.keys } };
  // One or two characters are a key themselves; of a longer text the keys are pairs, which may stand apart in a name.
  const whole = [...query.text].length <= 2;
  if (query.kind === "name") return whole ? keyed : { ...keyed, person: { name: { contains: query.text } } };
  const spelled: Where = { person: { OR: [{ initials: { contains: query.text } }, { name: { contains: query.text, mode: "insensitive" } }] } };
  return { OR: [whole ? keyed : { ...keyed, ...spelled }, { pinyin: { startsWith: query.text } }] };
}

/** Born so that the age, by month, is at least `from` and at most `to` on a day. */
export function bornFor(on: string, from?: number, to?: number): { gt?: string; lte?: string } {
  const [year, month] = [Number(on.slice(0, 4)), on.slice(5, 7)];
  return {
    ...(to === undefined ? {} : { gt: `${year - to - 1}-${month}` }),
    ...(from === undefined ? {} : { lte: `${year - from}-${month}` }),
  };
}

const scopes = {
  register: { in: onRegister },
  active: "ACTIVE",
  elected: { not: "INVALID" },
} satisfies Record<DelegateFilters["scope"], Prisma.EnumDelegateStatusFilter | "ACTIVE">;

/** Whose status, now or on the day of the list, is the one asked for or belongs to the scope. */
function standing(f: DelegateFilters, asOf: string | null): Where {
  // What became of somebody in a batch stays true whatever befell him later.
  if (f.batch) return {};
  const status = f.status ?? scopes[f.scope];
  return asOf === null ? { status } : { statusEvents: { some: { ...statusOn(asOf), toStatus: status } } };
}

const ofEthnicity = (code: string): Where =>
  code === "none" ? { person: { ethnicity: null } } : { person: code === "minority" ? { AND: [{ ethnicity: { not: null } }, { ethnicity: { not: "01" } }] } : { ethnicity: code } };

function ofEducation(key: NonNullable<DelegateFilters["education"]>): MandateWhere {
  if (key === "none") return { education: null };
  if (key === "COLLEGE_UP") return { education: { lte: "39" } };
  if (key === "BACHELOR_UP") return { education: { lte: "29" } };
  return { education: { in: educationBands[key].codes } };
}

/** Whose own record was confirmed by its holder in the present year, or not yet. */
const ofConfirmed = (said: "yes" | "no"): Where => ({ ownConfirmations: { [said === "yes" ? "some" : "none"]: { year: Number(today().slice(0, 4)) } } });

/** What the filters ask of the mandate itself, which may have been otherwise on an earlier day. */
function ofMandate(f: DelegateFilters, rootUnitId: string): MandateWhere[] {
  const all: MandateWhere[] = [];
  if (f.delegation) all.push({ delegationId: f.delegation });
  if (f.group) all.push({ groupId: f.group });
  if (f.unit) all.push({ unitId: f.unit === "none" ? rootUnitId : f.unit });
  if (f.category) all.push({ primaryCategory: f.category === "none" ? null : f.category });
  if (f.flag) all.push({ flags: { has: f.flag } });
  if (f.education) all.push(ofEducation(f.education));
  return all;
}

type At = { termId: string; rootUnitId: string; on: string; asOf: string | null };

/** What the filters ask of the list and of the person, which has no earlier days. */
function ofList(f: DelegateFilters, at: At): Where[] {
  const all: Where[] = [{ termId: at.termId }, standing(f, at.asOf)];
  if (f.pick) all.push({ id: { in: f.pick } });
  if (f.batch) all.push({ batchItems: { some: { batchId: f.batch, ...(f.outcome ? { outcome: f.outcome } : {}) } } });
  if (f.q) all.push(searched(f.q));
  if (f.sex) all.push({ person: { sex: f.sex === "none" ? null : f.sex } });
  if (f.ethnicity) all.push(ofEthnicity(f.ethnicity));
  if (f.confirmed) all.push(ofConfirmed(f.confirmed));
  if (f.gap) all.push(withGap(f.gap, at.termId));
  if (f.ageFrom !== undefined || f.ageTo !== undefined) all.push({ person: { birthMonth: bornFor(f.on ?? at.on, f.ageFrom, f.ageTo) } });
  return all;
}

/** The filters as wheres that never overlap and together are the list: one for now, two for an earlier day. */
export const matchingApart = (f: DelegateFilters, at: At): Where[] => metOnApart(at.asOf, ofMandate(f, at.rootUnitId)).map((met) => ({ AND: [...ofList(f, at), met] }));

/**
 * The filters as a where. `rootUnitId` stands for "no electing unit filled in"; `on` is the day ages are counted to
 * when the filters name none; `asOf` the day on which the register stood as asked, null for now.
 */
export function matching(f: DelegateFilters, at: At): Where {
  const met = metOnApart(at.asOf, ofMandate(f, at.rootUnitId));
  return { AND: [...ofList(f, at), met.length === 1 ? (met[0] ?? {}) : { OR: met }] };
}
