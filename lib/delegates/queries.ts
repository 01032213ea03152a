import "server-only";
import { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { ageOn, formatMonth, isoOf } from "@/lib/platform/clock";
import { open } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { maskMobile } from "@/lib/platform/chinese/id-number";
import { degreeName } from "@/lib/platform/codes/degree";
import { educationName } from "@/lib/platform/codes/education";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { sexName } from "@/lib/platform/codes/sex";
import { listPlaceChoices } from "@/lib/terms/queries";
import { referenceDay, type ReferenceReason } from "@/lib/terms/reference-day";
import { listUnitChoices } from "@/lib/units/queries";
import { asOfDay } from "./as-of-queries";
import { delegateFilters, type DelegateFilters } from "./filters";
import type { ColumnKey } from "./columns";
import { categoryNames, flagNames, statusNames } from "./labels";
import { matching, matchingApart } from "./matching";
import { visibleTo } from "./policy";
import { visibleSql } from "./scope-sql";

/**
 * The term a list is about, the unit that stands for "not filled in", the day ages are counted to with the reason for
 * it, and the day the register stood as listed, null for now.
 */
export type RosterFrame = { termId: string; termName: string; rootUnitId: string; on: string; why: ReferenceReason | "asked"; asOf: string | null; startsOn: string; endsOn: string };

const row = {
  id: true, delegateNo: true, status: true, primaryCategory: true, flags: true, education: true, degree: true, employer: true, position: true,
  professionalTitle: true, remark: true,
  person: { select: { id: true, name: true, sex: true, ethnicity: true, birthMonth: true, nativePlace: true, joinedPartyOn: true, workStartedOn: true, mobileCipher: true } },
  delegation: { select: { name: true } },
  group: { select: { name: true } },
  unit: { select: { id: true, name: true } },
} satisfies Prisma.DelegateSelect;

type Row = Prisma.DelegateGetPayload<{ select: typeof row }>;

export const orders: Record<DelegateFilters["order"], Prisma.DelegateOrderByWithRelationInput[]> = {
  stroke: [{ strokeKey: "asc" }, { id: "asc" }],
  pinyin: [{ pinyin: "asc" }, { id: "asc" }],
  no: [{ delegateNo: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  manual: [{ sortOrder: "asc" }, { id: "asc" }],
};

/** Place and post as one phrase; a post that already names its place is not doubled. */
export const jobOf = (employer: string | null, position: string | null): string =>
  [employer && position?.startsWith(employer) ? null : employer, position].filter(Boolean).join("") || "—";

const mobileOf = (person: { id: string; mobileCipher: string | null }) => (person.mobileCipher ? maskMobile(open(person.mobileCipher, `Person.mobile:${person.id}`)) : "—");

/** A row as the list shows it: every value already in words, numbers masked. */
function inWords(d: Row, frame: RosterFrame) {
  const { person } = d;
  const cells: Record<ColumnKey, string> = {
    delegateNo: d.delegateNo ?? "—",
    sex: person.sex ? sexName(person.sex) : "—",
    ethnicity: person.ethnicity ? ethnicityName(person.ethnicity) : "—",
    birthMonth: formatMonth(person.birthMonth),
    age: String(ageOn(person.birthMonth, frame.on)),
    nativePlace: person.nativePlace ?? "—",
    joinedPartyOn: person.joinedPartyOn ? formatMonth(person.joinedPartyOn) : "—",
    workStartedOn: person.workStartedOn ? formatMonth(person.workStartedOn) : "—",
    education: d.education ? educationName(d.education) : "—",
    degree: d.degree ? degreeName(d.degree) : "—",
    job: jobOf(d.employer, d.position),
    professionalTitle: d.professionalTitle ?? "—",
    category: d.primaryCategory ? categoryNames[d.primaryCategory] : "—",
    flags: d.flags.map((f) => flagNames[f]).join("、") || "—",
    delegation: d.delegation.name,
    group: d.group?.name ?? "—",
    unit: d.unit.id === frame.rootUnitId ? "—" : d.unit.name,
    mobile: mobileOf(person),
    status: statusNames[d.status],
    remark: d.remark ?? "—",
  };
  return { id: d.id, name: person.name, status: d.status, cells };
}

export type RosterRow = ReturnType<typeof inWords>;

/** How many match; an earlier day is counted in two parts, each on its own indexes. */
async function countMatching(actor: Actor, filters: DelegateFilters, frame: RosterFrame): Promise<number> {
  const parts = await Promise.all(matchingApart(filters, frame).map((part) => db().delegate.count({ where: { AND: [visibleTo(actor), part] } })));
  return parts.reduce((sum, heads) => sum + heads, 0);
}

export const whereOf = (actor: Actor, filters: DelegateFilters, frame: RosterFrame): Prisma.DelegateWhereInput => ({ AND: [visibleTo(actor), matching(filters, frame)] });

/** One page of the roster and the number of all rows that match; a page beyond the last is the last. */
export async function listDelegates(actor: Actor, filters: DelegateFilters, frame: RosterFrame): Promise<{ rows: RosterRow[]; total: number; page: number }> {
  const where = whereOf(actor, filters, frame);
  const [rows, total] = await Promise.all([
    db().delegate.findMany({ where, select: row, orderBy: orders[filters.order], skip: (filters.page - 1) * filters.size, take: filters.size }),
    countMatching(actor, filters, frame),
  ]);
  const last = Math.ceil(total / filters.size);
  if (rows.length === 0 && total > 0 && filters.page > last) return listDelegates(actor, { ...filters, page: last }, frame);
  return { rows: (await asOfDay(actor, rows, frame.asOf)).map((d) => inWords(d, frame)), total, page: filters.page };
}

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Everything the search over a term can choose from, as far as the actor may know of it; `unitId` stays among the units, and of an earlier day those closed since are offered. */
export async function listRosterChoices(actor: Actor, termId: string, unitId?: string, asOf?: string) {
  const [places, units, peoples] = await Promise.all([
    listPlaceChoices(actor, termId), listUnitChoices(actor, { electing: true, closed: asOf !== undefined, ...(unitId && isId(unitId) ? { keep: unitId } : {}) }), listPeoples(actor, termId),
  ]);
  return { termId, ...places, units, peoples };
}

export type RosterChoices = Awaited<ReturnType<typeof listRosterChoices>>;

/** The filters without places of another term: a form in which the term was changed still names them. */
export const withinTerm = (filters: DelegateFilters, choices: RosterChoices): DelegateFilters => {
  const has = (places: { id: string }[], id: string | undefined) => id !== undefined && places.some((p) => p.id === id);
  return { ...filters, delegation: has(choices.delegations, filters.delegation) ? filters.delegation : undefined, group: has(choices.groups, filters.group) ? filters.group : undefined };
};

/**
 * The list an address asks for, whole: its term, what it chooses from, and its filters without page and columns. Null
 * while there is no term. NotFound for another committee's.
 */
export async function getRosterList(actor: Actor, params: Readonly<Record<string, string | string[] | undefined>>, today: string) {
  const asked = delegateFilters.parse(params);
  const frame = await getRosterFrame(actor, asked, today);
  if (!frame) return null;
  const choices = await listRosterChoices(actor, frame.termId, asked.unit, asked.asOf);
  return { frame, choices, filters: { ...withinTerm(asked, choices), page: 1, size: 50 as const, cols: undefined } };
}

/** How many delegates match; what a figure shows is what its list counts. */
export const countDelegates = (actor: Actor, filters: DelegateFilters, frame: RosterFrame): Promise<number> =>
  countMatching(actor, filters, frame);

/** Every matching row for print, at most 2,000, and the number of all that match. */
export async function listDelegatesForPrint(actor: Actor, filters: DelegateFilters, frame: RosterFrame): Promise<{ rows: RosterRow[]; total: number }> {
  const where = whereOf(actor, filters, frame);
  const [rows, total] = await Promise.all([
    db().delegate.findMany({ where, select: row, orderBy: orders[filters.order], take: 2000 }),
    countMatching(actor, filters, frame),
  ]);
  return { rows: (await asOfDay(actor, rows, frame.asOf)).map((d) => inWords(d, frame)), total };
}

/**
 * The national codes of the peoples present in a term, as far as the actor may see its delegates. Steps from code to
 * code and stops at the first delegate of each, instead of reading everybody.
 */
export async function listPeoples(actor: Actor, termId: string): Promise<string[]> {
  const committeeId = actor.committeeId ?? null;
  const found = await db().$queryRaw<{ code: string }[]>`
    WITH RECURSIVE codes AS (
      (SELECT p.ethnicity AS code FROM "Person" p WHERE p."committeeId" = ${committeeId}::uuid AND p.ethnicity IS NOT NULL ORDER BY p.ethnicity LIMIT 1)
      UNION ALL
      SELECT (SELECT p.ethnicity FROM "Person" p WHERE p."committeeId" = ${committeeId}::uuid AND p.ethnicity > codes.code ORDER BY p.ethnicity LIMIT 1)
      FROM codes WHERE codes.code IS NOT NULL
    )
    SELECT codes.code FROM codes CROSS JOIN LATERAL (
      SELECT 1 FROM "Person" p JOIN "Delegate" d ON d."personId" = p.id
      WHERE p."committeeId" = ${committeeId}::uuid AND p.ethnicity = codes.code AND d."termId" = ${termId}::uuid AND ${visibleSql(actor)} LIMIT 1
    ) met WHERE codes.code IS NOT NULL ORDER BY codes.code`;
  return found.map((row) => row.code);
}

/** What an address asks of a roster: which term, ages counted to which day, the register of which day. */
type Asked = Partial<Pick<DelegateFilters, "term" | "on" | "asOf">>;

/** The term of a roster page: the one asked for, else the committee's present one. NotFound for another committee's. */
export async function getRosterFrame(actor: Actor, asked: Asked = {}, today?: string): Promise<RosterFrame | null> {
  const committeeId = actor.committeeId ?? "";
  if (actor.role === "PUBLIC") throw new NotFound({ type: "Term", id: asked.term ?? "" });
  const dates = { id: true, name: true, startsOn: true, endsOn: true, congressFrom: true, ageReferenceOn: true } as const;
  const { units, terms: [term] } = await db().committee.findUniqueOrThrow({
    where: { id: committeeId }, relationLoadStrategy: "join",
    select: { units: { where: { parentId: null }, select: { id: true }, take: 1 }, terms: { where: asked.term ? { id: asked.term } : { currentOf: { isNot: null } }, select: dates, take: 1 } },
  });
  if (!term && asked.term) throw new NotFound({ type: "Term", id: asked.term });
  if (!term) return null;
  const [startsOn, endsOn] = [isoOf(term.startsOn), isoOf(term.endsOn)];
  const on = asked.on ?? asked.asOf;
  const reference = referenceDay({ ageReferenceOn: term.ageReferenceOn && isoOf(term.ageReferenceOn), congressFrom: term.congressFrom && isoOf(term.congressFrom), endsOn }, today ?? "");
  return { termId: term.id, termName: term.name, rootUnitId: units[0]?.id ?? "", startsOn, endsOn, asOf: asked.asOf ?? null, ...(on ? { on, why: "asked" as const } : reference) };
}

export const personRecord = {
  id: true, name: true, pinyin: true, initials: true, pinyinByHand: true, sex: true, ethnicity: true, birthMonth: true, nativePlace: true,
  joinedPartyOn: true, workStartedOn: true, idNumberCipher: true, mobileCipher: true, addressCipher: true, officePhone: true, photoAt: true, version: true,
} satisfies Prisma.PersonSelect;

export type PersonRecord = Prisma.PersonGetPayload<{ select: typeof personRecord }>;

export const record = {
  id: true, committeeId: true, termId: true, personId: true, unitId: true, delegationId: true, groupId: true, delegateNo: true, status: true,
  primaryCategory: true, flags: true, education: true, degree: true, school: true, employer: true, position: true, rank: true, professionalTitle: true,
  occupation: true, honours: true, concurrentRoles: true, electedOn: true, electionKind: true, remark: true, strokeKey: true, version: true,
  person: { select: personRecord },
  delegation: { select: { name: true } },
  group: { select: { name: true } },
  unit: { select: { name: true, parentId: true } },
  term: { select: { name: true, startsOn: true, endsOn: true } },
  statusEvents: { select: { id: true, event: true, toStatus: true, effectiveOn: true, cause: true, basis: true, recordedAt: true }, orderBy: [{ effectiveOn: "desc" }, { recordedAt: "desc" }] },
} satisfies Prisma.DelegateSelect;

export type DelegateRecord = Prisma.DelegateGetPayload<{ select: typeof record }>;

/** One delegate with everything its page shows, numbers still sealed. NotFound outside the actor's sight. */
export async function getDelegate(actor: Actor, id: string): Promise<DelegateRecord> {
  const found = isId(id) ? await db().delegate.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record, relationLoadStrategy: "join" }) : null;
  if (!found) throw new NotFound({ type: "Delegate", id });
  return found;
}

/** Place in the register by surname strokes, with the neighbours, in one statement. */
export async function getNeighbours(actor: Actor, d: DelegateRecord): Promise<{ place: number; total: number; previous: string | null; next: string | null }> {
  const mine = Prisma.sql`d."termId" = ${d.termId}::uuid AND d.status IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED') AND ${visibleSql(actor)}`;
  const here = Prisma.sql`(${d.strokeKey}, ${d.id}::uuid)`;
  const [row] = await db().$queryRaw<{ place: bigint; total: bigint; previous: string | null; next: string | null }[]>`
    SELECT (SELECT count(*) FROM "Delegate" d WHERE ${mine} AND (d."strokeKey", d.id) <= ${here}) AS place,
           (SELECT count(*) FROM "Delegate" d WHERE ${mine}) AS total,
           (SELECT d.id FROM "Delegate" d WHERE ${mine} AND (d."strokeKey", d.id) < ${here} ORDER BY d."strokeKey" DESC, d.id DESC LIMIT 1) AS previous,
           (SELECT d.id FROM "Delegate" d WHERE ${mine} AND (d."strokeKey", d.id) > ${here} ORDER BY d."strokeKey", d.id LIMIT 1) AS next`;
  return { place: Number(row?.place ?? 0), total: Number(row?.total ?? 0), previous: row?.previous ?? null, next: row?.next ?? null };
}

/** The delegate of an account holder in the present term, or the latest one. */
export async function getOwnDelegate(actor: Actor): Promise<DelegateRecord | null> {
  return db().delegate.findFirst({ where: visibleTo(actor), select: record, orderBy: { term: { ordinal: "desc" } }, relationLoadStrategy: "join" });
}

