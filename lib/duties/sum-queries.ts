import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { counting } from "./flow";
import { visibleTo } from "./policy";
import { matching, onShelf, type Narrow } from "./queries";
import type { Shelf } from "./schema";
import { tallyOf } from "./tally-queries";

export type Sums = { times: number; hours: number; reached: number };

/** What counts of the records a list shows: how many, the hours, and the people met. */
export async function sumDuties(actor: Actor, { state, ...filters }: Narrow & { state?: Shelf }): Promise<Sums> {
  const tally = state === "disputed" ? null : await tallyOf(actor, filters);
  if (tally) return [...tally].filter(([of]) => counting.includes(of) && (state === undefined || state === of)).reduce((a, [, b]) => ({ times: a.times + b.times, hours: a.hours + b.hours, reached: a.reached + b.reached }), { times: 0, hours: 0, reached: 0 });
  const { _count, _sum } = await db().duty.aggregate({ where: { AND: [visibleTo(actor), onShelf(state), matching(filters), { state: { in: counting } }] }, _count: true, _sum: { hours: true, reached: true } });
  return { times: _count, hours: Number(_sum.hours ?? 0), reached: _sum.reached ?? 0 };
}

/** How many records of a delegate the actor may know of. */
export const countOf = (actor: Actor, delegateId: string): Promise<number> => db().duty.count({ where: { AND: [visibleTo(actor), { delegateId }] } });
