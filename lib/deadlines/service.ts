import "server-only";
import { v7 as newId } from "uuid";
import { roleNames } from "@/lib/accounts/labels";
import { getWorkCalendar } from "@/lib/calendars/queries";
import { dispatch } from "@/lib/messages/dispatch-service";
import { sentence } from "@/lib/messages/kinds";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { addDays, dayOf, formatDateLong, formatInstant, now, today, type IsoDate } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { addWorkdays, rollForward, workdaysBetween, type WorkCalendar } from "@/lib/platform/workdays";
import { getRule } from "@/lib/rules/queries";
import type { Prisma } from "@/prisma/client/client";
import { deadlineFlow } from "./flow";
import { refusals, stateNames } from "./labels";
import { firstRung, lastExtension, type Ladder } from "./ladder";
import { toOwner } from "./owners";
import { may, type DeadlineAct } from "./policy";
import { getDeadline, letterKey, type DeadlineRecord } from "./queries";
import { subjectOf, variablesOf } from "./words";

type At = { id: string; version: number };

/** The clock, if the act is the actor's and open now. */
async function ready(actor: AccountActor, id: string, act: DeadlineAct): Promise<DeadlineRecord> {
  const found = await getDeadline(actor, id);
  if (!may(actor, act, found)) throw new Forbidden(`deadline.${act}`, { type: "Deadline", id, name: found.subjectName }, refusals[act]);
  if (!deadlineFlow.next(found.state, act)) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  return found;
}

const step = (actor: AccountActor, of: DeadlineRecord, kind: "URGE" | "EXTEND" | "PAUSE" | "RESUME", more: { reason?: string | null; fromDueOn?: Date; toDueOn?: Date }) => ({
  id: newId(), committeeId: of.committeeId, deadlineId: of.id, kind, role: actor.role, accountId: actor.accountId, accountName: actor.name, at: now(), ...more,
});

/**
 * Urges whoever is to act. A role urges one clock at most once in so many days (setting deadline.urge, 3): the rows of
 * the clock are locked, so of two clicks or two colleagues only one counts.
 */
export const urge = (actor: AccountActor, id: string, note: string | null): Promise<void> =>
  transact(async () => {
    const found = await ready(actor, id, "urge");
    await db().$queryRaw`SELECT id FROM "Deadline" WHERE id = ${id}::uuid FOR UPDATE`;
    const rule = await getRule(actor, "deadline.urge", { unitId: found.unitId, on: today() });
    const last = await db().deadlineStep.findFirst({ where: { deadlineId: id, kind: "URGE", role: actor.role }, orderBy: { at: "desc" }, select: { at: true, accountName: true } });
    if (last) {
      const again = addDays(formatInstant(last.at).slice(0, 10), rule.value);
      if (today() < again) throw new Refusal(refusals.urged(last.accountName, formatInstant(last.at), formatDateLong(again)));
    }
    const made = step(actor, found, "URGE", { reason: note });
    await db().deadlineStep.create({ data: made, select: { id: true } });
    await dispatch(actor, {
      key: letterKey(id, made.id), kind: "deadline.urge", to: toOwner({ role: found.ownerRole, unitId: found.ownerUnitId, accountId: found.ownerId }), ...subjectOf(found), href: found.href,
      variables: { ...variablesOf(found, found.dueOn, found.over), by: `${roleNames[actor.role]}${actor.name}`, note: sentence(note ?? "") },
    });
    await audit(actor, { verb: "deadline.urge", target: { type: "Deadline", id, name: found.subjectName }, ...(note ? { reason: note } : {}) });
  });

type Move = { act: "extend" | "pause" | "resume"; data: Prisma.DeadlineUncheckedUpdateManyInput; row: ReturnType<typeof step>; changes: Changes; reason: string };

/** Writes the clock with its old state and version in the where, the step and the audit; whoever comes second is told so. */
async function move(actor: AccountActor, found: DeadlineRecord, version: number, { act, data, row, changes, reason }: Move): Promise<void> {
  const { count } = await db().deadline.updateMany({ where: { id: found.id, state: found.state, version }, data: { ...data, state: deadlineFlow.next(found.state, act) ?? found.state, version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.taken);
  await db().deadlineStep.create({ data: { ...row, reason }, select: { id: true } });
  await audit(actor, { verb: `deadline.${act}`, target: { type: "Deadline", id: found.id, name: found.subjectName }, changes, reason });
}

/** Tells the owner that the last day has moved, and why. */
const tell = (actor: AccountActor, found: DeadlineRecord, dueOn: IsoDate, stepId: string, why: string) =>
  dispatch(actor, {
    key: letterKey(found.id, stepId), kind: "deadline.change", to: toOwner({ role: found.ownerRole, unitId: found.ownerUnitId, accountId: found.ownerId }), ...subjectOf(found), href: found.href,
    variables: { ...variablesOf(found, dueOn), from: formatDateLong(found.dueOn), why: sentence(why) },
  });

/** Columns of a clock that ends on another day from now on: its ladder begins anew. */
function newDue(calendar: WorkCalendar, found: DeadlineRecord, dueOn: IsoDate) {
  const { rung, nextOn } = firstRung(calendar, dueOn, found.ladder as unknown as Ladder, today());
  return { dueOn: dayOf(dueOn), rung, nextOn: dayOf(nextOn), provisional: !calendar.years.has(Number(dueOn.slice(0, 4))) };
}

/** What is wrong with a new last day: not later, past, more than a year on, or off. */
function faultOf(calendar: WorkCalendar, found: DeadlineRecord, dueOn: IsoDate): string | null {
  if (dueOn <= found.dueOn) return refusals.notLater(found.dueOn);
  if (dueOn < today()) return refusals.past;
  const last = lastExtension(found.dueOn);
  if (dueOn > last) return refusals.tooLate(last);
  const working = rollForward(calendar, dueOn);
  return working === dueOn ? null : refusals.dayOff(dueOn, working);
}

/** Gives more time: a later working day within a year, with the reason; provisional in a year without a notice. */
export const extend = (actor: AccountActor, { id, version }: At, { dueOn, reason }: { dueOn: IsoDate; reason: string }): Promise<void> =>
  transact(async () => {
    const found = await ready(actor, id, "extend");
    const calendar = await getWorkCalendar(actor);
    const fault = faultOf(calendar, found, dueOn);
    if (fault) throw new Refusal("没有延期。", { dueOn: [fault] });
    const row = step(actor, found, "EXTEND", { fromDueOn: dayOf(found.dueOn), toDueOn: dayOf(dueOn) });
    await move(actor, found, version, { act: "extend", data: newDue(calendar, found, dueOn), row, changes: { dueOn: [found.dueOn, dueOn] }, reason });
    await tell(actor, found, dueOn, row.id, reason);
  });

/** Stops counting; nobody is reminded until it goes on. */
export const pause = (actor: AccountActor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await ready(actor, id, "pause");
    const row = step(actor, found, "PAUSE", { fromDueOn: dayOf(found.dueOn) });
    await move(actor, found, version, { act: "pause", data: { pausedOn: dayOf(today()), nextOn: null }, row, changes: { pausedOn: [null, today()] }, reason });
  });

/** Goes on counting: the last day moves by the working days it stood still. */
export const resume = (actor: AccountActor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await ready(actor, id, "resume");
    const calendar = await getWorkCalendar(actor);
    const still = workdaysBetween(calendar, found.pausedOn ?? today(), today());
    const dueOn = still > 0 ? addWorkdays(calendar, found.dueOn, still).on : found.dueOn;
    const row = step(actor, found, "RESUME", { fromDueOn: dayOf(found.dueOn), toDueOn: dayOf(dueOn) });
    await move(actor, found, version, { act: "resume", data: { ...newDue(calendar, found, dueOn), pausedOn: null, pausedDays: { increment: still } }, row, changes: { dueOn: [found.dueOn, dueOn] }, reason });
    if (dueOn !== found.dueOn) await tell(actor, found, dueOn, row.id, `暂停计时 ${still} 个工作日。`);
  });
