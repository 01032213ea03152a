// Who stands on the list of an activity is told what befalls it, in the transaction of the act itself. Power was asked by
// the act; before an activity is published nobody is told anything.
import "server-only";
import { dispatchMany, type Letter } from "@/lib/messages/dispatch-service";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { ParticipationState } from "@/prisma/client/enums";
import { kindNames, participationNames } from "./labels";
import { spanOf } from "./sessions";

export type ActivityLetter = "activity.invited" | "activity.changed" | "activity.cancelled" | "activity.placed" | "activity.leave" | "activity.struck" | "activity.remind";

/** Who is concerned by what becomes of an activity: everybody still on its list who did not say no. */
const CONCERNED: ParticipationState[] = ["INVITED", "ACCEPTED", "WAITLISTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED"];

const facts = { id: true, committeeId: true, kind: true, entry: true, title: true, place: true, startsAt: true, endsAt: true, replyBy: true, version: true, unit: { select: { name: true } } } as const;

async function find(id: string) {
  const of = await db().activity.findUnique({ where: { id }, select: facts });
  if (!of) throw new NotFound({ type: "Activity", id });
  return of;
}
type Told = Awaited<ReturnType<typeof find>>;

const letterOf = (of: Told, kind: ActivityLetter, key: string, persons: readonly string[], said: string): Letter => ({
  key: `activity:${of.id}:${key}`, kind, to: { persons: [...persons] }, variables: { title: of.title, sort: kindNames[of.kind], when: spanOf(of), place: of.place, unit: of.unit.name, said },
  subject: { type: "Activity", id: of.id }, href: `/my/activities/${of.id}`,
});

/** What the call asks for, by how one takes part. */
const askedOf = ({ entry, replyBy }: Told): string => (entry === "OBLIGATION" ? "因故不能参加的，请按时请假。" : `请于 ${replyBy ? formatInstant(replyBy) : "开始"} 前答复是否参加。`);

/** One letter to these persons about an activity; `step` makes its key, so that the same step tells nobody twice. */
export async function tellPersons(actor: Actor, activityId: string, kind: ActivityLetter, persons: readonly string[], step: string, said?: string): Promise<void> {
  if (persons.length === 0) return;
  const of = await find(activityId);
  await dispatchMany(actor, [letterOf(of, kind, step, persons, said ?? askedOf(of))]);
}

const personsOn = async (activityId: string): Promise<string[]> =>
  (await db().participation.findMany({ where: { activityId, state: { in: CONCERNED } }, select: { delegate: { select: { personId: true } } } })).map((p) => p.delegate.personId);

/** The list learns that it is called. */
export const tellPublished = async (actor: Actor, activityId: string): Promise<void> => tellPersons(actor, activityId, "activity.invited", await personsOn(activityId), "published");

/** The list learns what changed of what was published. */
export const tellChanged = async (actor: Actor, activityId: string, what: string): Promise<void> =>
  tellPersons(actor, activityId, "activity.changed", await personsOn(activityId), `changed:${(await find(activityId)).version}`, what);

/** The list learns that nothing comes of it, and stands cancelled. */
export async function tellCancelled(actor: Actor, activityId: string, reason: string): Promise<void> {
  await tellPersons(actor, activityId, "activity.cancelled", await personsOn(activityId), "cancelled", reason);
  const where = { activityId, state: { in: CONCERNED } };
  const rows = await db().participation.findMany({ where, select: { id: true, state: true, delegate: { select: { person: { select: { name: true } } } } } });
  await db().participation.updateMany({ where, data: { state: "CANCELLED", waitingSince: null, version: { increment: 1 } } });
  await auditMany(actor, rows.map(({ id, state, delegate }) => ({ verb: "participation.cancel", target: { type: "Participation", id, name: delegate.person.name }, changes: { state: [participationNames[state], participationNames.CANCELLED] } })));
}
