import "server-only";
import { createHash } from "node:crypto";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { listPlaceChoices } from "@/lib/terms/queries";
import type { Prisma } from "@/prisma/client/client";
import { BatchOutcome } from "@/prisma/client/enums";
import type { DelegateFilters } from "./filters";
import { planMove, type GroupHomes, type Moved, type MoveTarget } from "./move-plan";
import { planNumbers, ruleAfter, type Assigned, type NumberRule } from "./number-plan";
import { batchesVisibleTo } from "./policy";
import { countDelegates, orders, whereOf, type RosterFrame } from "./queries";

/** People of one batch: a congress and more, and still one statement. */
export const MOST_AT_ONCE = 2000;

const reached = { id: true, version: true, status: true, delegationId: true, groupId: true, unitId: true, delegateNo: true, person: { select: { name: true } } } as const;

/** The list a batch is about, whole and in its order; null when it is longer than a batch may be. */
async function readList(actor: Actor, filters: DelegateFilters, frame: RosterFrame, first: Prisma.DelegateOrderByWithRelationInput[] = []) {
  if ((await countDelegates(actor, filters, frame)) > MOST_AT_ONCE) return null;
  const rows = await db().delegate.findMany({ where: whereOf(actor, filters, frame), select: reached, orderBy: [...first, ...orders[filters.order]], take: MOST_AT_ONCE });
  return rows.map(({ person, ...row }) => ({ ...row, name: person.name }));
}

/** What the list looked like when it was shown; it differs as soon as somebody joined, left or was written. */
const sealOf = (rows: readonly { id: string; version: number }[]): string =>
  createHash("sha256").update(rows.map((row) => `${row.id}:${row.version}`).sort().join()).digest("base64url").slice(0, 22);

/** How many there are of each outcome, what is to be done first. */
export const tally = (plan: readonly { outcome: BatchOutcome }[]): { outcome: BatchOutcome; heads: number }[] =>
  Object.values(BatchOutcome).map((outcome) => ({ outcome, heads: plan.filter((one) => one.outcome === outcome).length })).filter((one) => one.heads > 0);

/** The names of a move's places, and the delegation of every group of the term. */
async function getMovePlaces(actor: Actor, termId: string): Promise<{ homes: GroupHomes; names: Map<string, string> }> {
  const [choices, groups, units] = await Promise.all([
    listPlaceChoices(actor, termId),
    db().delegateGroup.findMany({ where: { termId, committeeId: actor.committeeId ?? "" }, select: { id: true, name: true, delegationId: true } }),
    db().unit.findMany({ where: { committeeId: actor.committeeId ?? "" }, select: { id: true, name: true } }),
  ]);
  return { homes: new Map(groups.map((group) => [group.id, group.delegationId])), names: new Map([...choices.delegations, ...groups, ...units].map((place) => [place.id, place.name])) };
}

/** What a move would do to everybody of a list, with the names of all places there are. Null when the list is too long. */
export async function previewMove(actor: Actor, filters: DelegateFilters, frame: RosterFrame, target: MoveTarget): Promise<{ plan: Moved[]; seal: string; names: Map<string, string> } | null> {
  const [rows, { homes, names }] = await Promise.all([readList(actor, filters, frame), getMovePlaces(actor, frame.termId)]);
  return rows && { plan: planMove(rows, target, homes), seal: sealOf(rows), names };
}

/** Every number of this prefix that somebody of the term bears or once bore. */
async function listUsedNumbers(actor: Actor, termId: string, prefix: string): Promise<Set<string>> {
  const borne = { committeeId: actor.committeeId ?? "", delegateNo: { startsWith: prefix } };
  const [now, once] = await Promise.all([
    db().delegate.findMany({ where: { ...borne, termId }, select: { delegateNo: true } }),
    db().delegatePast.findMany({ where: { ...borne, delegate: { termId } }, select: { delegateNo: true } }),
  ]);
  return new Set([...now, ...once].flatMap((row) => row.delegateNo ?? []));
}

/** Which number everybody of a list would get. Null when the list is too long. */
export async function previewNumbers(actor: Actor, filters: DelegateFilters, frame: RosterFrame, rule: NumberRule): Promise<{ plan: Assigned[]; seal: string } | null> {
  const first: Prisma.DelegateOrderByWithRelationInput[] = rule.by === "delegation" ? [{ delegation: { position: "asc" } }, { delegationId: "asc" }] : [];
  const [rows, used] = await Promise.all([readList(actor, filters, frame, first), listUsedNumbers(actor, frame.termId, rule.prefix)]);
  return rows && { plan: planNumbers(rows, rule, used), seal: sealOf(rows) };
}

/** The rule that goes on from the highest number of the term. */
export async function suggestRule(actor: Actor, termId: string): Promise<NumberRule> {
  const last = await db().delegate.findFirst({ where: { committeeId: actor.committeeId ?? "", termId, delegateNo: { not: null } }, select: { delegateNo: true }, orderBy: [{ delegateNo: "desc" }, { id: "asc" }] });
  return ruleAfter(last?.delegateNo ?? null);
}

const batch = { id: true, committeeId: true, termId: true, kind: true, wanted: true, done: true, skipped: true, accountName: true, createdAt: true, term: { select: { name: true } } } as const;

/** One batch with its outcomes; each leads to exactly its people. NotFound outside the actor's sight. */
export async function getDelegateBatch(actor: Actor, id: string) {
  const found = isId(id) ? await db().delegateBatch.findFirst({ where: { AND: [batchesVisibleTo(actor), { id }] }, select: batch }) : null;
  if (!found) throw new NotFound({ type: "DelegateBatch", id });
  const outcomes = await db().delegateBatchItem.groupBy({ by: ["outcome"], where: { batchId: id }, _count: { _all: true }, orderBy: { outcome: "asc" } });
  return { ...found, at: formatInstant(found.createdAt), outcomes: outcomes.map((row) => ({ outcome: row.outcome, heads: row._count._all })) };
}

/** The latest batches of the committee, at most `take`. */
export async function listDelegateBatches(actor: Actor, take = 20) {
  const rows = await db().delegateBatch.findMany({ where: batchesVisibleTo(actor), select: batch, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take });
  return rows.map((row) => ({ ...row, at: formatInstant(row.createdAt) }));
}
