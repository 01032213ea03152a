import "server-only";
import { validate as isId } from "uuid";
import { expectedStates } from "@/lib/activities/flow";
import { visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { ActivityState, AttendanceWay, ParticipationState } from "@/prisma/client/enums";
import { dueSql, type DueOptions } from "./figure-sql";
import { codeOf, type Code } from "./labels";

const held = {
  id: true, committeeId: true, termId: true, unitId: true, kind: true, state: true, title: true, place: true, startsAt: true, endsAt: true, lateAfter: true, version: true, closedAt: true, _count: { select: { guests: true, files: true } }, unit: { select: { parentId: true, name: true } },
  sessions: { select: { id: true, position: true, startsAt: true, endsAt: true, title: true, place: true, hours: true, signOut: true }, orderBy: { position: "asc" } },
} satisfies Prisma.ActivitySelect;

export type HeldActivity = Prisma.ActivityGetPayload<{ select: typeof held }>;
export type HeldSession = HeldActivity["sessions"][number];

/** An activity with its sessions, as marks, screen and closing need it; NotFound outside the actor's sight. */
export async function getHeldActivity(actor: Actor, id: string): Promise<HeldActivity> {
  const found = isId(id) ? await db().activity.findFirst({ where: { AND: [activitiesVisibleTo(actor), { id }] }, select: held }) : null;
  if (!found) throw new NotFound({ type: "Activity", id });
  return found;
}

/** Whoever may still be marked: also who was invited and has not replied, for coming is an answer. */
export const rollStates: ParticipationState[] = ["INVITED", ...expectedStates];
export const rollOptions = { activities: ["PUBLISHED", "HELD", "ARCHIVED"] satisfies ActivityState[], participations: rollStates };

export type Marked = { code: Code; way: AttendanceWay | null; signedAt: Date | null; signedOutAt: Date | null; reason: string | null; enteredBy: string | null };
export type RollRow = { participationId: string; delegateId: string; name: string; state: ParticipationState; /** By session; a session that is not due is missing. */ cells: Map<string, Marked> };

/** Delegations with somebody on the roll, in their order, with how many people and how many places still open. */
export const listRollDelegations = (actor: Actor, activityId: string) =>
  db().$queryRaw<{ id: string; name: string; people: number; open: number }[]>`
    SELECT g.id, g.name, count(DISTINCT f."participationId")::int AS people, (count(*) FILTER (WHERE f.class IN ('OPEN', 'ABSENT')))::int AS open
    FROM (${dueSql(actor, { activityId }, rollOptions)}) f JOIN "Delegation" g ON g.id = f."delegationId" GROUP BY g.id ORDER BY g.position, g.id`;

const MOST = 500;

/** The people of one delegation on the roll of an activity, with what stands for each session that is due. */
export async function listRoll(actor: Actor, activityId: string, delegationId: string, options: DueOptions = {}): Promise<RollRow[]> {
  const due = await db().$queryRaw<{ participationId: string; delegateId: string; name: string; state: ParticipationState; sessions: string[] }[]>`
    SELECT f."participationId", f."delegateId", n.name, p.state::text AS state, array_agg(f."sessionId"::text) AS sessions
    FROM (${dueSql(actor, { activityId, delegationId }, { ...rollOptions, ...options })}) f
    JOIN "Participation" p ON p.id = f."participationId" JOIN "Delegate" d ON d.id = f."delegateId" JOIN "Person" n ON n.id = d."personId"
    GROUP BY f."participationId", f."delegateId", n.name, p.state, d."sortOrder" ORDER BY d."sortOrder", f."participationId" LIMIT ${MOST}`;
  const marks = await db().attendance.findMany({ where: { activityId, participationId: { in: due.map((row) => row.participationId) } }, select: { participationId: true, sessionId: true, mark: true, leftEarly: true, way: true, signedAt: true, signedOutAt: true, reason: true, enteredBy: true } });
  const at = new Map(marks.map((m) => [`${m.participationId}~${m.sessionId}`, m]));
  return due.map(({ sessions, ...row }) => ({ ...row, cells: new Map(sessions.map((sessionId) => {
    const m = at.get(`${row.participationId}~${sessionId}`);
    return [sessionId, { code: codeOf(m), way: m?.way ?? null, signedAt: m?.signedAt ?? null, signedOutAt: m?.signedOutAt ?? null, reason: m?.reason ?? null, enteredBy: m?.enteredBy ?? null }];
  })) }));
}

/** Which sessions each of these participations is due at, with the name of its delegate: what a mark may be entered for. */
export async function listDue(actor: Actor, activityId: string, participationIds: readonly string[]): Promise<Map<string, { delegateId: string; name: string }>> {
  const rows = await db().$queryRaw<{ participationId: string; sessionId: string; delegateId: string; name: string }[]>`
    SELECT f."participationId", f."sessionId", f."delegateId", n.name FROM (${dueSql(actor, { activityId }, rollOptions)}) f
    JOIN "Delegate" d ON d.id = f."delegateId" JOIN "Person" n ON n.id = d."personId" WHERE f."participationId" = ANY(${[...participationIds]}::uuid[])`;
  return new Map(rows.map(({ participationId, sessionId, ...who }) => [`${participationId}~${sessionId}`, who]));
}
