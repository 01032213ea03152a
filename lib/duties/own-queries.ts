import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { dayOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { DutyKind, DutyState } from "@/prisma/client/enums";
import { counting } from "./flow";
import { visibleTo } from "./policy";
import { kindKeys } from "./registry";

const during = (year: string) => ({ heldOn: { gte: dayOf(`${year}-01-01`), lte: dayOf(`${year}-12-31`) } });

export type KindSum = { kind: DutyKind; times: number; hours: number; reached: number };

/** A year of the own ledger: what counts by kind, with hours and people met, and how many stand in each state. */
export async function getOwnYear(actor: Actor, year: string): Promise<{ kinds: KindSum[]; states: Partial<Record<DutyState, number>> }> {
  const rows = await db().duty.groupBy({ by: ["kind", "state"], where: { AND: [visibleTo(actor), during(year)] }, _count: true, _sum: { hours: true, reached: true } });
  const counted = rows.filter((row) => counting.includes(row.state));
  const kinds = kindKeys.flatMap((kind) => counted.filter((row) => row.kind === kind).map((row) => ({ kind, times: row._count, hours: Number(row._sum.hours ?? 0), reached: row._sum.reached ?? 0 })));
  const states: Partial<Record<DutyState, number>> = {};
  for (const row of rows) states[row.state] = (states[row.state] ?? 0) + row._count;
  return { kinds, states };
}

/** Years the ledger speaks of, as far as the actor sees it, the present one always; the latest first. */
export async function listYears(actor: Actor): Promise<string[]> {
  const present = today().slice(0, 4);
  const oldest = await db().duty.findFirst({ where: visibleTo(actor), select: { heldOn: true }, orderBy: [{ heldOn: "asc" }] });
  const from = Number(oldest?.heldOn.toISOString().slice(0, 4) ?? present);
  return Array.from({ length: Math.max(1, Number(present) - from + 1) }, (_, i) => String(Number(present) - i));
}

/** Places of the last records of a delegate, each once: the ones to choose from. */
export async function listLastPlaces(actor: Actor, delegateId: string): Promise<string[]> {
  const rows = await db().duty.findMany({ where: { AND: [visibleTo(actor), { delegateId, place: { not: null } }] }, select: { place: true }, orderBy: [{ heldOn: "desc" }, { id: "desc" }], take: 30 });
  return [...new Set(rows.flatMap(({ place }) => place ?? []))].slice(0, 8);
}

/** The last records the delegate wrote, to copy one from. */
export const listLastLogged = (actor: AccountActor, delegateId: string) =>
  db().duty.findMany({ where: { AND: [visibleTo(actor), { delegateId, origin: "OWN" }] }, select: { id: true, kind: true, title: true }, orderBy: { id: "desc" }, take: 3 });
