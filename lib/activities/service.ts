import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { formatInstant, isoOf, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { getRules } from "@/lib/rules/queries";
import { expectArrangeable } from "@/lib/training-plans/queries";
import { choosableBy } from "@/lib/units/policy";
import { noticeOf } from "./advice-queries";
import { activityFlow, type ActivityEvent } from "./flow";
import { entryNames, fieldNames, kindNames, refusals, stateNames } from "./labels";
import { holdActivity, promote, seated } from "./places-service";
import { may, type ActivityAct, type ActivityFacts } from "./policy";
import { getActivity, type ActivityRecord } from "./queries";
import type { Plan } from "./schema";
import { sameTimes, spanOf, type SessionInput } from "./sessions";
import { tellCancelled, tellChanged, tellPublished } from "./tell-service";
import { valuesOf } from "./values";

export type At = { id: string; version: number };
type Fields = Record<string, string[]>;

const targetOf = ({ id, title }: { id: string; title: string }) => ({ type: "Activity", id, name: title });

export function demand(actor: Actor, act: ActivityAct, of: ActivityFacts & { id?: string; title?: string }): void {
  if (!may(actor, act, of)) throw new Forbidden(`activity.${act}`, { type: "Activity", id: of.id ?? null, name: of.title ?? null }, refusals.plan);
}

export type TermDays = { id: string; from: string; to: string };

/** The present term; its days bound what may be planned. */
export async function presentTerm(actor: Actor): Promise<TermDays> {
  const term = await db().term.findFirst({ where: { committeeId: actor.committeeId ?? "", currentOf: { isNot: null } }, select: { id: true, startsOn: true, endsOn: true } });
  if (!term) throw new Refusal(refusals.noTerm);
  return { id: term.id, from: isoOf(term.startsOn), to: isoOf(term.endsOn) };
}

const dayOfInstant = (at: Date): string => formatInstant(at).slice(0, 10);

/** What is wrong with a plan, by field. */
function faultsOf({ entry, capacity, replyBy, sessions }: Plan, term: TermDays): Fields {
  const [first] = sessions;
  const outside = sessions.filter((s) => dayOfInstant(s.startsAt) < term.from || dayOfInstant(s.endsAt) > term.to);
  const reply = entry === "OBLIGATION" ? (replyBy ? refusals.replyNeedless : null) : !replyBy ? refusals.replyMissing : first && replyBy >= first.startsAt ? refusals.replyLate : null;
  return {
    ...(reply ? { replyBy: [reply] } : {}),
    ...(capacity !== null && entry !== "ENROLMENT" ? { capacity: [refusals.capacityNeedless] } : {}),
    ...Object.fromEntries(outside.map(({ row }) => [`day${row}`, [refusals.outsideTerm(term.from, term.to)]])),
  };
}

function refuse(fields: Fields): void {
  if (Object.keys(fields).length > 0) throw new Refusal(refusals.notSaved, fields);
}

/** A unit in use in the actor's sight. */
async function unitOf(actor: Actor, id: string): Promise<{ id: string; name: string; committeeId: string }> {
  const unit = await db().unit.findFirst({ where: { AND: [choosableBy(actor), { id }] }, select: { id: true, name: true, committeeId: true, activeTo: true } });
  if (!unit) throw new NotFound({ type: "Unit", id });
  if (unit.activeTo) throw new Refusal(refusals.notSaved, { unitId: [refusals.unit] });
  return unit;
}

const span = (sessions: readonly SessionInput[]) => ({ startsAt: new Date(Math.min(...sessions.map((s) => s.startsAt.getTime()))), endsAt: new Date(Math.max(...sessions.map((s) => s.endsAt.getTime()))) });

const inWords = (plan: Plan, unit: string) => ({
  kind: kindNames[plan.kind], entry: entryNames[plan.entry], unit, title: plan.title, place: plan.place, time: plan.sessions.map(spanOf).join("；"), summary: plan.summary, agenda: plan.agenda, contact: plan.contact,
  capacity: plan.capacity, replyBy: plan.replyBy ? formatInstant(plan.replyBy) : null,
});

const columnsOf = ({ sessions, ...facts }: Plan) => ({ ...facts, ...span(sessions) });

/** Writes an activity as a draft. Who may and what is right was asked before. Returns its id. */
export async function write(actor: Actor, plan: Plan, unit: { id: string; name: string; committeeId: string }, term: TermDays, copiedFromId: string | null = null): Promise<string> {
  const id = newId();
  const { committeeId } = unit;
  await db().activity.create({ data: { ...columnsOf(plan), id, committeeId, termId: term.id, copiedFromId, authorId: actor.accountId, authorName: actor.name }, select: { id: true } });
  await writeSessions(committeeId, id, plan.sessions);
  await audit(actor, { verb: copiedFromId ? "activity.copy" : "activity.plan", target: targetOf({ id, title: plan.title }), changes: changesOf({}, inWords(plan, unit.name)) });
  return id;
}

const writeSessions = async (committeeId: string, activityId: string, sessions: readonly SessionInput[]): Promise<void> => {
  await db().activitySession.createMany({ data: sessions.map(({ row: _, ...s }, i) => ({ ...s, committeeId, activityId, position: i + 1 })) });
};

/** Plans an activity as a draft nobody is told of, from a line of the yearly plan of trainings where it comes from one. Refuses a unit not the actor's to organise for, and what cannot be. Returns its id. */
export const plan = (actor: Actor, of: Plan, planLineId: string | null = null): Promise<string> =>
  transact(async () => {
    demand(actor, "plan", { committeeId: actor.committeeId ?? "", unitId: of.unitId, title: of.title });
    const unit = await unitOf(actor, of.unitId);
    const term = await presentTerm(actor);
    if (planLineId) await expectArrangeable(actor, planLineId);
    refuse({ ...(planLineId && of.kind !== "TRAINING" ? { kind: [refusals.planned] } : {}), ...faultsOf(of, term) });
    const id = await write(actor, of, unit, term);
    if (planLineId) await db().activity.update({ where: { id }, data: { planLineId }, select: { id: true } });
    return id;
  });

const differing = (found: ActivityRecord, of: Plan) => {
  const [theirs, yours] = [valuesOf(found), valuesOf(of)];
  return Object.fromEntries([...new Set([...Object.keys(theirs), ...Object.keys(yours)])].flatMap((key) => (theirs[key] === yours[key] ? [] : [[key, { theirs: theirs[key] ?? "", yours: yours[key] ?? "" }]])));
};

/** Sessions keep their rows where they stand, for marks refer to them. */
async function rewriteSessions(found: ActivityRecord, sessions: readonly SessionInput[]): Promise<void> {
  for (const [i, { row: _, ...data }] of sessions.entries()) {
    const kept = found.sessions[i];
    if (kept) await db().activitySession.update({ where: { id: kept.id }, data: { ...data, position: i + 1 }, select: { id: true } });
  }
  const gone = found.sessions.slice(sessions.length).map(({ id }) => id);
  if (gone.length > 0) await db().activitySession.deleteMany({ where: { id: { in: gone } } });
  const added = sessions.slice(found.sessions.length).map(({ row: _, ...data }, i) => ({ ...data, committeeId: found.committeeId, activityId: found.id, position: found.sessions.length + i + 1 }));
  if (added.length > 0) await db().activitySession.createMany({ data: added });
}

async function faultsOfChange(found: ActivityRecord, of: Plan): Promise<Fields> {
  const published = found.state !== "DRAFT";
  const fixed = published ? (["kind", "entry", "unitId"] as const).filter((field) => found[field] !== of[field]) : [];
  const taken = of.capacity === null ? 0 : await db().participation.count({ where: { activityId: found.id, state: { in: seated } } });
  return {
    ...Object.fromEntries(fixed.map((field) => [field, [refusals.fixed]])),
    ...(of.capacity !== null && taken > of.capacity ? { capacity: [refusals.capacityTaken(taken)] } : {}),
    ...(found.marked > 0 && !sameTimes(found.sessions, of.sessions) ? { [`day${of.sessions[0]?.row ?? 1}`]: [refusals.markedSession] } : {}),
  };
}

/** Those on the list learn what changed for them; places that were added go to who waits, and are nothing to those who have theirs. */
async function followChange(actor: Actor, id: string, changed: readonly string[]): Promise<void> {
  const told = changed.filter((field) => field !== "capacity").map((field) => fieldNames[field] ?? field);
  if (told.length > 0) await tellChanged(actor, id, told.join("、"));
  if (changed.includes("capacity")) await promote(actor, await holdActivity(actor, id));
}

/**
 * Changes a draft, or what is published and not yet held. Refuses another's saving in between with both values, kind, entry
 * and unit once published (then those on the list are told what changed), sessions moved after somebody was marked, and fewer places than are taken.
 */
export const edit = (actor: Actor, at: At, of: Plan): Promise<void> =>
  transact(async () => {
    await holdActivity(actor, at.id);
    const found = await getActivity(actor, at.id);
    demand(actor, "edit", found);
    if (found.state !== "DRAFT" && found.state !== "PUBLISHED") throw new Refusal(refusals.over(stateNames[found.state]));
    demand(actor, "plan", { ...found, unitId: of.unitId });
    const unit = found.unitId === of.unitId ? { id: found.unitId, name: found.unitName, committeeId: found.committeeId } : await unitOf(actor, of.unitId);
    refuse({ ...faultsOf(of, await presentTerm(actor)), ...(await faultsOfChange(found, of)) });
    const { count } = await db().activity.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { ...columnsOf(of), version: { increment: 1 } } });
    if (count === 0) throw new Conflict(differing(found, of), String(found.version));
    await rewriteSessions(found, of.sessions);
    const changes = changesOf(inWords({ ...found, sessions: found.sessions.map((s, i) => ({ ...s, row: i + 1 })) }, found.unitName), inWords(of, unit.name));
    await audit(actor, { verb: "activity.edit", target: targetOf({ id: at.id, title: of.title }), changes });
    if (found.state === "PUBLISHED") await followChange(actor, at.id, Object.keys(changes));
  });

/** Takes a draft away with its list, files and guests. Refuses what was published. */
export const remove = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    await holdActivity(actor, at.id);
    const found = await getActivity(actor, at.id);
    demand(actor, "remove", found);
    if (found.state !== "DRAFT") throw new Refusal(refusals.over(stateNames[found.state]));
    await db().participation.deleteMany({ where: { activityId: at.id } });
    const { count } = await db().activity.deleteMany({ where: { id: at.id, state: "DRAFT", version: at.version } });
    if (count === 0) throw new Conflict({}, String(found.version));
    await audit(actor, { verb: "activity.remove", target: targetOf(found) });
  });

type Step = { columns: object; changes?: Record<string, string | null>; reason?: string };

/** Takes one step: in sight, power, order, then the row with its old state and version in the where, and the audit. */
async function step(actor: Actor, at: At, event: ActivityEvent, facts: (found: ActivityRecord) => Promise<Step>): Promise<ActivityRecord> {
  await holdActivity(actor, at.id);
  const found = await getActivity(actor, at.id);
  demand(actor, event, found);
  const to = activityFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.over(stateNames[found.state]));
  const { columns, changes = {}, reason } = await facts(found);
  const { count } = await db().activity.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { ...columns, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  await audit(actor, { verb: `activity.${event}`, target: targetOf(found), changes: { state: [stateNames[found.state], stateNames[to]], ...changesOf({}, changes) }, ...(reason ? { reason } : {}) });
  return found;
}

/** Publishes a draft; those on its list are told. Refuses what has begun, an empty list where people are called, a reply day that is over, and short notice not confirmed. */
export const publish = (actor: Actor, at: At, confirmed: boolean): Promise<void> =>
  transact(async () => {
    await step(actor, at, "publish", async (found) => {
      if (found.startsAt <= now()) throw new Refusal(refusals.begun);
      if (found.replyBy && found.replyBy <= now()) throw new Refusal(refusals.replyOver);
      const listed = await db().participation.count({ where: { activityId: found.id, state: { notIn: ["CANCELLED", "WITHDRAWN"] } } });
      if (listed === 0 && found.entry !== "ENROLMENT") throw new Refusal(refusals.nobody);
      const notice = await noticeOf(actor, found);
      if (notice && !confirmed) throw new Refusal(refusals.notSaved, { confirm: [refusals.confirmNotice] });
      const late = (await getRules(actor, ["meeting.late"], { unitId: found.unitId, on: today() }))["meeting.late"];
      return { columns: { publishedAt: now(), lateAfter: late.value }, ...(notice ? { reason: notice.text } : {}) };
    });
    await tellPublished(actor, at.id);
  });

/** Cancels what was published; everybody on its list is told, and it counts for nothing. Refuses once somebody was marked. */
export const cancel = (actor: Actor, at: At, reason: string): Promise<void> =>
  transact(async () => {
    await step(actor, at, "cancel", async (found) => {
      if (found.marked > 0) throw new Refusal(refusals.marked);
      return { columns: { cancelledAt: now(), cancelReason: reason }, reason };
    });
    await tellCancelled(actor, at.id, reason);
  });

