import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { listDelegationNames } from "@/lib/terms/queries";
import { Prisma } from "@/prisma/client/client";
import type { ContactKind, DutyState } from "@/prisma/client/enums";
import type { Shown } from "./labels";
import { may, visibleTo } from "./policy";
import { daysOf, quarterOf, type Quarter } from "@/lib/platform/quarters";

/** Records that name a contact; what waits for review counts as in the gaps. */
const naming: DutyState[] = ["SUBMITTED", "APPROVED"];

const during = (quarter: Quarter) => ({ gte: dayOf(daysOf(quarter).from), lte: dayOf(daysOf(quarter).to) });
const metIn = (quarter: Quarter): Prisma.DutyContactWhereInput => ({ duty: { state: { in: naming }, heldOn: during(quarter) } });

/** Contacts kept in the quarter by delegates in office. */
const keptIn = (quarter: Quarter): Prisma.ContactWhereInput => ({ since: { lte: dayOf(daysOf(quarter).to) }, OR: [{ endedOn: null }, { endedOn: { gte: dayOf(daysOf(quarter).from) } }], delegate: { status: "ACTIVE" } });
const shown = (show: Shown, quarter: Quarter): Prisma.ContactWhereInput => (show === "all" ? {} : { duties: show === "covered" ? { some: metIn(quarter) } : { none: metIn(quarter) } });

export type CoverageOf = { termId: string; quarter: Quarter; kind?: ContactKind | undefined; delegation?: string | undefined };

const coverageWhere = (actor: Actor, { termId, quarter, kind, delegation }: CoverageOf, show: Shown): Prisma.ContactWhereInput =>
  ({ AND: [visibleTo(actor), { termId }, keptIn(quarter), shown(show, quarter), kind ? { kind } : {}, delegation ? { delegate: { delegationId: delegation } } : {}] });

const row = {
  id: true, committeeId: true, delegateId: true, kind: true, name: true, about: true, since: true, endedOn: true, endReason: true, authorName: true, version: true,
  delegate: { select: { unitId: true, personId: true, person: { select: { name: true } }, delegation: { select: { name: true } } } },
  duties: { where: { duty: { state: { in: naming } } }, select: { duty: { select: { id: true, heldOn: true, title: true, state: true } } }, orderBy: { duty: { heldOn: "desc" } }, take: 1 },
} satisfies Prisma.ContactSelect;

type Stored = Prisma.ContactGetPayload<{ select: typeof row }>;

const read = (actor: Actor, { since, endedOn, duties, delegate, ...found }: Stored) => {
  const facts = { committeeId: found.committeeId, unitId: delegate.unitId, personId: delegate.personId };
  return { ...found, facts, since: isoOf(since), endedOn: endedOn ? isoOf(endedOn) : null, person: delegate.person.name, delegation: delegate.delegation.name, last: duties[0] ? isoOf(duties[0].duty.heldOn) : null, edits: endedOn === null && may(actor, "edit", facts) };
};

/** A contact with the day it was last met, null before the first time. */
export type ContactRow = ReturnType<typeof read>;

export const PAGE = 50;
const listed: Prisma.ContactOrderByWithRelationInput[] = [{ kind: "asc" }, { since: "asc" }, { id: "asc" }];

/** Contacts of a quarter, by delegate, and how many there are. */
export async function listCoverage(actor: Actor, of: CoverageOf, { show, page }: { show: Shown; page: number }): Promise<{ rows: ContactRow[]; total: number }> {
  const where = coverageWhere(actor, of, show);
  const [rows, total] = await Promise.all([
    db().contact.findMany({ where, select: row, orderBy: [{ delegate: { delegation: { position: "asc" } } }, { delegate: { sortOrder: "asc" } }, ...listed], skip: (page - 1) * PAGE, take: PAGE }),
    db().contact.count({ where }),
  ]);
  return { rows: rows.map((found) => read(actor, found)), total };
}

export type Coverage = { all: number; covered: number; open: number };

const none: Coverage = { all: 0, covered: 0, open: 0 };

/** visibleTo for the statement written by hand, on k and d. */
function inSight(actor: Actor): Prisma.Sql {
  const here = Prisma.sql`k."committeeId" = ${actor.committeeId}::uuid`;
  if (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") return here;
  return actor.role === "UNIT_LIAISON" ? Prisma.sql`${here} AND d."unitId" = ANY(${[...actor.unitIds]}::uuid[])` : Prisma.sql`FALSE`;
}

/** How many contacts each delegation keeps in a quarter, and how many of them were met; `total` is their sum. A test holds it against `listCoverage`. */
export async function countCoverage(actor: Actor, { termId, quarter }: Pick<CoverageOf, "termId" | "quarter">): Promise<{ rows: (Coverage & { id: string; name: string })[]; total: Coverage }> {
  const { from, to } = daysOf(quarter);
  const sums = await db().$queryRaw<(Omit<Coverage, "open"> & { id: string })[]>`
    SELECT d."delegationId" AS id, count(*)::int AS "all", count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM "DutyContact" c JOIN "Duty" u ON u.id = c."dutyId" WHERE c."contactId" = k.id AND u.state IN ('SUBMITTED', 'APPROVED') AND u."heldOn" BETWEEN ${dayOf(from)}::date AND ${dayOf(to)}::date))::int AS covered
    FROM "Contact" k JOIN "Delegate" d ON d.id = k."delegateId"
    WHERE ${inSight(actor)} AND k."termId" = ${termId}::uuid AND d.status = 'ACTIVE' AND k.since <= ${dayOf(to)}::date AND (k."endedOn" IS NULL OR k."endedOn" >= ${dayOf(from)}::date)
    GROUP BY 1`;
  const of = new Map(sums.map((sum) => [sum.id, { ...sum, open: sum.all - sum.covered }]));
  const rows = (await listDelegationNames(actor, termId)).flatMap(({ id, name }) => (of.has(id) ? [{ ...none, ...of.get(id), id, name }] : []));
  return { rows, total: rows.reduce((a, b) => ({ all: a.all + b.all, covered: a.covered + b.covered, open: a.open + b.open }), none) };
}

/** Contacts of one delegate, those that ended last. */
export async function listContactsOf(actor: Actor, delegateId: string): Promise<{ kept: ContactRow[]; ended: ContactRow[] }> {
  const rows = (await db().contact.findMany({ where: { AND: [visibleTo(actor), { delegateId }] }, select: row, orderBy: listed, take: 300 })).map((found) => read(actor, found));
  return { kept: rows.filter(({ endedOn }) => !endedOn), ended: rows.filter(({ endedOn }) => endedOn) };
}

/** How many a delegate keeps now. */
export const countKept = (actor: Actor, delegateId: string): Promise<number> => db().contact.count({ where: { AND: [visibleTo(actor), { delegateId, endedOn: null }] } });

/** Which of these were met in the present quarter. */
export async function metNow(actor: Actor, delegateId: string): Promise<Set<string>> {
  const rows = await db().contact.findMany({ where: { AND: [visibleTo(actor), { delegateId, duties: { some: metIn(quarterOf(today())) } }] }, select: { id: true }, take: 300 });
  return new Set(rows.map(({ id }) => id));
}

/** One contact; NotFound outside the actor's sight. */
export async function getContact(actor: Actor, id: string): Promise<ContactRow> {
  const found = isId(id) ? await db().contact.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: row }) : null;
  if (!found) throw new NotFound({ type: "Contact", id });
  return read(actor, found);
}

/** The records that name a contact, the latest first. */
export async function listMeetings(actor: Actor, contactId: string, page: number) {
  const where: Prisma.DutyContactWhereInput = { contactId, contact: visibleTo(actor), duty: { state: { in: naming } } };
  const [rows, total] = await Promise.all([
    db().dutyContact.findMany({ where, select: { duty: { select: { id: true, title: true, heldOn: true, state: true, content: true } } }, orderBy: [{ duty: { heldOn: "desc" } }, { dutyId: "desc" }], skip: (page - 1) * 20, take: 20 }),
    db().dutyContact.count({ where }),
  ]);
  return { rows: rows.map(({ duty }) => ({ ...duty, heldOn: isoOf(duty.heldOn) })), total };
}

/** Contacts a new record of this delegate may name: those kept now. */
export const listNameable = async (actor: Actor, delegateId: string): Promise<{ id: string; kind: ContactKind; name: string }[]> =>
  db().contact.findMany({ where: { AND: [visibleTo(actor), { delegateId, endedOn: null }] }, select: { id: true, kind: true, name: true }, orderBy: listed, take: 60 });
