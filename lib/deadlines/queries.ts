import "server-only";
import { validate as isId } from "uuid";
import { getWorkCalendar } from "@/lib/calendars/queries";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { grantInForce } from "@/lib/platform/grant-in-force";
import { workdaysBetween, type WorkCalendar } from "@/lib/platform/workdays";
import type { Prisma } from "@/prisma/client/client";
import { actOf } from "./acts";
import { openLights, stepNames, type Light } from "./labels";
import { lightOf, ofLight } from "./matching";
import { owes, type OwnSeat } from "./owners";
import { openTo, visibleTo } from "./policy";
import type { DeadlineFilters } from "./schema";

const record = {
  id: true, committeeId: true, subjectType: true, subjectId: true, subjectName: true, act: true, ownerRole: true, ownerUnitId: true, ownerId: true, unitId: true, startedOn: true, firstDueOn: true, dueOn: true, provisional: true, ladder: true,
  ruleKey: true, ruleValue: true, ruleUnit: true, ruleSource: true, state: true, rung: true, pausedOn: true, closedOn: true, version: true, unit: { select: { name: true } }, ownerUnit: { select: { name: true, path: true } },
} satisfies Prisma.DeadlineSelect;

type Stored = Prisma.DeadlineGetPayload<{ select: typeof record }>;

type Reader = { calendar: WorkCalendar; seats: OwnSeat[] };

/** What telling a clock to somebody asks for once: the calendar, and the seats held in the own name. */
async function readerOf(actor: Actor): Promise<Reader> {
  const held = actor.accountId === null ? [] : db().grant.findMany({ where: { AND: [{ accountId: actor.accountId, committeeId: actor.committeeId, forAccountId: null }, grantInForce()] }, select: { role: true, unit: { select: { path: true } } } });
  const [calendar, seats] = await Promise.all([getWorkCalendar(actor), held]);
  return { calendar, seats: seats.map(({ role, unit }) => ({ role, path: unit?.path ?? null })) };
}

/** A clock in words: who has it, until when, by how much it is over, and what the reader can do about it. */
function told(actor: Actor, row: Stored, { calendar, seats }: Reader) {
  const found = { ...row, owes: owes(actor.accountId, seats, { role: row.ownerRole, unitId: row.ownerUnitId, accountId: row.ownerId, path: row.ownerUnit?.path ?? null }) };
  const dueOn = isoOf(found.dueOn);
  const { name, page } = actOf(found.act);
  return {
    ...found, dueOn, firstDueOn: isoOf(found.firstDueOn), startedOn: isoOf(found.startedOn), closedOn: found.closedOn ? isoOf(found.closedOn) : null, pausedOn: found.pausedOn ? isoOf(found.pausedOn) : null,
    actName: name, href: page(found.subjectId), owner: found.ownerUnit?.name ?? roleNames[found.ownerRole], unitName: found.unit.name, light: lightOf(found),
    over: found.state === "OVERDUE" ? workdaysBetween(calendar, dueOn, today()) : 0, left: workdaysBetween(calendar, today(), dueOn), open: openTo(actor, found),
  };
}
export type DeadlineRow = ReturnType<typeof told>;

export const PAGE = 20;

function matching({ light, act, unit, urged }: Omit<DeadlineFilters, "page">): Prisma.DeadlineWhereInput {
  return {
    AND: [
      light ? ofLight(light, db().deadline.fields.dueOn) : { closedOn: null }, act ? { act } : {}, unit ? { unitId: unit } : {}, urged ? { steps: { some: { kind: "URGE" } } } : {},
    ],
  };
}

const ofClosed = (light: Light | undefined): boolean => light === "met" || light === "late" || light === "cancelled";

/** Clocks the actor may know of, the earliest due first, of those closed the latest, and how many there are. */
export async function listDeadlines(actor: Actor, { page, ...filters }: DeadlineFilters): Promise<{ rows: DeadlineRow[]; total: number }> {
  const where = { AND: [visibleTo(actor), matching(filters)] };
  const [rows, total, reader] = await Promise.all([
    db().deadline.findMany({ where, select: record, orderBy: ofClosed(filters.light) ? [{ closedOn: "desc" }, { id: "desc" }] : [{ dueOn: "asc" }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE }), db().deadline.count({ where }), readerOf(actor),
  ]);
  return { rows: rows.map((row) => told(actor, row, reader)), total };
}

/** How many clocks a filter lists. */
export const countDeadlines = (actor: Actor, filters: Omit<DeadlineFilters, "page">): Promise<number> => db().deadline.count({ where: { AND: [visibleTo(actor), matching(filters)] } });

const step = { id: true, kind: true, rungKey: true, role: true, fromDueOn: true, toDueOn: true, reason: true, accountName: true, at: true } satisfies Prisma.DeadlineStepSelect;

const stepInWords = ({ fromDueOn, toDueOn, ...s }: Prisma.DeadlineStepGetPayload<{ select: typeof step }>, deadlineId: string) => ({
  ...s, title: stepNames[s.kind], when: formatInstant(s.at), from: fromDueOn ? isoOf(fromDueOn) : null, to: toDueOn ? isoOf(toDueOn) : null, letter: letterKey(deadlineId, s.rungKey ?? s.id),
});
export type DeadlineStepRow = ReturnType<typeof stepInWords>;

/** The key of the letter a step sent out. */
export const letterKey = (deadlineId: string, step: string): string => `deadline:${deadlineId}:${step}`;

const withSteps = { ...record, steps: { select: step, orderBy: [{ at: "desc" }, { id: "desc" }], take: 100 } } satisfies Prisma.DeadlineSelect;

/** One clock with everything that happened to it; NotFound outside the actor's sight. */
export async function getDeadline(actor: Actor, id: string) {
  const [found, reader] = await Promise.all([isId(id) ? db().deadline.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: withSteps }) : null, readerOf(actor)]);
  if (!found) throw new NotFound({ type: "Deadline", id });
  const { steps, ...row } = found;
  return { ...told(actor, row, reader), steps: steps.map((s) => stepInWords(s, id)) };
}
export type DeadlineRecord = Awaited<ReturnType<typeof getDeadline>>;

/** The clocks of one subject, the latest first, with their steps: for the subject's own page. */
export async function listDeadlinesOf(actor: Actor, subjectType: string, subjectId: string): Promise<DeadlineRecord[]> {
  const [rows, reader] = await Promise.all([
    db().deadline.findMany({ where: { AND: [visibleTo(actor), { subjectType, subjectId }] }, select: withSteps, orderBy: { id: "desc" }, take: 20 }), readerOf(actor),
  ]);
  return rows.map(({ steps, ...row }) => ({ ...told(actor, row, reader), steps: steps.map((s) => stepInWords(s, row.id)) }));
}

export type UnitCount = { unitId: string; name: string; running: number; near: number; overdue: number; paused: number; urged: number };

/** Open clocks per unit by light, and how many of them were urged; the most overdue first. Each number is that of the list behind it. */
export async function countByUnit(actor: Actor): Promise<UnitCount[]> {
  const open = { AND: [visibleTo(actor), { closedOn: null }] } satisfies Prisma.DeadlineWhereInput;
  const [groups, urged] = await Promise.all([
    db().deadline.groupBy({ by: ["unitId", "state", "rung"], where: open, _count: true }),
    db().deadline.groupBy({ by: ["unitId"], where: { AND: [open, { steps: { some: { kind: "URGE" } } }] }, _count: true }),
  ]);
  const units = await db().unit.findMany({ where: { id: { in: [...new Set(groups.map((g) => g.unitId))] } }, select: { id: true, name: true } });
  const of = (unitId: string, light: string) => groups.filter((g) => g.unitId === unitId && lightOf({ ...g, dueOn: new Date(0), closedOn: null }) === light).reduce((sum, g) => sum + g._count, 0);
  return units
    .map(({ id, name }) => ({ unitId: id, name, running: of(id, "running"), near: of(id, "near"), overdue: of(id, "overdue"), paused: of(id, "paused"), urged: urged.find((g) => g.unitId === id)?._count ?? 0 }))
    .sort((a, b) => b.overdue - a.overdue || b.near - a.near || (a.name < b.name ? -1 : 1));
}

/** How many clocks each of these lights holds, and how many are open. The history behind the closed ones is counted only where it is looked at. */
export async function countLights(actor: Actor, filters: Pick<DeadlineFilters, "act" | "unit" | "urged">, of: readonly Light[] = openLights): Promise<Partial<Record<Light, number>> & { open: number }> {
  const [open = 0, ...counts] = await Promise.all([countDeadlines(actor, filters), ...of.map((light) => countDeadlines(actor, { ...filters, light }))]);
  return { open, ...Object.fromEntries(of.map((light, i) => [light, counts[i] ?? 0])) };
}
