import "server-only";
import { getRosterFrame } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { visibleTo } from "@/lib/terms/policy";
import { Prisma } from "@/prisma/client/client";
import { checkedSql, flawedSql, headsOf, pageSql, unwatchedSql, type Ground } from "./flaw-sql";
import { flaws, refusals, UNWATCHED, type Flaw, type Kind } from "./labels";
import { may } from "./policy";

const sql = Prisma.sql;

export type QualityFrame = Ground & { termName: string };

/** The term a page is about: the one asked for, else the present one; null while there is none. NotFound for another committee's. */
export async function getQualityFrame(actor: Actor, termId?: string): Promise<QualityFrame | null> {
  const committeeId = actor.committeeId ?? "";
  if (!may(actor, "mobile", { committeeId })) throw new Forbidden("quality.view", { type: "Term", id: termId ?? null }, refusals.view);
  const frame = await getRosterFrame(actor, { term: termId });
  if (!frame) return null;
  const term = await db().term.findUniqueOrThrow({ where: { id: frame.termId }, select: { congressFrom: true, startsOn: true } });
  return { committeeId, termId: frame.termId, termName: frame.termName, rootUnitId: frame.rootUnitId, opensOn: (term.congressFrom ?? term.startsOn).toISOString().slice(0, 10) };
}

/** The terms a page can be about, the latest first. */
export const listTermChoices = (actor: Actor): Promise<{ id: string; name: string }[]> =>
  db().term.findMany({ where: visibleTo(actor), select: { id: true, name: true }, orderBy: [{ startsOn: "desc" }, { id: "asc" }] });

const counting = (actor: Actor, kind: Kind, at: Ground) => sql`SELECT ${kind}::text AS kind, count(*)::int AS heads ${kind === UNWATCHED ? unwatchedSql(at) : flawedSql(actor, kind, at)}`;

export type QualityCounts = { checked: number; of: Partial<Record<Kind, number>> };

/** How many delegates were looked at and how many bear each flaw, each as its list counts it, in one statement. */
export async function countFlaws(actor: Actor, at: Ground): Promise<QualityCounts> {
  const kinds = [...flaws, UNWATCHED].filter((kind): kind is Kind => may(actor, kind as Kind, at));
  const rows = await db().$queryRaw<{ kind: Kind | "checked"; heads: number }[]>`
    SELECT 'checked' AS kind, count(*)::int AS heads ${checkedSql(actor, at)} UNION ALL ${Prisma.join(kinds.map((kind) => counting(actor, kind, at)), " UNION ALL ")}`;
  const counted = new Map(rows.map((row) => [row.kind, row.heads]));
  return { checked: counted.get("checked") ?? 0, of: Object.fromEntries(kinds.map((kind) => [kind, counted.get(kind) ?? 0])) };
}

export const PAGE = 50;

/** How many rows a kind lists. NotFound for a kind that is not the actor's to see. */
export async function countFlawed(actor: Actor, kind: Kind, at: Ground): Promise<number> {
  if (!may(actor, kind, at)) throw new NotFound({ type: "Term", id: at.termId });
  const [row] = await db().$queryRaw<{ heads: number }[]>(counting(actor, kind, at));
  return row?.heads ?? 0;
}

const select = {
  id: true, electedOn: true, personId: true,
  person: { select: { id: true, name: true, sex: true, birthMonth: true, joinedPartyOn: true, idBirthMonth: true, idSex: true, mobileCipher: true } },
  delegation: { select: { name: true } },
  unit: { select: { name: true, parentId: true } },
} satisfies Prisma.DelegateSelect;

export type Flawed = Prisma.DelegateGetPayload<{ select: typeof select }>;

/** One page of the delegates with a flaw, in the order of the register. */
export async function listFlawed(actor: Actor, kind: Flaw, at: Ground, page: number): Promise<Flawed[]> {
  if (!may(actor, kind, at)) throw new NotFound({ type: "Term", id: at.termId });
  const ids = await db().$queryRaw<{ id: string }[]>(pageSql(actor, kind, at, { take: PAGE, skip: (page - 1) * PAGE }));
  return db().delegate.findMany({ where: { id: { in: ids.map((row) => row.id) } }, select, orderBy: [{ strokeKey: "asc" }, { id: "asc" }] });
}

export type UnwatchedUnit = { id: string; name: string; heads: number };

/** One page of the units nobody looks after, in the order of the tree, with their delegates. */
export async function listUnwatched(actor: Actor, at: Ground, page: number): Promise<UnwatchedUnit[]> {
  if (!may(actor, UNWATCHED, at)) throw new NotFound({ type: "Term", id: at.termId });
  return db().$queryRaw<UnwatchedUnit[]>`SELECT u.id, u.name, ${headsOf(at)} AS heads ${unwatchedSql(at)} ORDER BY u.depth, u.position, u.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`;
}
