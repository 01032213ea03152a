import "server-only";
import { validate as isId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { DelegateStatus } from "@/prisma/client/enums";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { dayOf, isoOf } from "./dates";
import { describeChange } from "./history";
import { choosableBy, countedFor, visibleTo } from "./policy";
import { ancestorsOf, flatten, growTree, type Branch } from "./tree";

/** Elected and not left: the roster's default rows, so a figure here and its link agree. */
const ON_REGISTER: DelegateStatus[] = ["PENDING_REVIEW", "ACTIVE", "SUSPENDED"];

const inOrder: Prisma.UnitOrderByWithRelationInput[] = [{ depth: "asc" }, { position: "asc" }, { id: "asc" }];

const activeOn = (on: string): Prisma.UnitWhereInput => {
  const day = dayOf(on);
  return { activeFrom: { lte: day }, OR: [{ activeTo: null }, { activeTo: { gt: day } }] };
};

const inCurrentTerm = (actor: Actor): Prisma.DelegateWhereInput => ({ AND: [countedFor(actor), { status: { in: ON_REGISTER }, term: { currentOf: { isNot: null } } }] });

async function rowsOf(actor: Actor, where: Prisma.UnitWhereInput) {
  const rows = await db().unit.findMany({
    where: { AND: [visibleTo(actor), where] },
    select: {
      id: true, parentId: true, name: true, kind: true, path: true, isElecting: true, isHandling: true, activeTo: true,
      _count: { select: { delegates: { where: inCurrentTerm(actor) } } },
    },
    orderBy: inOrder,
  });
  return rows.map(({ _count, activeTo, ...row }) => ({ ...row, active: activeTo === null, delegates: _count.delegates }));
}

export type UnitRow = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * The units the actor may know of, as a tree in its own order, each with its delegates on the register of the present
 * term. `asOf` keeps those active on that day, today unless told; `all` adds the closed ones. Names and places are
 * those of today.
 */
export async function listTree(actor: Actor, { asOf = today(), all = false }: { asOf?: string; all?: boolean } = {}): Promise<Branch<UnitRow>[]> {
  return growTree(await rowsOf(actor, all ? {} : activeOn(asOf)));
}

export type UnitChoice = { id: string; name: string; depth: number };

/**
 * Units in use, in the order of the tree, for a select; `depth` counts from the top of what the actor may choose.
 * `electing` and `handling` narrow the list; `keep` is a unit that stays in it whatever its state, so that a form never
 * drops a value it was given. `closed` adds those no longer in use, for a list of an earlier day.
 */
export async function listUnitChoices(actor: Actor, { electing, handling, keep, closed }: { electing?: boolean; handling?: boolean; keep?: string; closed?: boolean } = {}): Promise<UnitChoice[]> {
  const offered: Prisma.UnitWhereInput = { ...(closed ? {} : { activeTo: null }), ...(electing ? { isElecting: true } : {}), ...(handling ? { isHandling: true } : {}) };
  const rows = await db().unit.findMany({
    where: { AND: [choosableBy(actor), keep ? { OR: [offered, { id: keep }] } : offered] },
    select: { id: true, parentId: true, name: true, path: true },
    orderBy: inOrder,
  });
  const level = (branches: Branch<(typeof rows)[number]>[], depth: number): UnitChoice[] =>
    branches.flatMap((b) => [{ id: b.id, name: b.name, depth }, ...level(b.children, depth + 1)]);
  return level(growTree(rows), 0);
}

/** Where the unit may be moved to: everything in use except itself and what is below it. */
export async function listParentChoices(actor: Actor, unit: { id: string; path: string }): Promise<UnitChoice[]> {
  const below = await db().unit.findMany({ where: { AND: [visibleTo(actor), { path: { startsWith: unit.path } }] }, select: { id: true } });
  const barred = new Set(below.map((u) => u.id));
  return (await listUnitChoices(actor)).filter((choice) => !barred.has(choice.id));
}

/** The other units in use under the same parent. */
export const listSiblings = (actor: Actor, unit: { id: string; parentId: string | null }): Promise<{ id: string; name: string }[]> =>
  db().unit.findMany({ where: { AND: [visibleTo(actor), { parentId: unit.parentId, id: { not: unit.id }, activeTo: null }] }, select: { id: true, name: true }, orderBy: inOrder });

/** How many delegates of the present term each unit elected, and how many accounts handle work for it; units with neither are missing. */
export async function countHeld(actor: Actor): Promise<{ heads: Map<string, number>; accounts: Map<string, number> }> {
  const committeeId = actor.committeeId ?? "";
  const [heads, accounts] = await Promise.all([
    db().delegate.groupBy({ by: ["unitId"], where: inCurrentTerm(actor), _count: true }),
    db().grant.groupBy({ by: ["unitId"], where: { committeeId, role: "HANDLING_UNIT", unitId: { not: null }, forAccountId: null }, _count: true }),
  ]);
  return { heads: new Map(heads.map((row) => [row.unitId, row._count])), accounts: new Map(accounts.map((row) => [row.unitId ?? "", row._count])) };
}

const record = {
  id: true, committeeId: true, parentId: true, name: true, kind: true, path: true, isElecting: true, isHandling: true, activeFrom: true, activeTo: true, version: true,
  changes: { select: { id: true, event: true, effectiveOn: true, before: true, after: true, basis: true, accountId: true, recordedAt: true }, orderBy: [{ recordedAt: "desc" }, { id: "desc" }] },
} satisfies Prisma.UnitSelect;

type Change = Prisma.UnitGetPayload<{ select: typeof record }>["changes"][number];

/** The history in words, newest first; names of units outside the actor's sight are not told. */
async function historyOf(actor: Actor, changes: Change[]) {
  const facts = changes.flatMap((c) => [c.before, c.after]) as ({ parentId?: string | null; others?: { id: string }[] } | null)[];
  const parents = facts.flatMap((f) => [...(f?.parentId ? [f.parentId] : []), ...(f?.others ?? []).map((u) => u.id)]);
  const accounts = changes.flatMap((c) => (c.accountId ? [c.accountId] : []));
  const [seen, people] = await Promise.all([
    parents.length > 0 ? db().unit.findMany({ where: { AND: [visibleTo(actor), { id: { in: parents } }] }, select: { id: true } }) : [],
    accounts.length > 0 ? db().account.findMany({ where: { id: { in: accounts } }, select: { id: true, displayName: true } }) : [],
  ]);
  const [known, names] = [new Set(seen.map((u) => u.id)), new Map(people.map((p) => [p.id, p.displayName]))];
  return changes.map((c) => ({
    id: c.id, event: c.event, effectiveOn: isoOf(c.effectiveOn), recordedAt: formatInstant(c.recordedAt), basis: c.basis,
    by: c.accountId ? (names.get(c.accountId) ?? "—") : "系统", lines: describeChange(c.event, c.before, c.after, (id) => known.has(id)),
  }));
}

/** Delegates of the unit by term, newest first: on the register in the present one, elected in earlier ones. */
async function delegatesByTerm(actor: Actor, unitId: string) {
  const terms = await db().term.findMany({
    where: { delegates: { some: { AND: [countedFor(actor), { unitId }] } } },
    select: {
      id: true, name: true, currentOf: { select: { id: true } },
      delegates: { where: { AND: [countedFor(actor), { unitId, status: { not: "INVALID" } }] }, select: { status: true } },
    },
    orderBy: [{ ordinal: "desc" }, { id: "asc" }],
  });
  return terms.map(({ delegates, currentOf, ...term }) => ({
    ...term, current: currentOf !== null, count: currentOf ? delegates.filter((d) => ON_REGISTER.includes(d.status)).length : delegates.length,
  }));
}

/**
 * One unit with the way to it, what is below it, its delegates by term and its dated history. NotFound outside the
 * actor's sight; a liaison is told nothing of what stands above the own unit.
 */
export async function getUnit(actor: Actor, id: string) {
  const unit = isId(id) ? await db().unit.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!unit) throw new NotFound({ type: "Unit", id });
  const [above, below, terms, history] = await Promise.all([
    db().unit.findMany({ where: { AND: [visibleTo(actor), { id: { in: ancestorsOf(unit) } }] }, select: { id: true, name: true }, orderBy: { depth: "asc" } }),
    rowsOf(actor, { path: { startsWith: unit.path }, id: { not: id } }),
    delegatesByTerm(actor, id),
    historyOf(actor, unit.changes),
  ]);
  const { changes: _changes, ...facts } = unit;
  const tree = growTree(below);
  return {
    ...facts, activeFrom: isoOf(unit.activeFrom), activeTo: unit.activeTo ? isoOf(unit.activeTo) : null,
    above, children: tree, activeBelow: flatten(tree).filter((u) => u.active).length, terms, history,
  };
}

export type UnitRecord = Awaited<ReturnType<typeof getUnit>>;
