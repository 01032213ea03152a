import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { handedStates } from "./flow";
import { stateNames } from "./labels";
import { visibleTo } from "./policy";

/** To whom opinions of an activity were handed, and how many to each. */
export async function countByTarget(actor: Actor, activityId: string): Promise<{ to: string; count: number }[]> {
  const rows = await db().opinion.groupBy({ by: ["handedTo"], where: { AND: [visibleTo(actor), { activityId, state: { in: handedStates }, handedTo: { not: null } }] }, _count: true, orderBy: { handedTo: "asc" }, take: 300 });
  return rows.map((row) => ({ to: row.handedTo ?? "", count: row._count }));
}

export const MOST_PRINTED = 1000;

/** What was handed on of an activity, to all or to one, as it goes on paper: without who said it. */
export async function listSummary(actor: Actor, activityId: string, to: string | undefined) {
  const rows = await db().opinion.findMany({
    where: { AND: [visibleTo(actor), { activityId, state: { in: handedStates }, handedTo: to ?? { not: null } }] }, select: { content: true, state: true, handedTo: true, handedAt: true, handNote: true, answer: true }, orderBy: [{ handedTo: "asc" }, { submittedAt: "asc" }, { id: "asc" }], take: MOST_PRINTED + 1,
  });
  return rows.map(({ handedTo, handedAt, state, ...row }) => ({ ...row, to: handedTo ?? "", handed: handedAt ? formatInstant(handedAt).slice(0, 10) : "", state: stateNames[state] }));
}
export type SummaryRow = Awaited<ReturnType<typeof listSummary>>[number];
