import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { addDays } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/client/client";
import { inWords, type AuditRow, type Recorded } from "./in-words";
import { visibleSql } from "./scope-sql";
import type { AuditFilters } from "./schema";

const columns = Prisma.sql`e.seq, e.at, e."actorName", e.role, e.verb, e."targetType", e."targetId", e."targetName", e.outcome::text AS outcome, e.changes, e.reason, e."requestId", e.address`;

const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

type Conditions = Omit<AuditFilters, "before" | "after" | "size">;

function matching(actor: Actor, f: Conditions): Prisma.Sql {
  const parts = [visibleSql(actor)];
  if (f.from) parts.push(Prisma.sql`e.at >= ${midnight(f.from)}`);
  if (f.to) parts.push(Prisma.sql`e.at < ${midnight(addDays(f.to, 1))}`);
  if (f.actor) parts.push(Prisma.sql`position(${f.actor} IN e."actorName") > 0`);
  if (f.verb) parts.push(Prisma.sql`e.verb = ${f.verb}`);
  if (f.outcome) parts.push(Prisma.sql`e.outcome = ${f.outcome}::"AuditOutcome"`);
  if (f.target) parts.push(Prisma.sql`e."targetId" = ${f.target}`);
  return Prisma.join(parts, " AND ");
}

/** Events older than a number, newest first. */
const older = (where: Prisma.Sql, before: bigint | null, take: number) =>
  db().$queryRaw<Recorded[]>`SELECT ${columns} FROM "AuditEvent" e WHERE ${where} AND ${before === null ? Prisma.sql`true` : Prisma.sql`e.seq < ${before}`} ORDER BY e.seq DESC LIMIT ${take}`;

/** Events newer than a number, oldest first. */
const newer = (where: Prisma.Sql, after: bigint, take: number) =>
  db().$queryRaw<Recorded[]>`SELECT ${columns} FROM "AuditEvent" e WHERE ${where} AND e.seq > ${after} ORDER BY e.seq ASC LIMIT ${take}`;

export type AuditPage = { rows: AuditRow[]; newerThan: string | null; olderThan: string | null };

/**
 * One page of the audit, newest first, found by sequence number and not by counting, so the last page costs what the
 * first does. `newerThan` and `olderThan` are the numbers to go on from, null at either end.
 */
export async function listAudits(actor: Actor, filters: AuditFilters): Promise<AuditPage> {
  const where = matching(actor, filters);
  const take = filters.size + 1;
  const back = filters.after !== undefined;
  const found = back ? await newer(where, BigInt(filters.after ?? 0), take) : await older(where, filters.before ? BigInt(filters.before) : null, take);
  const more = found.length === take;
  const rows = found.slice(0, filters.size);
  if (back) rows.reverse();
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return {
    rows: rows.map(inWords),
    newerThan: newest && (back ? more : filters.before !== undefined) ? String(newest.seq) : null,
    olderThan: oldest && (back || more) ? String(oldest.seq) : null,
  };
}

/** One event of the audit. Refuses with NotFound what is not the actor's to read. */
export async function getAudit(actor: Actor, seq: string): Promise<AuditRow> {
  const [event] = await db().$queryRaw<Recorded[]>`SELECT ${columns} FROM "AuditEvent" e WHERE ${visibleSql(actor)} AND e.seq = ${BigInt(seq)}`;
  if (!event) throw new NotFound({ type: "AuditEvent", id: seq });
  return inWords(event);
}

/** How many events match, and the number of the newest: an export ends there, however many are written meanwhile. */
export async function countAudits(actor: Actor, filters: Conditions): Promise<{ total: number; newest: string }> {
  const [row] = await db().$queryRaw<{ total: bigint; newest: bigint | null }[]>`SELECT count(*) AS total, max(e.seq) AS newest FROM "AuditEvent" e WHERE ${matching(actor, filters)}`;
  return { total: Number(row?.total ?? 0), newest: String(row?.newest ?? 0) };
}

/** Every matching event up to `newest`, newest first, in portions of 1,000. */
export async function* portionsOf(actor: Actor, filters: Conditions, newest: string): AsyncGenerator<AuditRow[]> {
  const where = matching(actor, filters);
  for (let before = BigInt(newest) + 1n; ;) {
    const found = await older(where, before, 1000);
    if (found.length === 0) return;
    yield found.map(inWords);
    before = found.at(-1)?.seq ?? 0n;
  }
}

/** Refusals of the last 24 hours, for the first page of the audit. */
export async function countRefusals(actor: Actor): Promise<number> {
  const since = new Date(Date.now() - 24 * 3600_000);
  const [row] = await db().$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM "AuditEvent" e WHERE ${visibleSql(actor)} AND e.outcome = 'REFUSED' AND e.at >= ${since}`;
  return Number(row?.total ?? 0);
}
