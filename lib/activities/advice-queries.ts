import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { addDays, formatInstant, now, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getRules } from "@/lib/rules/queries";
import { visibleTo } from "./policy";
import { spanOf } from "./sessions";

type Coming = { id: string; unitId: string; startsAt: Date; sessions: readonly { startsAt: Date; endsAt: Date }[] };

/** Why the notice would be short if the activity were published now; null when there is time enough. */
export async function noticeOf(actor: Actor, { unitId, startsAt }: Pick<Coming, "unitId" | "startsAt">): Promise<{ text: string } | null> {
  const { "meeting.notice": usual, "meeting.shortest": shortest } = await getRules(actor, ["meeting.notice", "meeting.shortest"], { unitId, on: today() });
  const left = startsAt.getTime() - now().getTime();
  if (left < shortest.value * 3_600_000) return { text: `离第一场开始不足 ${shortest.value} 小时，少于最短的通知时间（${shortest.source}）` };
  if (formatInstant(startsAt).slice(0, 10) < addDays(today(), usual.value)) return { text: `离第一场开始不足 ${usual.value} 天，少于会前发出邀请的天数（${usual.source}）` };
  return null;
}

const MOST_CLASHES = 6;

/** Other activities in the actor's sight that stand at the same hours, the earliest first; called off ones do not count. */
export async function listClashes(actor: Actor, { id, sessions }: Pick<Coming, "id" | "sessions">): Promise<{ id: string; title: string; at: string }[]> {
  const rows = await db().activitySession.findMany({
    where: {
      committeeId: actor.committeeId ?? "", activityId: { not: id }, activity: { AND: [visibleTo(actor), { state: { not: "CANCELLED" } }] },
      OR: sessions.map(({ startsAt, endsAt }) => ({ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } })),
    },
    select: { startsAt: true, endsAt: true, activity: { select: { id: true, title: true } } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], distinct: ["activityId"], take: MOST_CLASHES,
  });
  return rows.map(({ activity, ...session }) => ({ ...activity, at: spanOf(session) }));
}
