// Everything that hangs on a unit and goes along when it is merged or split. A test holds the columns that refer to Unit.
import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { onRegister } from "@/lib/delegates/flow";
import { countedFor, visibleTo } from "@/lib/units/policy";
import type { Prisma } from "@/prisma/client/client";

/** Mandates one act carries. */
export const MOST_HEADS = 5000;

/** Terms that are not over: the present one, and any prepared for later. */
const notOver = (): Prisma.TermWhereInput => ({ OR: [{ currentOf: { isNot: null } }, { endsOn: { gt: dayOf(today()) } }] });

const byName: Prisma.DelegateOrderByWithRelationInput[] = [{ term: { startsOn: "asc" } }, { strokeKey: "asc" }, { id: "asc" }];

/** Delegates on the register of terms that are not over, elected by these units, in stroke order. */
export async function listHeads(actor: Actor, unitIds: readonly string[]) {
  const rows = await db().delegate.findMany({
    where: { AND: [countedFor(actor), { unitId: { in: [...unitIds] }, status: { in: onRegister }, term: notOver() }] }, orderBy: byName, take: MOST_HEADS + 1,
    select: { id: true, unitId: true, termId: true, employer: true, position: true, person: { select: { name: true } }, term: { select: { name: true } }, delegation: { select: { name: true } } },
  });
  return rows.map(({ person, term, delegation, ...d }) => ({ ...d, name: person.name, termName: term.name, delegation: delegation.name }));
}
export type Head = Awaited<ReturnType<typeof listHeads>>[number];

/** Delegations of those terms that name one of the units. */
export async function listNaming(actor: Actor, unitIds: readonly string[]) {
  const rows = await db().delegation.findMany({ where: { committeeId: actor.committeeId ?? "", unitId: { in: [...unitIds] }, term: notOver() }, select: { id: true, name: true, termId: true, unitId: true }, orderBy: { id: "asc" } });
  return rows.flatMap(({ unitId, ...d }) => (unitId ? [{ ...d, unitId }] : []));
}
export type Naming = Awaited<ReturnType<typeof listNaming>>[number];

/** Units in use right below these. */
export const listBelow = (actor: Actor, unitIds: readonly string[]) =>
  db().unit.findMany({ where: { AND: [visibleTo(actor), { parentId: { in: [...unitIds] }, activeTo: null }] }, select: { id: true, name: true, parentId: true, path: true, depth: true }, orderBy: [{ position: "asc" }, { id: "asc" }] });
export type Below = Awaited<ReturnType<typeof listBelow>>[number];

/** Roles given on these units, and whom they were given to; `held` when the account has the same role on `intoId` already, or gets it from another of them. */
export async function listGrantsOn(actor: Actor, unitIds: readonly string[], intoId: string | null) {
  const rows = await db().grant.findMany({
    where: { committeeId: actor.committeeId ?? "", forAccountId: null, unitId: { in: [...unitIds, ...(intoId ? [intoId] : [])] } }, select: { id: true, role: true, unitId: true, accountId: true, account: { select: { displayName: true, username: true, disabledAt: true } } }, orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  });
  const has = new Set(rows.filter((g) => g.unitId === intoId).map((g) => `${g.accountId} ${g.role}`));
  return rows.flatMap(({ unitId, account, ...g }) => {
    if (!unitId || unitId === intoId) return [];
    const [key, held] = [`${g.accountId} ${g.role}`, has.has(`${g.accountId} ${g.role}`)];
    has.add(key);
    return [{ ...g, unitId, held, name: account.displayName, username: account.username, stopped: account.disabledAt !== null }];
  });
}
export type GrantOn = Awaited<ReturnType<typeof listGrantsOn>>[number];

/** Seats of these units that wait for a by-election. */
export async function listSeats(actor: Actor, unitIds: readonly string[]) {
  const rows = await db().vacancy.findMany({ where: { committeeId: actor.committeeId ?? "", unitId: { in: [...unitIds] }, state: "OPEN", term: notOver() }, select: { id: true, unitId: true, delegate: { select: { person: { select: { name: true } } } } }, orderBy: { id: "asc" } });
  return rows.map(({ delegate, ...v }) => ({ ...v, name: delegate.person.name }));
}

/** Terminations of these units that await their decision. */
export async function listCases(actor: Actor, unitIds: readonly string[]) {
  const rows = await db().terminationCase.findMany({ where: { committeeId: actor.committeeId ?? "", unitId: { in: [...unitIds] }, state: "PROPOSED" }, select: { id: true, unitId: true, delegateId: true, delegate: { select: { person: { select: { name: true } } } } }, orderBy: { id: "asc" } });
  return rows.map(({ delegate, ...c }) => ({ ...c, name: delegate.person.name }));
}
export type Hanging = { id: string; unitId: string; name: string };

/** Mandates that stay under the name of these units: of terms that are over, and of those who left; by unit, term and status. */
export async function countStaying(actor: Actor, unitIds: readonly string[]) {
  const over = { AND: [countedFor(actor), { unitId: { in: [...unitIds] }, NOT: { status: { in: onRegister }, term: notOver() } }] } satisfies Prisma.DelegateWhereInput;
  const groups = await db().delegate.groupBy({ by: ["unitId", "termId", "status"], where: over, orderBy: [{ termId: "asc" }, { unitId: "asc" }, { status: "asc" }], _count: true });
  const terms = new Map((await db().term.findMany({ where: { id: { in: groups.map((g) => g.termId) } }, select: { id: true, name: true } })).map((t) => [t.id, t.name]));
  return groups.map((g) => ({ unitId: g.unitId, termId: g.termId, status: g.status, termName: terms.get(g.termId) ?? "—", count: g._count }));
}
export type Staying = Awaited<ReturnType<typeof countStaying>>[number];
