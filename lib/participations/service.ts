import "server-only";
import { v7 as newId } from "uuid";
import { participationNames } from "@/lib/activities/labels";
import { holdActivity, promote, seatFor, type Held } from "@/lib/activities/places-service";
import { getActivity } from "@/lib/activities/queries";
import { tellPersons } from "@/lib/activities/tell-service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { getRules } from "@/lib/rules/queries";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { refusals, type Answer } from "./labels";
import { may, type ParticipationAct } from "./policy";
import { getOwnParticipation, getParticipation, listOwnClashes, stepsFrom, type ParticipationRecord } from "./queries";

export type At = { id: string; version: number };

const target = ({ id, name }: ParticipationRecord) => ({ type: "Participation", id, name });

function demand(actor: Actor, act: ParticipationAct, of: ParticipationRecord, message: string): void {
  if (!may(actor, act, of.facts)) throw new Forbidden(`participation.${act}`, target(of), message);
}

/** The activity is held, out in the open and has not begun. */
async function holdOpen(actor: Actor, activityId: string): Promise<Held> {
  const held = await holdActivity(actor, activityId);
  if (held.state !== "PUBLISHED") throw new Refusal(refusals.notPublished);
  if (held.startsAt <= now()) throw new Refusal(refusals.begun);
  return held;
}

function expectStep(actor: Actor, of: ParticipationRecord, act: ParticipationAct): void {
  if (stepsFrom(of.state).includes(act)) return;
  if (act === "reply" && of.state === "ACCEPTED") throw new Refusal(refusals.askLeave);
  throw new Refusal(actor.role === "DELEGATE" ? refusals.notOpen(of.stateName) : refusals.notOpenFor(of.stateName));
}

/** Writes one step with its old state and version in the where, and the audit. */
async function write(actor: Actor, at: At, of: ParticipationRecord, verb: string, data: Omit<Prisma.ParticipationUpdateManyMutationInput, "state"> & { state: ParticipationState }, reason?: string | null): Promise<void> {
  const { count } = await db().participation.updateMany({ where: { id: of.id, state: of.state, version: at.version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(of.version));
  await audit(actor, { verb: `participation.${verb}`, target: target(of), changes: { state: [of.stateName, participationNames[data.state]] }, ...(reason ? { reason } : {}) });
}

async function expectNoClash(actor: Actor, delegateId: string, activityId: string, confirmed: boolean): Promise<void> {
  if (!confirmed && (await listOwnClashes(actor, delegateId, activityId)).length > 0) throw new Refusal(refusals.notSaved, { confirm: [refusals.clash] });
}

const answered = (reason: string | null, by: string | null) => ({ repliedAt: now(), replyReason: reason, repliedBy: by });

async function answer(actor: Actor, at: At, act: "reply" | "replyFor", said: Answer, reason: string | null, confirmed: boolean): Promise<string> {
  const seen = await getParticipation(actor, at.id);
  demand(actor, act, seen, refusals.notYours);
  const held = await holdOpen(actor, seen.activity.id);
  const of = await getParticipation(actor, at.id);
  expectStep(actor, of, act);
  if (said === "DECLINED" && (reason ?? "").length < 4) throw new Refusal(refusals.notSaved, { reason: [refusals.noReason] });
  if (said === "ACCEPTED" && of.delegate.status !== "ACTIVE") throw new Refusal(refusals.notInOffice);
  if (said === "ACCEPTED") await expectNoClash(actor, of.delegateId, held.id, confirmed);
  const seat = said === "ACCEPTED" ? await seatFor(actor, held) : { state: "DECLINED" as const, waitingSince: null };
  await write(actor, at, of, act, { ...seat, ...answered(reason, act === "replyFor" ? actor.name : null) }, reason);
  return held.id;
}

/** The own answer to a call: yes, or no with a reason, until it begins; also after the last day to reply (domain 6.3). */
export const reply = (actor: Actor, at: At, said: Answer, reason: string | null, confirmed: boolean): Promise<string> => transact(() => answer(actor, at, "reply", said, reason, confirmed));

/** Somebody else's answer, marked with who entered it. */
export const replyFor = (actor: Actor, at: At, said: Answer, reason: string | null): Promise<string> => transact(() => answer(actor, at, "replyFor", said, reason, true));

/** Where a delegate stood before enrolling anew. */
async function expectEnrollable(actor: Actor, activityId: string): Promise<ParticipationRecord | null> {
  const own = await getOwnParticipation(actor, activityId);
  if (own?.state === "CANCELLED") throw new Refusal(refusals.struckOff);
  if (own && own.state !== "WITHDRAWN") throw new Refusal(refusals.enrolled);
  return own;
}

/** Enrols the own person: a place while there is one, else the waiting list. Refuses who is not in office, after the last day, and twice. */
export const enrol = (actor: Actor, activityId: string, confirmed: boolean): Promise<ParticipationState> =>
  transact(async () => {
    const seen = await getActivity(actor, activityId);
    const mandate = actor.role === "DELEGATE" && actor.personId ? await db().delegate.findFirst({ where: { committeeId: seen.committeeId, termId: seen.termId, personId: actor.personId, status: "ACTIVE" }, select: { id: true, unitId: true, personId: true, person: { select: { name: true } } } }) : null;
    if (!mandate || !may(actor, "enrol", { committeeId: seen.committeeId, unitId: mandate.unitId, personId: mandate.personId, activityUnitId: seen.unitId })) throw new Forbidden("participation.enrol", { type: "Activity", id: activityId, name: seen.title }, refusals.notActive);
    const held = await holdOpen(actor, activityId);
    if (held.entry !== "ENROLMENT") throw new Refusal(refusals.notEnrolment);
    if (held.replyBy && held.replyBy <= now()) throw new Refusal(refusals.enrolOver);
    const own = await expectEnrollable(actor, activityId);
    await expectNoClash(actor, mandate.id, activityId, confirmed);
    const seat = await seatFor(actor, held);
    const id = own?.id ?? newId();
    if (own) await db().participation.update({ where: { id }, data: { ...seat, repliedAt: now(), replyReason: null, version: { increment: 1 } }, select: { id: true } });
    else await db().participation.create({ data: { id, committeeId: held.committeeId, activityId, delegateId: mandate.id, unitId: mandate.unitId, ...seat, repliedAt: now() }, select: { id: true } });
    await audit(actor, { verb: "participation.enrol", target: { type: "Participation", id, name: mandate.person.name }, changes: { state: [own ? own.stateName : null, participationNames[seat.state]] } });
    return seat.state;
  });

/** Gives the own place, or the place in the waiting list, back; who waits longest has it at once. Refuses too near to the beginning. */
export const withdraw = (actor: Actor, at: At): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    demand(actor, "enrol", seen, refusals.notYours);
    const held = await holdOpen(actor, seen.activity.id);
    const of = await getParticipation(actor, at.id);
    if (held.entry !== "ENROLMENT" || (of.state !== "ACCEPTED" && of.state !== "WAITLISTED")) throw new Refusal(refusals.notOpen(of.stateName));
    const hours = held.kind === "TRAINING" ? (await getRules(actor, ["training.cancel"], { unitId: held.unitId, on: today() }))["training.cancel"].value : 0;
    if (of.state === "ACCEPTED" && held.startsAt.getTime() - now().getTime() < hours * 3_600_000) throw new Refusal(refusals.withdrawLate(hours));
    await write(actor, at, of, "withdraw", { state: "WITHDRAWN", waitingSince: null });
    await promote(actor, held);
    return seen.activity.id;
  });

/** Asks leave for the own person, with a reason; the place stays until it is granted. */
export const askLeave = (actor: Actor, at: At, reason: string): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    demand(actor, "leave", seen, refusals.notYours);
    await holdOpen(actor, seen.activity.id);
    const of = await getParticipation(actor, at.id);
    if (of.state !== "ACCEPTED") throw new Refusal(refusals.notOpen(of.stateName));
    await write(actor, at, of, "askLeave", { state: "LEAVE_REQUESTED", leaveReason: reason, leaveDecidedAt: null, leaveDecidedBy: null, leaveNote: null }, reason);
    return seen.activity.id;
  });

/** Comes after all: the own request for leave is taken back before it is decided. */
export const takeBackLeave = (actor: Actor, at: At): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    demand(actor, "leave", seen, refusals.notYours);
    await holdOpen(actor, seen.activity.id);
    const of = await getParticipation(actor, at.id);
    if (of.state !== "LEAVE_REQUESTED") throw new Refusal(refusals.notOpen(of.stateName));
    await write(actor, at, of, "takeBackLeave", { state: "ACCEPTED", leaveReason: null });
    return seen.activity.id;
  });

/** Grants leave, which frees the place, or refuses it with a word of why; the delegate is told. Also after the beginning, until the list is confirmed. */
export const decideLeave = (actor: Actor, at: At, granted: boolean, note: string | null): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    demand(actor, "decideLeave", seen, refusals.invite);
    const held = await holdActivity(actor, seen.activity.id);
    if (held.state !== "PUBLISHED" && held.state !== "HELD") throw new Refusal(refusals.notPublished);
    const of = await getParticipation(actor, at.id);
    expectStep(actor, of, "decideLeave");
    if (!granted && (note ?? "").length < 4) throw new Refusal(refusals.notSaved, { note: [refusals.noNote] });
    await write(actor, at, of, granted ? "grantLeave" : "refuseLeave", { state: granted ? "LEAVE_GRANTED" : "ACCEPTED", leaveDecidedAt: now(), leaveDecidedBy: actor.name, leaveNote: note }, note);
    await tellPersons(actor, held.id, "activity.leave", [of.facts.personId], `leave:${of.id}:${of.version}`, granted ? "已准假。" : `未予准假，请按时参加。意见：${note ?? ""}`);
    if (granted) await promote(actor, held);
    return seen.activity.id;
  });

