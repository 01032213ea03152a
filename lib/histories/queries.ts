import "server-only";
import type { DelegateRecord } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import type { Changes } from "@/lib/platform/audit";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import { fieldName, verbName } from "./labels";
import { may, readableBy } from "./policy";
import type { HistoryFilters } from "./schema";

const event = { seq: true, at: true, accountId: true, actorName: true, verb: true, targetId: true, changes: true, reason: true, requestId: true } satisfies Prisma.AuditEventSelect;
type Recorded = Prisma.AuditEventGetPayload<{ select: typeof event }>;

/** More than a person gathers in a life. */
const MANY = 500;

/** Records whose events make up a history, each with the term it belongs to. */
async function subjectsOf(d: DelegateRecord, range: HistoryFilters["range"]): Promise<Map<string, string>> {
  const mandates = range === "mandate" ? [{ id: d.id, term: d.term }] : await db().delegate.findMany({ where: { committeeId: d.committeeId, personId: d.personId }, select: { id: true, term: { select: { name: true } } }, take: MANY });
  const of = { where: { committeeId: d.committeeId, delegateId: { in: mandates.map((m) => m.id) } }, select: { id: true, delegateId: true }, take: MANY };
  const cases = (await Promise.all([db().correctionRequest.findMany(of), db().terminationCase.findMany(of)])).flat();
  const terms = new Map(mandates.map((m) => [m.id, m.term.name]));
  return new Map([...terms, ...cases.map((c): [string, string] => [c.id, terms.get(c.delegateId) ?? ""])]);
}

const inWords = (actor: Actor, e: Recorded, terms: Map<string, string>) => ({
  seq: String(e.seq), at: formatInstant(e.at), by: actor.role === "DELEGATE" && e.accountId === actor.accountId ? "本人" : e.actorName, act: verbName(e.verb), term: terms.get(e.targetId ?? "") ?? "", reason: e.reason, requestId: e.requestId,
  changes: Object.entries((e.changes ?? {}) as Changes).map(([field, [old, now]]) => ({ field: fieldName(field), old, now })),
});

export type Happening = ReturnType<typeof inWords>;
export type History = { rows: Happening[]; newerThan: string | null; olderThan: string | null; mandates: number };

/**
 * What happened to one mandate, or to its person in every term: status, edits, imports, corrections and who did them, the
 * latest first, by number and not by counting. Values are masked as they were when written. Empty for who may not read it.
 */
export async function listHistory(actor: Actor, d: DelegateRecord, { range, before, after, size }: HistoryFilters): Promise<History> {
  if (!may(actor, "read", d)) return { rows: [], newerThan: null, olderThan: null, mandates: 0 };
  const [subjects, mandates] = await Promise.all([subjectsOf(d, range), db().delegate.count({ where: { committeeId: d.committeeId, personId: d.personId } })]);
  const { targets, without } = readableBy(actor);
  const seq = after ? { gt: BigInt(after) } : before ? { lt: BigInt(before) } : {};
  const where = { committeeId: d.committeeId, targetType: { in: targets }, targetId: { in: [...subjects.keys()] }, outcome: "DONE", verb: { notIn: without }, seq } satisfies Prisma.AuditEventWhereInput;
  const found = await db().auditEvent.findMany({ where, select: event, orderBy: { seq: after ? "asc" : "desc" }, take: size + 1 });
  const [more, events] = [found.length > size, found.slice(0, size)];
  if (after) events.reverse();
  const [newest, oldest] = [events[0], events.at(-1)];
  return {
    rows: events.map((e) => inWords(actor, e, subjects)), mandates,
    newerThan: newest && (after ? more : before) ? String(newest.seq) : null, olderThan: oldest && (after || more) ? String(oldest.seq) : null,
  };
}
