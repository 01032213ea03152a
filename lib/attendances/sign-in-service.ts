// Signing in is the delegate's own: the form names a session and a code, never a person. Once per person and session, by
// the database; a wrong code is an answer and not an error, so that its try is counted.
import "server-only";
import { stateNames } from "@/lib/activities/labels";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { formatInstant, now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { holdStill } from "./closing-service";
import { readCode } from "./codes";
import { codeNames, codeOf, notExpected, refusals, type WrongCode } from "./labels";
import { mayOf } from "./policy";
import { listDue, rollStates } from "./queries";
import { getOwnSession } from "./sign-in-queries";
import type { SignInput } from "./schema";

/** Tries of one account a minute: six digits are not found by trying. */
const TRIES = 10;

type Answer = { wrong?: WrongCode };

const time = (instant: Date | null): string => (instant ? formatInstant(instant).slice(11) : "");

async function ownPlace(actor: AccountActor, sessionId: string) {
  const { participation, ...found } = await getOwnSession(actor, sessionId);
  const { activity } = found.session;
  const facts = { committeeId: activity.committeeId, unitId: participation?.unitId ?? "", personId: participation?.delegate.personId ?? actor.personId ?? "", activityUnitId: activity.unitId };
  if (!mayOf(actor, "signIn", facts)) throw new Forbidden("attendance.signIn", { type: "ActivitySession", id: sessionId, name: activity.title }, refusals.notOwn);
  if (!participation) throw new Refusal(refusals.notListed);
  if (activity.state !== "PUBLISHED" && activity.state !== "HELD") throw new Refusal(refusals.notMarkable(stateNames[activity.state]));
  if (!rollStates.includes(participation.state)) throw new Refusal(notExpected[participation.state] ?? refusals.notListed);
  return { ...found, activity, participation };
}

const target = (id: string, title: string) => ({ type: "Attendance", id, name: title });

/**
 * Signs the delegate in to a session by the code of its screen, late after the activity's minutes. Refuses who is not on
 * the list or not in office that day, outside the time around the beginning, twice, and over a mark of the office.
 */
export const signIn = (actor: AccountActor, { sessionId, code }: SignInput): Promise<Answer> =>
  transact(async () => {
    const { session, activity, participation, mark, window } = await ownPlace(actor, sessionId);
    if (mark) throw new Refusal(mark.signedAt ? refusals.signedIn(time(mark.signedAt)) : refusals.otherwise(codeNames[codeOf(mark)]));
    if (!(await listDue(actor, activity.id, [participation.id])).has(`${participation.id}~${sessionId}`)) throw new Refusal(refusals.notInOffice);
    const at = now();
    if (at < window.from) throw new Refusal(refusals.beforeWindow(formatInstant(window.from)));
    if (at > window.to) throw new Refusal(refusals.afterWindow(formatInstant(window.to)));
    await spend(`sign-in:${actor.accountId}`, TRIES, 60, "inside");
    const read = readCode(sessionId, code, at);
    if ("wrong" in read) return read;
    await holdStill(actor, activity);
    const late = at.getTime() > session.startsAt.getTime() + activity.lateAfter * 60_000;
    const [made] = await db().attendance.createManyAndReturn({
      data: [{ committeeId: activity.committeeId, activityId: activity.id, sessionId, participationId: participation.id, delegateId: participation.delegateId, mark: late ? "LATE" : "PRESENT", way: read.way, signedAt: at }],
      skipDuplicates: true, select: { id: true },
    });
    if (!made) throw new Refusal(refusals.signedIn(time(at)));
    // Coming is an answer.
    if (participation.state === "INVITED") await db().participation.updateMany({ where: { id: participation.id, state: "INVITED" }, data: { state: "ACCEPTED", repliedAt: at, version: { increment: 1 } } });
    await audit(actor, { verb: "attendance.signIn", target: target(made.id, activity.title), changes: { mark: [null, codeNames[late ? "LATE" : "PRESENT"]], session: [null, `第 ${session.position} 场`] } });
    return {};
  });

/** Signs out of a session that asks for it, early when long before its end. Refuses before signing in, twice and too late. */
export const signOut = (actor: AccountActor, { sessionId, code }: SignInput): Promise<Answer> =>
  transact(async () => {
    const { session, activity, mark, window } = await ownPlace(actor, sessionId);
    if (!session.signOut) throw new Refusal(refusals.noSignOut);
    if (!mark?.signedAt || (mark.mark !== "PRESENT" && mark.mark !== "LATE")) throw new Refusal(refusals.notSignedIn);
    if (mark.signedOutAt) throw new Refusal(refusals.signedOut(time(mark.signedOutAt)));
    const at = now();
    if (at < session.startsAt) throw new Refusal(refusals.outBefore(formatInstant(session.startsAt)));
    if (at > window.outTo) throw new Refusal(refusals.outAfter(formatInstant(window.outTo)));
    await spend(`sign-in:${actor.accountId}`, TRIES, 60, "inside");
    const read = readCode(sessionId, code, at);
    if ("wrong" in read) return read;
    await holdStill(actor, activity);
    const leftEarly = at.getTime() < session.endsAt.getTime() - activity.lateAfter * 60_000;
    const { count } = await db().attendance.updateMany({ where: { id: mark.id, version: mark.version, signedOutAt: null }, data: { signedOutAt: at, leftEarly, version: { increment: 1 } } });
    if (count === 0) throw new Conflict({}, String(mark.version));
    await audit(actor, { verb: "attendance.signOut", target: target(mark.id, activity.title), changes: { session: [null, `第 ${session.position} 场`], mark: [codeNames[codeOf(mark)], codeNames[codeOf({ ...mark, leftEarly })]] } });
    return {};
  });
