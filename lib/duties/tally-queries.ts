// Counts of the ledger without reading the ledger. `DutyTally` is kept by a trigger, in the transaction that writes a
// record, so a count here is the count of the list; a test holds both together.
import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DutyState } from "@/prisma/client/enums";
import { talliesVisibleTo } from "./policy";
import type { Narrow } from "./queries";

export type Tally = { times: number; hours: number; reached: number };

type Told = Pick<Narrow, "kind" | "unit" | "origin" | "year">;

/** Asked once a page: its list, shelves and sums are told from one answer. */
const read = cache(async (actor: Actor, kind: Told["kind"], unit: Told["unit"], origin: Told["origin"], year: Told["year"]): Promise<Map<DutyState, Tally> | null> => {
  const visible = talliesVisibleTo(actor);
  if (!visible) return null;
  const rows = await db().dutyTally.groupBy({
    by: ["state"], _sum: { times: true, hours: true, reached: true },
    where: { AND: [visible, kind ? { kind } : {}, unit ? { unitId: unit } : {}, origin ? { origin } : {}, year ? { year: Number(year) } : {}] },
  });
  return new Map(rows.map(({ state, _sum }) => [state, { times: _sum.times ?? 0, hours: Number(_sum.hours ?? 0), reached: Number(_sum.reached ?? 0) }]));
});

/** Records of each state under these filters, as far as the actor sees them; null where only the records themselves can tell. */
export const tallyOf = async (actor: Actor, { kind, unit, origin, year, delegate, q, ...of }: Narrow): Promise<Map<DutyState, Tally> | null> =>
  delegate || q || of.import ? null : read(actor, kind, unit, origin, year);

/** How many of them stand in these states. */
export const timesOf = (tally: ReadonlyMap<DutyState, Tally>, states?: readonly DutyState[]): number =>
  [...tally].filter(([state]) => !states || states.includes(state)).reduce((sum, [, { times }]) => sum + times, 0);
