import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { getTerm } from "@/lib/terms/queries";
import { MOST_AT_ONCE } from "./batch-queries";
import { spreadSortOrders, updateSortOrders } from "./bulk-sql";
import { arrangeRefusals, orderNames, refusals } from "./labels";
import { inScope, type OrderScope } from "./order-queries";
import { may } from "./policy";
import { orders } from "./queries";

type Ordered = { id: string; sortOrder: number; person: { name: string } };
const row = { id: true, sortOrder: true, person: { select: { name: true } } } as const;

/** Everybody of the scope in the manual order, held against other arrangers; two never share a place afterwards. */
async function take(actor: Actor, scope: OrderScope): Promise<Ordered[]> {
  const { committeeId, name } = await getTerm(actor, scope.termId);
  if (!may(actor, "arrange", { committeeId })) throw new Forbidden("delegate.arrange", { type: "Term", id: scope.termId, name }, refusals.batch);
  await db().$queryRaw`SELECT id FROM "Term" WHERE id = ${scope.termId}::uuid FOR NO KEY UPDATE`;
  const read = () => db().delegate.findMany({ where: inScope(actor, scope), select: row, orderBy: orders.manual, take: MOST_AT_ONCE + 1 });
  const rows = await read();
  if (rows.length > MOST_AT_ONCE) throw new Refusal(arrangeRefusals.many(MOST_AT_ONCE));
  if (new Set(rows.map((one) => one.sortOrder)).size === rows.length) return rows;
  await db().$executeRaw(spreadSortOrders(scope.termId));
  return read();
}

/** Gives the places `before` had, in their order, to the people of `after`. */
async function deal(before: readonly Ordered[], after: readonly Ordered[]): Promise<void> {
  const changed = after.map(({ id }, i) => ({ id, sortOrder: before[i]?.sortOrder ?? 0 })).filter((one, i) => one.id !== before[i]?.id);
  if (changed.length > 0) await db().$executeRaw(updateSortOrders(changed));
}

/**
 * Moves one delegate to another place of the manual order; those between move up or down by one. Refuses who does not
 * keep the roster, somebody not in it, a place that is none, and an order that changed since it was seen.
 */
export const place = (actor: Actor, scope: OrderScope, { id, seen, to }: { id: string; seen: number; to: number }): Promise<void> =>
  transact(async () => {
    const before = await take(actor, scope);
    const at = before.findIndex((one) => one.id === id);
    const moved = before[at];
    if (!moved) throw new Refusal(arrangeRefusals.unknown);
    if (at + 1 !== seen) throw new Refusal(arrangeRefusals.moved);
    if (to < 1 || to > before.length) throw new Refusal("没有移动。", { to: [arrangeRefusals.nowhere(before.length)] });
    if (to === seen) return;
    const others = before.filter((one) => one.id !== id);
    await deal(before, [...others.slice(0, to - 1), moved, ...others.slice(to - 1)]);
    await audit(actor, { verb: "delegate.arrange", target: { type: "Delegate", id, name: moved.person.name }, changes: { place: [String(seen), String(to)] } });
  });

/** Puts the whole scope into the order of strokes, spelling or numbers, to go on by hand from there. */
export const resort = (actor: Actor, scope: OrderScope, by: "stroke" | "pinyin" | "no"): Promise<void> =>
  transact(async () => {
    const before = await take(actor, scope);
    await deal(before, await db().delegate.findMany({ where: inScope(actor, scope), select: row, orderBy: orders[by], take: MOST_AT_ONCE }));
    await audit(actor, { verb: "delegate.arrange", target: { type: "Term", id: scope.termId }, changes: { place: [null, `按${orderNames[by]}重排 ${before.length} 人`] } });
  });
