import "server-only";
import { v7 as newId } from "uuid";
import { participationNames, stateNames } from "@/lib/activities/labels";
import { holdActivity, promote } from "@/lib/activities/places-service";
import { may as mayActivity } from "@/lib/activities/policy";
import { getActivity, type ActivityRecord } from "@/lib/activities/queries";
import { tellPersons } from "@/lib/activities/tell-service";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditMany } from "@/lib/platform/audit";
import { formatInstant, now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { ParticipationState } from "@/prisma/client/enums";
import { previewInvitation, type Invitation } from "./invite-queries";
import { refusals } from "./labels";
import { getParticipation } from "./queries";
import type { At } from "./service";

const SECONDS = 60;

/** Who is out already. */
const OUT: ParticipationState[] = ["CANCELLED", "DECLINED", "WITHDRAWN"];

const targetOf = ({ id, title }: { id: string; title: string }) => ({ type: "Activity", id, name: title });

function demand(actor: Actor, of: ActivityRecord): void {
  if (!mayActivity(actor, "invite", of)) throw new Forbidden("participation.invite", targetOf(of), refusals.invite);
}

/** The activity, held, whose list may still be changed. */
export async function holdListable(actor: Actor, id: string): Promise<ActivityRecord> {
  demand(actor, await getActivity(actor, id));
  await holdActivity(actor, id);
  const of = await getActivity(actor, id);
  if (of.state !== "DRAFT" && of.state !== "PUBLISHED") throw new Refusal(refusals.closed(stateNames[of.state]));
  if (of.state === "PUBLISHED" && of.startsAt <= now()) throw new Refusal(refusals.begun);
  return of;
}

/** New rows for who was never on the list, the old row afresh for who was struck off it. */
export async function putOn(actor: Actor, of: ActivityRecord, chosen: Invitation["rows"], state: ParticipationState): Promise<{ id: string; name: string }[]> {
  const { id: activityId, committeeId } = of;
  const known = new Map((await db().participation.findMany({ where: { committeeId: actor.committeeId ?? "", activityId, delegateId: { in: chosen.map((d) => d.id) } }, select: { id: true, delegateId: true } })).map((p) => [p.delegateId, p.id]));
  const fresh = chosen.filter((d) => !known.has(d.id)).map((d) => ({ id: newId(), committeeId, activityId, delegateId: d.id, unitId: d.unitId, state }));
  await db().participation.createMany({ data: fresh });
  for (const d of chosen.filter((one) => known.has(one.id))) {
    const afresh = { repliedAt: null, replyReason: null, repliedBy: null, leaveReason: null, leaveDecidedAt: null, leaveDecidedBy: null, leaveNote: null, substituteForId: null };
    await db().participation.update({ where: { id: known.get(d.id) ?? "" }, data: { ...afresh, state, unitId: d.unitId, version: { increment: 1 } }, select: { id: true } });
  }
  const ids = new Map([...known, ...fresh.map((p) => [p.delegateId, p.id] as const)]);
  return chosen.map((d) => ({ id: ids.get(d.id) ?? "", name: d.name }));
}

/**
 * Puts those a list of the roster means on the list of an activity: called where an answer is asked, else expected. Whoever
 * is on it already, or not in office, is passed over; who was struck off is called anew, and for an enrolment called is
 * nominated (domain 6.4). Told at once when the activity is published. Refuses nobody new, and a choice that moved since it was shown. Returns how many.
 */
export const invite = (actor: Actor, activityId: string, list: string, expected: string): Promise<number> =>
  transact(async () => {
    const of = await holdListable(actor, activityId);
    const chosen = await previewInvitation(actor, of, list);
    if (!chosen || chosen.heads === 0) throw new Refusal(refusals.nobodyNew);
    if (chosen.tooMany) throw new Refusal(refusals.many);
    if (chosen.seal !== expected) throw new Refusal(refusals.moved);
    const state = of.entry === "OBLIGATION" ? ("ACCEPTED" as const) : ("INVITED" as const);
    const listed = await putOn(actor, of, chosen.rows, state);
    await auditMany(actor, [
      { verb: "participation.invite", target: targetOf(of), changes: { heads: [null, String(listed.length)] } },
      ...listed.map(({ id, name }) => ({ verb: "participation.invite", target: { type: "Participation", id, name }, changes: { state: [null, participationNames[state]] as [null, string] } })),
    ]);
    if (of.state === "PUBLISHED") await tellPersons(actor, activityId, "activity.invited", chosen.rows.map((d) => d.personId), `called:${newId()}`);
    return listed.length;
  }, SECONDS);

/** Takes somebody off the list before it begins; of a draft without a trace, else with a reason the delegate is told. */
export const strike = (actor: Actor, at: At, reason: string): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    const of = await holdListable(actor, seen.activity.id);
    const row = await getParticipation(actor, at.id);
    if (OUT.includes(row.state)) throw new Refusal(refusals.notOpenFor(row.stateName));
    const where = { id: row.id, state: row.state, version: at.version };
    const { count } = of.state === "DRAFT" ? await db().participation.deleteMany({ where }) : await db().participation.updateMany({ where, data: { state: "CANCELLED", waitingSince: null, version: { increment: 1 } } });
    if (count === 0) throw new Conflict({}, String(row.version));
    await audit(actor, { verb: "participation.strike", target: { type: "Participation", id: row.id, name: row.name }, changes: { state: [row.stateName, null] }, reason });
    if (of.state === "PUBLISHED") {
      await tellPersons(actor, of.id, "activity.struck", [row.facts.personId], `struck:${row.id}:${row.version}`, reason);
      await promote(actor, await holdActivity(actor, of.id));
    }
    return of.id;
  });

const REMIND_HOURS = 24;

/** Reminds everybody who has not answered yet, once in 24 hours. Refuses when nobody is left to remind. Returns how many. */
export const remind = (actor: Actor, activityId: string): Promise<number> =>
  transact(async () => {
    const of = await holdListable(actor, activityId);
    if (of.state !== "PUBLISHED") throw new Refusal(refusals.notPublished);
    const since = new Date(now().getTime() - REMIND_HOURS * 3_600_000);
    if (await db().dispatch.count({ where: { committeeId: of.committeeId, kind: "activity.remind", subjectType: "Activity", subjectId: activityId, createdAt: { gt: since } } })) throw new Refusal(refusals.remindSoon);
    const waiting = await db().participation.findMany({ where: { activityId, state: { in: ["INVITED", "NO_RESPONSE"] } }, select: { delegate: { select: { personId: true } } } });
    if (waiting.length === 0) throw new Refusal(refusals.nobodyToRemind);
    await tellPersons(actor, activityId, "activity.remind", waiting.map((p) => p.delegate.personId), `remind:${formatInstant(now())}`);
    await audit(actor, { verb: "participation.remind", target: targetOf(of), changes: { heads: [null, String(waiting.length)] } });
    return waiting.length;
  }, SECONDS);
