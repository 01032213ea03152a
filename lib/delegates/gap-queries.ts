import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { listDelegationNames } from "@/lib/terms/queries";
import { delegateFilters } from "./filters";
import { gapNames, type Gap } from "./gaps";
import { whereOf, type RosterFrame } from "./queries";

const gaps = Object.keys(gapNames) as Gap[];

/** The roster behind a figure: delegates in office, with the gap, of one delegation. */
export const gapList = (gap?: Gap, delegation?: string) => ({ scope: "active", gap, delegation });

/** How many in office have one gap. */
export const countGap = (actor: Actor, frame: RosterFrame, gap: Gap): Promise<number> => db().delegate.count({ where: whereOf(actor, delegateFilters.parse(gapList(gap)), frame) });

/** For each delegation how many are in office and how many of them have each gap; every figure is a roster, `gapList`. */
export async function countGaps(actor: Actor, frame: RosterFrame) {
  const count = (gap?: Gap) => db().delegate.groupBy({ by: ["delegationId"], where: whereOf(actor, delegateFilters.parse(gapList(gap)), frame), _count: { _all: true } });
  const [all, ...each] = await Promise.all([count(), ...gaps.map((gap) => count(gap))]);
  const places = (await listDelegationNames(actor, frame.termId)).filter(({ id }) => all.some((row) => row.delegationId === id));
  const heads = (rows: typeof all | undefined, id: string): number => rows?.find((row) => row.delegationId === id)?._count._all ?? 0;
  return places.map((place) => ({ ...place, heads: heads(all, place.id), of: Object.fromEntries(gaps.map((gap, i) => [gap, heads(each[i], place.id)])) as Record<Gap, number> }));
}

export type GapRow = Awaited<ReturnType<typeof countGaps>>[number];
