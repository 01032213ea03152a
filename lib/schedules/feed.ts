import "server-only";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { kindNames } from "@/lib/activities/labels";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { TooMany } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { activityPage, refusals } from "./labels";
import { listFeed } from "./queries";
import { readerOf } from "./service";

const plain = (status: number, text: string) => new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });

/**
 * The schedule for a phone's calendar (RFC 5545), read with nothing but its address; an address that was replaced, and
 * one whose seat ended, answers 404. At most sixty readings an hour of one address.
 */
export async function getFeedFile(_request: Request, { params }: { params: Promise<Record<string, string>> }): Promise<Response> {
  const token = ((await params).token ?? "").replace(/\.ics$/, "");
  const actor = /^[\w-]{43}$/.test(token) ? await readerOf(token) : null;
  if (!actor) return plain(404, refusals.gone);
  try {
    await spend(`schedule-feed:${actor.grantId}`, 60, 3600);
  } catch (error) {
    if (error instanceof TooMany) return plain(429, error.message);
    throw error;
  }
  const calendar = ical({ name: "党代表履职日程", prodId: { company: "dangdaibiao", product: "schedule", language: "ZH" }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const { id, startsAt, endsAt, title, place, activity } of await listFeed(actor, now())) {
    calendar.createEvent({
      id, start: startsAt, end: endsAt, stamp: activity.updatedAt, lastModified: activity.updatedAt, status: ICalEventStatus.CONFIRMED, summary: `${kindNames[activity.kind]}：${activity.title}`, location: place ?? activity.place,
      description: [title, activity.contact ? `联系：${activity.contact}` : null].filter(Boolean).join("\n"), url: `${env().APP_URL}${activityPage(actor.role, activity.id)}`,
    });
  }
  return new Response(calendar.toString(), { headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, max-age=900", "content-disposition": 'inline; filename="schedule.ics"' } });
}
