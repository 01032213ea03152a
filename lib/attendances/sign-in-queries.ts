import "server-only";
import { validate as isId } from "uuid";
import { visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, formatInstant, now, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { getRule } from "@/lib/rules/queries";
import type { Prisma } from "@/prisma/client/client";
import { visibleTo } from "./policy";

const selected = {
  id: true, position: true, startsAt: true, endsAt: true, title: true, place: true, signOut: true,
  activity: { select: { id: true, committeeId: true, unitId: true, title: true, place: true, state: true, lateAfter: true } },
} satisfies Prisma.ActivitySessionSelect;

const marked = { id: true, sessionId: true, mark: true, leftEarly: true, signedAt: true, signedOutAt: true, version: true } satisfies Prisma.AttendanceSelect;

type Session = Prisma.ActivitySessionGetPayload<{ select: typeof selected }>;
type Mark = Prisma.AttendanceGetPayload<{ select: typeof marked }>;
export type Window = { from: Date; to: Date; outTo: Date };

/** When one may sign in around the beginning, and sign out until after the end, by the rule of the unit that organises. */
const windowOf = ({ startsAt, endsAt }: Session, minutes: number): Window => ({ from: new Date(startsAt.getTime() - minutes * 60_000), to: new Date(startsAt.getTime() + minutes * 60_000), outTo: new Date(endsAt.getTime() + minutes * 60_000) });

const minutesFor = async (actor: Actor, unitId: string): Promise<number> => (await getRule(actor, "meeting.signIn", { unitId, on: today() })).value;

const own = { id: true, delegateId: true, unitId: true, state: true, delegate: { select: { personId: true } } } satisfies Prisma.ParticipationSelect;

/** One session with the reader's own participation and mark; NotFound where the reader may not know of the activity. */
export async function getOwnSession(actor: Actor, sessionId: string) {
  const session = isId(sessionId) ? await db().activitySession.findFirst({ where: { id: sessionId, activity: { AND: [activitiesVisibleTo(actor), { state: { in: ["PUBLISHED", "HELD", "ARCHIVED"] } }] } }, select: selected }) : null;
  if (!session) throw new NotFound({ type: "ActivitySession", id: sessionId });
  const participation = await db().participation.findFirst({ where: { AND: [visibleTo(actor), { activityId: session.activity.id }] }, select: own });
  const mark = participation && (await db().attendance.findUnique({ where: { sessionId_participationId: { sessionId, participationId: participation.id } }, select: marked }));
  return { session, participation, mark, window: windowOf(session, await minutesFor(actor, session.activity.unitId)) };
}

export type OwnSession = { session: Session; mark: Mark | null; window: Window };

/** The reader's sessions of today, in their order; the day is that of Shanghai. */
export async function listOwnToday(actor: Actor): Promise<OwnSession[]> {
  const from = new Date(dayOf(today()).getTime() - 8 * 3_600_000);
  const sessions = await db().activitySession.findMany({
    where: { startsAt: { gte: from, lt: new Date(from.getTime() + 24 * 3_600_000) }, activity: { AND: [activitiesVisibleTo(actor), { state: { in: ["PUBLISHED", "HELD"] }, participations: { some: { AND: [visibleTo(actor), { state: { in: ["INVITED", "ACCEPTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED"] } }] } } }] } },
    select: selected, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: 20,
  });
  const marks = await db().attendance.findMany({ where: { sessionId: { in: sessions.map((s) => s.id) }, participation: visibleTo(actor) }, select: marked });
  const minutes = new Map<string, number>();
  for (const unitId of new Set(sessions.map((s) => s.activity.unitId))) minutes.set(unitId, await minutesFor(actor, unitId));
  return sessions.map((session) => ({ session, mark: marks.find((m) => m.sessionId === session.id) ?? null, window: windowOf(session, minutes.get(session.activity.unitId) ?? 0) }));
}

/** What can be done here now: sign in, sign out, or nothing. */
export function openNow({ session, mark, window }: OwnSession): "in" | "out" | null {
  const at = now();
  if (session.activity.state === "ARCHIVED") return null;
  if (!mark) return at >= window.from && at <= window.to ? "in" : null;
  const came = mark.mark === "PRESENT" || mark.mark === "LATE";
  return session.signOut && came && mark.signedAt && !mark.signedOutAt && at >= session.startsAt && at <= window.outTo ? "out" : null;
}

/** How many have signed in to a session, of how many on the list; for the screen of the room, whose power was asked before. */
export async function countSigned(actor: Actor, { activityId, sessionId }: { activityId: string; sessionId: string }): Promise<{ signed: number; listed: number }> {
  const of = { AND: [{ committeeId: actor.committeeId ?? "" }, { activityId }] };
  const [signed, listed] = await Promise.all([
    db().attendance.count({ where: { ...of, sessionId, mark: { in: ["PRESENT", "LATE"] } } }),
    db().participation.count({ where: { ...of, state: { in: ["INVITED", "ACCEPTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED"] } } }),
  ]);
  return { signed, listed };
}

/** When the screen of a session takes signatures, in words of the clock. */
export async function windowFor(actor: Actor, session: { startsAt: Date; endsAt: Date }, unitId: string): Promise<{ from: string; to: string; open: boolean }> {
  const minutes = await minutesFor(actor, unitId);
  const [from, to] = [new Date(session.startsAt.getTime() - minutes * 60_000), new Date(session.startsAt.getTime() + minutes * 60_000)];
  return { from: formatInstant(from), to: formatInstant(to), open: now() >= from && now() <= to };
}
