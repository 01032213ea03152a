import "server-only";
import { validate as isId } from "uuid";
import { visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import { participationNames } from "@/lib/activities/labels";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { may, visibleTo, type ParticipationAct } from "./policy";
import type { ListFilters } from "./schema";

const activity = { id: true, committeeId: true, unitId: true, termId: true, title: true, kind: true, state: true, entry: true, capacity: true, startsAt: true, endsAt: true, replyBy: true, place: true } satisfies Prisma.ActivitySelect;

const record = {
  id: true, committeeId: true, unitId: true, delegateId: true, state: true, waitingSince: true, repliedAt: true, replyReason: true, repliedBy: true, leaveReason: true, leaveDecidedAt: true, leaveDecidedBy: true, leaveNote: true, version: true, createdAt: true,
  substituteFor: { select: { id: true, unitId: true, delegate: { select: { person: { select: { name: true } } } } } }, substitutes: { select: { id: true, unitId: true, delegate: { select: { person: { select: { name: true } } } } }, orderBy: { createdAt: "desc" }, take: 5 },
  activity: { select: activity }, unit: { select: { name: true } },
  delegate: { select: { id: true, personId: true, status: true, person: { select: { name: true, sex: true } }, delegation: { select: { name: true } } } },
} satisfies Prisma.ParticipationSelect;

type Row = Prisma.ParticipationGetPayload<{ select: typeof record }>;

const factsOf = (row: Row) => ({ committeeId: row.committeeId, unitId: row.unitId, personId: row.delegate.personId, activityUnitId: row.activity.unitId });
const at = (instant: Date | null): string | null => instant && formatInstant(instant);

/** Steps that are open in this state, whoever takes them; before the beginning, but for deciding leave. */
const OPEN: Record<ParticipationState, readonly ParticipationAct[]> = {
  INVITED: ["reply", "replyFor"], NO_RESPONSE: ["reply", "replyFor"], DECLINED: ["reply", "replyFor"], ACCEPTED: ["leave"], WAITLISTED: [], LEAVE_REQUESTED: ["leave", "decideLeave"], LEAVE_GRANTED: [], WITHDRAWN: [], CANCELLED: [],
};

export const stepsFrom = (state: ParticipationState): readonly ParticipationAct[] => OPEN[state];

/** Who stands for whom, as far as the reader may know: nobody of a unit learns of another unit's delegates. */
const namesOf = (actor: Actor, rows: readonly NonNullable<Row["substituteFor"]>[]) =>
  rows.filter(({ unitId }) => ["OFFICE", "OFFICE_HEAD", "SYSTEM"].includes(actor.role) || (actor.role === "UNIT_LIAISON" && actor.unitIds.includes(unitId))).map(({ id, delegate }) => ({ id, name: delegate.person.name }));

const told = (actor: Actor, row: Row) => ({
  ...row, substituteFor: namesOf(actor, row.substituteFor ? [row.substituteFor] : [])[0] ?? null, substitutes: namesOf(actor, row.substitutes), name: row.delegate.person.name, delegation: row.delegate.delegation.name, unitName: row.unit.name, facts: factsOf(row), stateName: participationNames[row.state],
  replied: at(row.repliedAt), leaveDecided: at(row.leaveDecidedAt), since: formatInstant(row.createdAt),
  open: OPEN[row.state].filter((act) => may(actor, act, factsOf(row)) && (act === "decideLeave" ? ["PUBLISHED", "HELD"].includes(row.activity.state) : row.activity.state === "PUBLISHED" && row.activity.startsAt > now())),
});

export type ParticipationRecord = ReturnType<typeof told>;

/** Rows within the actor's sight, of activities the actor may know of. */
const sight = (actor: Actor): Prisma.ParticipationWhereInput => ({ AND: [visibleTo(actor), { activity: activitiesVisibleTo(actor) }] });

/** One person's place on the list of one activity. NotFound outside the actor's sight. */
export async function getParticipation(actor: Actor, id: string): Promise<ParticipationRecord> {
  const row = isId(id) ? await db().participation.findFirst({ where: { AND: [sight(actor), { id }] }, select: record }) : null;
  if (!row) throw new NotFound({ type: "Participation", id });
  return told(actor, row);
}

/** The own place on the list of an activity; null for who is not on it. */
export async function getOwnParticipation(actor: Actor, activityId: string): Promise<ParticipationRecord | null> {
  if (actor.role !== "DELEGATE") return null;
  const row = await db().participation.findFirst({ where: { AND: [sight(actor), { activityId }] }, select: record });
  return row && told(actor, row);
}

export const PAGE = 50;

/** The list of an activity in the order of the register, and how many match. */
export async function listParticipations(actor: Actor, activityId: string, { state, q, page }: ListFilters) {
  const where: Prisma.ParticipationWhereInput = { AND: [visibleTo(actor), { activityId }, state ? { state } : {}, q ? { delegate: { person: { name: { contains: q } } } } : {}] };
  const [rows, total] = await Promise.all([
    db().participation.findMany({ where, select: record, orderBy: [{ delegate: { strokeKey: "asc" } }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().participation.count({ where }),
  ]);
  return { rows: rows.map((row) => told(actor, row)), total };
}

/** The whole list for a file, in the order of the register; at most as many as a list holds. */
export async function listForFile(actor: Actor, activityId: string, most: number): Promise<ParticipationRecord[]> {
  const rows = await db().participation.findMany({ where: { AND: [visibleTo(actor), { activityId }] }, select: record, orderBy: [{ delegate: { strokeKey: "asc" } }, { id: "asc" }], take: most });
  return rows.map((row) => told(actor, row));
}

/** Other activities of the same delegate at the same hours, which he has said yes to or must come to. */
export async function listOwnClashes(actor: Actor, delegateId: string, activityId: string): Promise<{ id: string; title: string; at: string }[]> {
  const sessions = await db().activitySession.findMany({ where: { activityId }, select: { startsAt: true, endsAt: true }, take: 20 });
  if (sessions.length === 0) return [];
  const rows = await db().activitySession.findMany({
    where: {
      committeeId: actor.committeeId ?? "", activityId: { not: activityId }, activity: { state: "PUBLISHED", participations: { some: { delegateId, state: { in: ["ACCEPTED", "LEAVE_REQUESTED"] } } } },
      OR: sessions.map(({ startsAt, endsAt }) => ({ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } })),
    },
    select: { startsAt: true, activity: { select: { id: true, title: true } } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], distinct: ["activityId"], take: 5,
  });
  return rows.map(({ activity: of, startsAt }) => ({ ...of, at: formatInstant(startsAt) }));
}
