// Places are counted while the row of the activity is held, so that the last one is given once; who waits longest comes
// first when one is free (domain 6.4).
import "server-only";
import { tellPersons } from "./tell-service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { ParticipationState } from "@/prisma/client/enums";

/** States that hold a place: one who asked leave holds it until it is granted. */
export const seated: ParticipationState[] = ["ACCEPTED", "LEAVE_REQUESTED"];

const facts = { id: true, committeeId: true, unitId: true, termId: true, title: true, kind: true, state: true, entry: true, capacity: true, startsAt: true, replyBy: true } as const;

/** The row of an activity, held to the end of the transaction. */
export async function holdActivity(actor: Actor, id: string) {
  await db().$queryRaw`SELECT id FROM "Activity" WHERE id = ${id}::uuid FOR UPDATE`;
  const of = await db().activity.findFirst({ where: { id, committeeId: actor.committeeId ?? "" }, select: facts });
  if (!of) throw new NotFound({ type: "Activity", id });
  return of;
}
export type Held = Awaited<ReturnType<typeof holdActivity>>;

/** How many places are free; Infinity without a limit. The activity must be held. */
async function free(actor: Actor, { id, capacity }: Held): Promise<number> {
  return capacity === null ? Infinity : capacity - (await db().participation.count({ where: { committeeId: actor.committeeId ?? "", activityId: id, state: { in: seated } } }));
}

/** Where somebody who says yes now comes to stand. */
export const seatFor = async (actor: Actor, of: Held): Promise<{ state: ParticipationState; waitingSince: Date | null }> =>
  (await free(actor, of)) > 0 ? { state: "ACCEPTED", waitingSince: null } : { state: "WAITLISTED", waitingSince: now() };

/** Gives free places to who has waited longest, and tells them; while the activity is published and has not begun. */
export async function promote(actor: Actor, of: Held): Promise<void> {
  if (of.state !== "PUBLISHED" || of.startsAt <= now()) return;
  const places = await free(actor, of);
  if (places <= 0) return;
  const next = await db().participation.findMany({
    where: { activityId: of.id, state: "WAITLISTED" }, orderBy: [{ waitingSince: "asc" }, { id: "asc" }], take: Number.isFinite(places) ? places : 3000, select: { id: true, version: true, delegate: { select: { personId: true, person: { select: { name: true } } } } },
  });
  for (const { id, version, delegate } of next) {
    const { count } = await db().participation.updateMany({ where: { id, state: "WAITLISTED", version }, data: { state: "ACCEPTED", waitingSince: null, version: { increment: 1 } } });
    if (count === 0) continue;
    await audit(actor, { verb: "participation.promote", target: { type: "Participation", id, name: delegate.person.name }, changes: { state: ["候补", "参加"] } });
    await tellPersons(actor, of.id, "activity.placed", [delegate.personId], `placed:${id}:${version}`, "不能参加的，请尽早退出。");
  }
}
