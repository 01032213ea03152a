import "server-only";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { KindKey } from "@/lib/messages/kinds";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { ParticipationState } from "@/prisma/client/enums";
import { kindNames } from "./labels";
import { spanOf } from "./sessions";

/** Who has said no, or is off the list, is told nothing more. */
const OFF: ParticipationState[] = ["DECLINED", "WITHDRAWN", "CANCELLED"];

const facts = { id: true, title: true, kind: true, entry: true, place: true, startsAt: true, endsAt: true, replyBy: true, version: true, unit: { select: { name: true } } } as const;

async function onList(activityId: string): Promise<string[]> {
  const rows = await db().participation.findMany({ where: { activityId, state: { notIn: OFF } }, select: { delegate: { select: { personId: true } } } });
  return rows.map(({ delegate }) => delegate.personId);
}

/** Tells everybody on the list; power was asked by the act, in whose transaction this runs. */
async function tell(actor: Actor, activityId: string, kind: KindKey & `activity.${string}`, said: string): Promise<void> {
  const [of, persons] = [await db().activity.findUniqueOrThrow({ where: { id: activityId }, select: facts }), await onList(activityId)];
  if (persons.length === 0) return;
  await dispatch(actor, {
    key: `${kind}:${of.id}:${of.version}`, kind, to: { persons }, must: kind !== "activity.invited" || of.entry !== "ENROLMENT", subject: { type: "Activity", id: of.id },
    variables: { title: of.title, sort: kindNames[of.kind], when: spanOf(of), place: of.place, unit: of.unit.name, said },
  });
}

/** Tells those on the list that they are called, and until when an answer is due. */
export async function tellPublished(actor: Actor, activityId: string): Promise<void> {
  const { entry, replyBy } = await db().activity.findUniqueOrThrow({ where: { id: activityId }, select: { entry: true, replyBy: true } });
  await tell(actor, activityId, "activity.invited", entry === "INVITATION" && replyBy ? `请于 ${formatInstant(replyBy)} 前答复是否参加。` : "因故不能参加的，请按时请假。");
}

/** Tells those on the list what has changed, in words: 时间、地点. */
export const tellChanged = (actor: Actor, activityId: string, what: string): Promise<void> => tell(actor, activityId, "activity.changed", what);

/** Tells those on the list that it is off, and takes everybody off. */
export async function tellCancelled(actor: Actor, activityId: string, reason: string): Promise<void> {
  await tell(actor, activityId, "activity.cancelled", reason);
  await db().participation.updateMany({ where: { activityId, state: { notIn: OFF } }, data: { state: "CANCELLED", waitingSince: null, version: { increment: 1 } } });
}
