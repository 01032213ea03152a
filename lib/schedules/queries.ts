import "server-only";
import { expectedStates } from "@/lib/activities/flow";
import { participationsVisibleTo, visibleTo } from "@/lib/activities/policy";
import type { AccountActor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { open } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/client/client";
import { boundsOf } from "./month";
import { feedsVisibleTo } from "./policy";
import type { ScheduleFilters } from "./schema";

/** Sessions shown of one month; a committee has some tens. */
export const MOST = 400;
/** How far ahead of its first session the last day to reply is looked for. */
const REPLY_DAYS = 92;
const DAY = 86_400_000;

const activityOf = { id: true, title: true, kind: true, state: true, place: true } satisfies Prisma.ActivitySelect;

/** What the reader takes part in, or for a liaison the delegates of the own unit. */
const taking = (actor: AccountActor): Prisma.ActivityWhereInput => ({ participations: { some: { AND: [participationsVisibleTo(actor), { state: { in: [...expectedStates, "INVITED"] } }] } } });

/** Activities in the actor's schedule: those the actor may know of, without what was cancelled. */
function scheduled(actor: AccountActor, { kind, mine }: Pick<ScheduleFilters, "kind" | "mine">): Prisma.ActivityWhereInput {
  return { AND: [visibleTo(actor), { state: { not: "CANCELLED" } }, kind ? { kind } : {}, mine ? taking(actor) : {}] };
}

const own = (actor: AccountActor) => ({ where: participationsVisibleTo(actor), select: { state: true }, take: actor.role === "DELEGATE" ? 1 : 0 }) satisfies Prisma.Activity$participationsArgs;

const dayAndTime = (instant: Date) => ({ on: formatInstant(instant).slice(0, 10), time: formatInstant(instant).slice(11) });

/**
 * The entries of a month in order of time: every session, and the last moment to reply or to enrol. A delegate is told
 * the own state; at most 400 sessions, and whether there are more.
 */
export async function listMonth(actor: AccountActor, filters: ScheduleFilters) {
  const { from, to } = boundsOf(filters.month);
  const activity = scheduled(actor, filters);
  const [sessions, replies] = await Promise.all([
    db().activitySession.findMany({
      where: { committeeId: actor.committeeId, startsAt: { gte: from, lt: to }, activity }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: MOST + 1,
      select: { id: true, startsAt: true, endsAt: true, title: true, place: true, position: true, activity: { select: { ...activityOf, participations: own(actor), _count: { select: { sessions: true } } } } },
    }),
    db().activity.findMany({
      where: { AND: [activity, { state: "PUBLISHED", startsAt: { gte: from, lt: new Date(to.getTime() + REPLY_DAYS * DAY) }, replyBy: { gte: from, lt: to } }] }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: MOST,
      select: { ...activityOf, replyBy: true, entry: true, participations: own(actor) },
    }),
  ]);
  const entries = [
    ...sessions.slice(0, MOST).map(({ startsAt, endsAt, activity: of, ...session }) => ({
      key: session.id, ...dayAndTime(startsAt), until: dayAndTime(endsAt).time, what: null, activityId: of.id, title: of.title, part: of._count.sessions > 1 ? `第 ${session.position} 场` : null, kind: of.kind, draft: of.state === "DRAFT",
      place: session.place ?? of.place, state: of.participations[0]?.state ?? null,
    })),
    ...replies.flatMap(({ replyBy, ...of }) => (replyBy ? [{
      key: `r${of.id}`, ...dayAndTime(replyBy), until: null, what: of.entry === "ENROLMENT" ? "报名截止" : "答复截止", activityId: of.id, title: of.title, part: null, kind: of.kind, draft: false, place: null, state: of.participations[0]?.state ?? null,
    }] : [])),
  ].sort((a, b) => `${a.on} ${a.time}`.localeCompare(`${b.on} ${b.time}`));
  return { entries, more: sessions.length > MOST };
}

export type Entry = Awaited<ReturnType<typeof listMonth>>["entries"][number];

/** How long back and how far ahead a phone's calendar keeps. */
const [BACK_DAYS, AHEAD_DAYS] = [90, 400];

/** What a subscribed calendar is told: published activities alone, and for a delegate without those declined. */
export async function listFeed(actor: AccountActor, at: Date) {
  const left: Prisma.ActivityWhereInput = actor.role === "DELEGATE" ? { participations: { some: { AND: [participationsVisibleTo(actor), { state: { in: [...expectedStates, "INVITED"] } }] } } } : {};
  return db().activitySession.findMany({
    where: { committeeId: actor.committeeId, startsAt: { gte: new Date(at.getTime() - BACK_DAYS * DAY), lt: new Date(at.getTime() + AHEAD_DAYS * DAY) }, activity: { AND: [scheduled(actor, {}), { state: { not: "DRAFT" } }, left] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: 1000,
    select: { id: true, startsAt: true, endsAt: true, title: true, place: true, activity: { select: { ...activityOf, updatedAt: true, contact: true } } },
  });
}

/** What the token of a feed is sealed for. */
export const sealedAs = (id: string): string => `ScheduleFeed.token:${id}`;

/** The address of the own feed, with when a calendar last read it; null while there is none. */
export async function getFeed(actor: AccountActor) {
  const feed = await db().scheduleFeed.findFirst({ where: feedsVisibleTo(actor), select: { id: true, tokenCipher: true, createdAt: true, readAt: true } });
  return feed && { address: `${env().APP_URL}/schedule/feed/${open(feed.tokenCipher, sealedAs(feed.id))}.ics`, since: formatInstant(feed.createdAt), readAt: feed.readAt && formatInstant(feed.readAt) };
}
