import "server-only";
import { validate as isId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { DelegateStatus } from "@/prisma/client/enums";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { isoOf } from "./dates";
import { ordinalName } from "./ordinal";
import { countedFor, delegationsVisibleTo, groupsVisibleTo, visibleTo } from "./policy";

/** Elected and not left: the roster's default rows, so a figure here and its link agree. */
const ON_REGISTER: DelegateStatus[] = ["PENDING_REVIEW", "ACTIVE", "SUSPENDED"];

const counted = (actor: Actor): Prisma.DelegateWhereInput => ({ AND: [countedFor(actor), { status: { in: ON_REGISTER } }] });
const dayOr = (date: Date | null) => (date ? isoOf(date) : null);

const select = (actor: Actor) => ({
  id: true, committeeId: true, level: true, ordinal: true, name: true, congressFrom: true, congressTo: true, startsOn: true, endsOn: true, ageReferenceOn: true,
  version: true, currentOf: { select: { id: true } },
  _count: { select: { delegates: { where: counted(actor) }, delegations: { where: delegationsVisibleTo(actor) }, groups: { where: groupsVisibleTo(actor) } } },
}) satisfies Prisma.TermSelect;

type Row = Prisma.TermGetPayload<{ select: ReturnType<typeof select> }>;

const told = ({ currentOf, _count, ...term }: Row) => ({
  ...term, current: currentOf !== null, ordinalName: ordinalName(term.ordinal),
  congressFrom: dayOr(term.congressFrom), congressTo: dayOr(term.congressTo), startsOn: isoOf(term.startsOn), endsOn: isoOf(term.endsOn), ageReferenceOn: dayOr(term.ageReferenceOn),
  delegates: _count.delegates, delegations: _count.delegations, groups: _count.groups,
});

export type TermRecord = ReturnType<typeof told>;

const latestFirst: Prisma.TermOrderByWithRelationInput[] = [{ startsOn: "desc" }, { ordinal: "desc" }, { id: "asc" }];

/** The terms of the actor's committee, the latest first; figures count delegates on the register that the actor may see. */
export async function listTerms(actor: Actor): Promise<TermRecord[]> {
  const rows = await db().term.findMany({ where: visibleTo(actor), select: select(actor), orderBy: latestFirst });
  return rows.map(told);
}

/** One term. NotFound outside the actor's sight. */
export async function getTerm(actor: Actor, id: string): Promise<TermRecord> {
  const row = isId(id) ? await db().term.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: select(actor) }) : null;
  if (!row) throw new NotFound({ type: "Term", id });
  return told(row);
}

/** Refuses a term outside the actor's sight with NotFound. */
async function mustSee(actor: Actor, id: string): Promise<void> {
  const seen = isId(id) ? await db().term.count({ where: { AND: [visibleTo(actor), { id }] } }) : 0;
  if (seen === 0) throw new NotFound({ type: "Term", id });
}

/** The present term of the actor's committee; null while none is set or for those who read no terms. */
export async function getCurrentTerm(actor: Actor): Promise<TermRecord | null> {
  const row = await db().term.findFirst({ where: { AND: [visibleTo(actor), { currentOf: { isNot: null } }] }, select: select(actor) });
  return row ? told(row) : null;
}

/** Level, ordinal and name of the term that would follow, to fill in a new form. */
export async function suggestTerm(actor: Actor): Promise<{ level: TermRecord["level"]; ordinal: number; name: string }> {
  const [latest] = await listTerms(actor);
  const committee = actor.committeeId ? await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId }, select: { areaName: true } }) : null;
  const ordinal = Math.min((latest?.ordinal ?? 0) + 1, 99);
  return { level: latest?.level ?? "DISTRICT", ordinal, name: `${committee?.areaName ?? ""}${ordinalName(ordinal)}党代会` };
}

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

/** Heads on the register by place, read once for all places of a term: counted place by place, each would read the whole term. */
async function headsBy(actor: Actor, termId: string, place: "delegationId" | "groupId"): Promise<Map<string | null, number>> {
  const found = await db().delegate.groupBy({ by: [place], where: { AND: [counted(actor), { termId }] }, _count: { _all: true } });
  return new Map(found.map((row) => [row[place], row._count._all]));
}

/** The terms, delegations and groups a list of delegates can be narrowed by, in their order, without figures. NotFound for a term not the actor's. */
export async function listPlaceChoices(actor: Actor, termId: string) {
  const name = { id: true, name: true } as const;
  const terms = await db().term.findMany({ where: visibleTo(actor), select: name, orderBy: latestFirst });
  if (!terms.some((term) => term.id === termId)) throw new NotFound({ type: "Term", id: termId });
  const [delegations, groups] = await Promise.all([
    listDelegationNames(actor, termId),
    db().delegateGroup.findMany({ where: { AND: [groupsVisibleTo(actor), { termId }] }, select: { ...name, delegation: { select: { name: true } } }, orderBy: inOrder }),
  ]);
  return { terms, delegations, groups: groups.map(({ delegation, ...group }) => ({ ...group, delegationName: delegation?.name ?? null })) };
}

/** The delegations of a term in their order, by name alone; none of a term that is not the actor's. */
export const listDelegationNames = (actor: Actor, termId: string): Promise<{ id: string; name: string }[]> =>
  db().delegation.findMany({ where: { AND: [delegationsVisibleTo(actor), { termId }] }, select: { id: true, name: true }, orderBy: inOrder });

/** The present head of a place, as far as the actor may know of that delegate. */
const head = (actor: Actor) =>
  ({ where: { kind: "HEAD", untilOn: null, delegate: countedFor(actor) }, select: { delegate: { select: { person: { select: { name: true } } } } }, take: 1 }) satisfies Prisma.PlacePostFindManyArgs;
const nameOf = (posts: { delegate: { person: { name: string } } }[]): string | null => posts[0]?.delegate.person.name ?? null;

/** The delegations of a term in their order, each with its delegates on the register. NotFound for a term not the actor's. */
export async function listDelegations(actor: Actor, termId: string) {
  await mustSee(actor, termId);
  const [rows, heads] = await Promise.all([
    db().delegation.findMany({
      where: { AND: [delegationsVisibleTo(actor), { termId }] },
      select: {
        id: true, termId: true, name: true, position: true, version: true, unitId: true, unit: { select: { name: true } }, posts: head(actor),
        _count: { select: { groups: { where: groupsVisibleTo(actor) } } },
      },
      orderBy: inOrder,
    }),
    headsBy(actor, termId, "delegationId"),
  ]);
  return rows.map(({ _count, unit, unitId, posts, ...row }) => {
    const told = actor.role !== "UNIT_LIAISON" || (unitId !== null && actor.unitIds.includes(unitId));
    return { ...row, unitId: told ? unitId : null, unitName: told ? (unit?.name ?? null) : null, delegates: heads.get(row.id) ?? 0, groups: _count.groups, head: nameOf(posts) };
  });
}

export type DelegationRow = Awaited<ReturnType<typeof listDelegations>>[number];

/** The groups of a term in their order, each with its delegation and its delegates on the register. */
export async function listGroups(actor: Actor, termId: string) {
  await mustSee(actor, termId);
  const [rows, heads] = await Promise.all([
    db().delegateGroup.findMany({
      where: { AND: [groupsVisibleTo(actor), { termId }] },
      select: { id: true, termId: true, name: true, position: true, version: true, delegationId: true, delegation: { select: { name: true } }, posts: head(actor) },
      orderBy: inOrder,
    }),
    headsBy(actor, termId, "groupId"),
  ]);
  return rows.map(({ delegation, posts, ...row }) => ({ ...row, delegationName: delegation?.name ?? null, delegates: heads.get(row.id) ?? 0, head: nameOf(posts) }));
}

export type GroupRow = Awaited<ReturnType<typeof listGroups>>[number];

/** One delegation of a term, for its own page. */
export async function getDelegation(actor: Actor, termId: string, id: string): Promise<DelegationRow> {
  const found = (await listDelegations(actor, termId)).find((d) => d.id === id);
  if (!found) throw new NotFound({ type: "Delegation", id });
  return found;
}

/** One group of a term, for its own page. */
export async function getGroup(actor: Actor, termId: string, id: string): Promise<GroupRow> {
  const found = (await listGroups(actor, termId)).find((g) => g.id === id);
  if (!found) throw new NotFound({ type: "DelegateGroup", id });
  return found;
}
