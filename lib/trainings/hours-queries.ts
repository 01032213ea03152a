// Hours of a year are the approved duties of training in it, wherever they are shown: one function reads them.
import "server-only";
import { visibleTo } from "@/lib/delegates/policy";
import { counting } from "@/lib/duties/flow";
import { visibleTo as dutiesVisibleTo } from "@/lib/duties/policy";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { sourceWords } from "@/lib/rules/labels";
import { getRule, getRulesFor } from "@/lib/rules/queries";
import type { Prisma } from "@/prisma/client/client";
import type { HoursFilters } from "./schema";

/** What counts as training in a year, within the actor's sight. */
export const trainingIn = (actor: Actor, year: string): Prisma.DutyWhereInput => ({
  AND: [dutiesVisibleTo(actor), { kind: "TRAINING", state: { in: counting }, heldOn: { gte: dayOf(`${year}-01-01`), lte: dayOf(`${year}-12-31`) } }],
});

/** The day the target of a year is read on: today while it runs, its last day once it is over. */
export const targetDay = (year: string): string => (year >= today().slice(0, 4) ? today() : `${year}-12-31`);

/** More people than a congress has, and more trainings than a year. */
const MOST = 3000;
const MANY = 200;
export const PAGE = 50;

async function hoursBy(actor: Actor, year: string): Promise<Map<string, { times: number; hours: number }>> {
  const rows = await db().duty.groupBy({ by: ["delegateId"], where: trainingIn(actor, year), _count: true, _sum: { hours: true } });
  return new Map(rows.map((row) => [row.delegateId, { times: row._count, hours: Number(row._sum.hours ?? 0) }]));
}

/** The delegates in office in the actor's sight, in the order of the roster, with their trainings and hours of the year and the target that holds for their unit. */
async function everybody(actor: Actor, year: string) {
  const people = await db().delegate.findMany({
    where: { AND: [visibleTo(actor), { status: "ACTIVE", term: { currentOf: { isNot: null } } }] }, take: MOST, orderBy: [{ delegation: { position: "asc" } }, { sortOrder: "asc" }, { id: "asc" }],
    select: { id: true, unitId: true, person: { select: { name: true } }, unit: { select: { name: true } }, delegation: { select: { name: true } } },
  });
  const [hours, rule] = await Promise.all([hoursBy(actor, year), getRulesFor(actor, ["training.hours"], { unitIds: [...new Set(people.map((d) => d.unitId))], on: targetDay(year) })]);
  return people.map(({ person, unit, delegation, ...d }) => {
    const of = hours.get(d.id) ?? { times: 0, hours: 0 };
    const target = rule("training.hours", d.unitId).value;
    return { ...d, ...of, name: person.name, unit: unit.name, delegation: delegation.name, target, below: of.hours < target };
  });
}

export type HoursRow = Awaited<ReturnType<typeof everybody>>[number];
export type UnitHours = { id: string; name: string; heads: number; met: number; below: number };

const unitsOf = (rows: readonly HoursRow[]): UnitHours[] => {
  const units = new Map<string, UnitHours>();
  for (const row of rows) {
    const so = units.get(row.unitId) ?? { id: row.unitId, name: row.unit, heads: 0, met: 0, below: 0 };
    units.set(row.unitId, { ...so, heads: so.heads + 1, met: so.met + (row.below ? 0 : 1), below: so.below + (row.below ? 1 : 0) });
  }
  return [...units.values()];
};

/** Hours of a year: each unit, and a page of the delegates the filters leave. */
export async function listHours(actor: Actor, year: string, { unit, reach, q, page }: Omit<HoursFilters, "year">) {
  const all = await everybody(actor, year);
  const rows = all.filter((row) => (!unit || row.unitId === unit) && (!reach || row.below === (reach === "below")) && (!q || row.name.includes(q)));
  return { units: unitsOf(all), rows: rows.slice((page - 1) * PAGE, page * PAGE), total: rows.length };
}

/** The own trainings of a year, the latest first, what they come to, and the target with where it comes from. */
export async function listOwnHours(actor: Actor, year: string, unitId: string) {
  const where = trainingIn(actor, year);
  const [rows, sum, target] = await Promise.all([
    db().duty.findMany({ where, select: { id: true, title: true, heldOn: true, hours: true, activityId: true }, orderBy: [{ heldOn: "desc" }, { id: "desc" }], take: MANY }),
    db().duty.aggregate({ where, _sum: { hours: true } }),
    getRule(actor, "training.hours", { unitId, on: targetDay(year) }),
  ]);
  return { rows: rows.map((row) => ({ ...row, heldOn: isoOf(row.heldOn), hours: Number(row.hours ?? 0) })), hours: Number(sum._sum.hours ?? 0), target: target.value, source: sourceWords(target.source) };
}
