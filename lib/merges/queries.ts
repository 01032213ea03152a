import "server-only";
import { validate as isId } from "uuid";
import { statusNames } from "@/lib/delegates/labels";
import { personRecord } from "@/lib/delegates/queries";
import { personOf, shown } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { formatDateLong, formatInstant, formatMonth, now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { personFields, UNDO_HOURS, type PersonField } from "./labels";
import { distinctionsVisibleTo, may, peopleVisibleTo, visibleTo } from "./policy";

const side = {
  ...personRecord, committeeId: true,
  delegates: {
    select: { id: true, termId: true, status: true, delegateNo: true, term: { select: { name: true } }, delegation: { select: { name: true } }, unit: { select: { name: true, parentId: true } } },
    orderBy: { term: { startsOn: "desc" } },
  },
  _count: { select: { accounts: true } },
} satisfies Prisma.PersonSelect;

type Stored = Prisma.PersonGetPayload<{ select: typeof side }>;

const MONTHS: readonly PersonField[] = ["birthMonth", "joinedPartyOn", "workStartedOn"];
const inWords = (field: PersonField, value: string | null) =>
  value && MONTHS.includes(field) ? (value.length > 7 ? formatDateLong(value) : formatMonth(value)) : shown(field, value);

const told = (person: Stored) => ({
  id: person.id, name: person.name, version: person.version, accounts: person._count.accounts, birth: formatMonth(person.birthMonth),
  mandates: person.delegates.map((d) => ({ id: d.id, termId: d.termId, term: d.term.name, place: d.unit.parentId ? `${d.delegation.name}，${d.unit.name}` : d.delegation.name, no: d.delegateNo, status: statusNames[d.status] })),
});

/** Left during the term: whoever came back in it stands in another mandate, and the two are no double. */
export const hasLeft = (status: string): boolean => status === "CEASED" || status === "TERMINATED" || status === "INVALID";

/** The two of an order of ids, whichever was looked at first. */
export const inOrder = (a: string, b: string): { lowId: string; highId: string } => (a < b ? { lowId: a, highId: b } : { lowId: b, highId: a });

const distinction = { id: true, grounds: true, accountName: true, createdAt: true } satisfies Prisma.PersonDistinctionSelect;

/**
 * Two records side by side: each fact of both in words, numbers masked, and whether they are the same. NotFound when
 * one of them is not the actor's to know of, or both are one.
 */
export async function getPair(actor: Actor, keepId: string, dropId: string) {
  const found = isId(keepId) && isId(dropId) ? await db().person.findMany({ where: { AND: [peopleVisibleTo(actor), { id: { in: [keepId, dropId] } }] }, select: side }) : [];
  const [keep, drop] = [found.find((p) => p.id === keepId), found.find((p) => p.id === dropId)];
  if (!keep || !drop || keep.id === drop.id) throw new NotFound({ type: "Person", id: keep ? dropId : keepId });
  const [mine, theirs] = [personOf(keep), personOf(drop)];
  const apart = await db().personDistinction.findUnique({ where: { lowId_highId: inOrder(keepId, dropId) }, select: distinction });
  const taken = new Set(keep.delegates.filter((d) => !hasLeft(d.status)).map((d) => d.termId));
  return {
    keep: told(keep), drop: told(drop),
    fields: personFields.map((field) => ({ field, keep: inWords(field, mine[field]), drop: inWords(field, theirs[field]), same: (mine[field] ?? "") === (theirs[field] ?? "") })),
    bothIn: drop.delegates.filter((d) => !hasLeft(d.status) && taken.has(d.termId)).map((d) => d.term.name),
    apart: apart && { ...apart, on: formatInstant(apart.createdAt) },
  };
}

export type Pair = Awaited<ReturnType<typeof getPair>>;

const record = { id: true, committeeId: true, keptId: true, droppedId: true, keptName: true, droppedName: true, moved: true, removed: true, grounds: true, accountName: true, createdAt: true, undoneAt: true, version: true } satisfies Prisma.PersonMergeSelect;

type Merged = Prisma.PersonMergeGetPayload<{ select: typeof record }>;

export const undoEnds = (createdAt: Date): Date => new Date(createdAt.getTime() + UNDO_HOURS * 3_600_000);

const shownMerge = (actor: Actor, merge: Merged) => ({
  ...merge, on: formatInstant(merge.createdAt), undoneOn: merge.undoneAt && formatInstant(merge.undoneAt),
  undoableUntil: !merge.undoneAt && undoEnds(merge.createdAt) > now() && may(actor, "undo", merge) ? formatInstant(undoEnds(merge.createdAt)) : null,
});

export type PersonMergeRecord = ReturnType<typeof shownMerge>;

/** One merge; NotFound outside the actor's sight. */
export async function getMerge(actor: Actor, id: string): Promise<PersonMergeRecord & { mandates: { id: string; term: string }[] }> {
  const found = isId(id) ? await db().personMerge.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "PersonMerge", id });
  const mandates = await db().delegate.findMany({ where: { committeeId: found.committeeId, personId: { in: [found.keptId, found.droppedId] } }, select: { id: true, term: { select: { name: true } }, person: { select: { name: true } } }, orderBy: { term: { startsOn: "desc" } }, take: 20 });
  return { ...shownMerge(actor, found), mandates: mandates.map((d) => ({ id: d.id, term: `${d.person.name}，${d.term.name}` })) };
}

export const PAGE = 20;

/** Merges of the committee, the latest first, and how many there are. */
export async function listMerges(actor: Actor, page: number) {
  const where = visibleTo(actor);
  const [rows, total] = await Promise.all([
    db().personMerge.findMany({ where, select: record, orderBy: [{ createdAt: "desc" }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().personMerge.count({ where }),
  ]);
  return { rows: rows.map((row) => shownMerge(actor, row)), total };
}

/** Pairs found to be two people, the latest first, and how many there are. */
export async function listDistinctions(actor: Actor, page: number) {
  const where = distinctionsVisibleTo(actor);
  const person = { select: { id: true, name: true, birthMonth: true } } as const;
  const [rows, total] = await Promise.all([
    db().personDistinction.findMany({ where, select: { ...distinction, low: person, high: person }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().personDistinction.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, on: formatInstant(row.createdAt) })), total };
}

export type DistinctionRecord = Awaited<ReturnType<typeof listDistinctions>>["rows"][number];
