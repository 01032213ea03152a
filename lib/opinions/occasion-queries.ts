import "server-only";
import { getWorkCalendar } from "@/lib/calendars/queries";
import { visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, today, type IsoDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { addWorkdays } from "@/lib/platform/workdays";
import { getRule, getRulesFor } from "@/lib/rules/queries";
import type { ActivityState, OpinionKind, Prisma } from "@/prisma/client/client";
import { validate as isId } from "uuid";
import { gathered, MOST_GIVEN, refusals } from "./labels";
import { visibleTo } from "./policy";

const over: ActivityState[] = ["HELD", "ARCHIVED"];

/** Somebody who was at one of the sessions, in time or late. */
export const cameTo = (activityId: string): Prisma.DelegateWhereInput => ({ participations: { some: { activityId, attendances: { some: { mark: { in: ["PRESENT", "LATE"] } } } } } });

/** The activity an opinion is given after, within the actor's sight; refused where none are gathered, or not yet. */
export async function getOccasion(actor: Actor, activityId: string) {
  const found = isId(activityId) ? await db().activity.findFirst({ where: { AND: [activitiesVisibleTo(actor), { id: activityId }] }, select: { id: true, committeeId: true, termId: true, unitId: true, kind: true, state: true, title: true, endsAt: true } }) : null;
  if (!found) throw new NotFound({ type: "Activity", id: activityId });
  const kind: OpinionKind | undefined = gathered[found.kind];
  return { ...found, gathers: kind ?? null, held: over.includes(found.state) };
}
export type Occasion = Awaited<ReturnType<typeof getOccasion>>;

const lastDay = (calendar: Awaited<ReturnType<typeof getWorkCalendar>>, endsAt: Date, days: number): IsoDate => addWorkdays(calendar, formatInstant(endsAt).slice(0, 10), days).on;

/** The last day on which whoever attended gives opinions: so many working days after its end (rule). */
export async function lastDayOf(actor: Actor, of: Pick<Occasion, "endsAt" | "unitId">): Promise<IsoDate> {
  const [calendar, rule] = await Promise.all([getWorkCalendar(actor), getRule(actor, "meeting.opinion", { unitId: of.unitId, on: today() })]);
  return lastDay(calendar, of.endsAt, rule.value);
}

/**
 * Whether the own person gives opinions after an activity now: the mandate it is given from and until when; else why not,
 * in a sentence. Null where nothing is gathered, so that nothing is said.
 */
export async function getOwnOccasion(actor: Actor, activityId: string) {
  const of = await getOccasion(actor, activityId);
  if (actor.role !== "DELEGATE" || !actor.personId || !of.gathers || !of.held) return null;
  const mandate = await db().delegate.findFirst({ where: { AND: [{ committeeId: of.committeeId, termId: of.termId, personId: actor.personId }, cameTo(activityId)] }, select: { id: true, unitId: true, personId: true } });
  const [until, given] = await Promise.all([lastDayOf(actor, of), db().opinion.count({ where: { AND: [visibleTo(actor), { activityId, state: { not: "WITHDRAWN" } }] } })]);
  const why = !mandate ? refusals.notCame : today() > until ? refusals.over(until) : given >= MOST_GIVEN ? refusals.many : null;
  return { of, gathers: of.gathers, mandate, until, given, why };
}
export type OwnOccasion = NonNullable<Awaited<ReturnType<typeof getOwnOccasion>>>;

/** Activities the own person could give an opinion after today, the latest first, for the way to the form. */
export async function listOccasions(actor: Actor): Promise<{ id: string; title: string }[]> {
  if (actor.role !== "DELEGATE" || !actor.personId) return [];
  const rows = await db().activity.findMany({
    where: { AND: [activitiesVisibleTo(actor), { kind: { in: ["MEETING", "EVALUATION"] }, state: { in: over }, participations: { some: { delegate: { personId: actor.personId }, attendances: { some: { mark: { in: ["PRESENT", "LATE"] } } } } } }] },
    select: { id: true, title: true, unitId: true, endsAt: true }, orderBy: [{ endsAt: "desc" }, { id: "desc" }], take: 10,
  });
  const [calendar, rule] = await Promise.all([getWorkCalendar(actor), getRulesFor(actor, ["meeting.opinion"], { unitIds: rows.map(({ unitId }) => unitId), on: today() })]);
  return rows.filter((row) => today() <= lastDay(calendar, row.endsAt, rule("meeting.opinion", row.unitId).value)).map(({ id, title }) => ({ id, title }));
}

const MOST_CAME = 1000;

/** Who was there, for whom the office enters paper; by name. */
export async function listCame(actor: Actor, activityId: string): Promise<{ id: string; name: string; delegation: string }[]> {
  const rows = await db().delegate.findMany({ where: { AND: [{ committeeId: actor.committeeId ?? "" }, cameTo(activityId)] }, select: { id: true, person: { select: { name: true } }, delegation: { select: { name: true } } }, orderBy: [{ pinyin: "asc" }, { id: "asc" }], take: MOST_CAME });
  return rows.map(({ id, person, delegation }) => ({ id, name: person.name, delegation: delegation.name }));
}
