import "server-only";
import { getWorkCalendar } from "@/lib/calendars/queries";
import { dispatchMany } from "@/lib/messages/dispatch-service";
import type { SystemActor } from "@/lib/platform/actor";
import { dayOf, formatDateLong, isoOf, now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { addWorkdays, rollForward, type Due, type WorkCalendar } from "@/lib/platform/workdays";
import type { Prisma } from "@/prisma/client/client";
import { actOf } from "./acts";
import { dueOf, firstRung, type Ladder } from "./ladder";
import { toOwner } from "./owners";
import { letterKey } from "./queries";
import { subjectOf, variablesOf } from "./words";

const BATCH = 200;

const record = {
  id: true, committeeId: true, act: true, subjectType: true, subjectId: true, subjectName: true, ownerRole: true, ownerUnitId: true, ownerId: true, startedOn: true, dueOn: true, provisional: true, ruleValue: true, ruleUnit: true, ruleSource: true,
  ladder: true, pausedDays: true, state: true, ownerUnit: { select: { name: true } }, steps: { where: { kind: "EXTEND" }, select: { id: true }, take: 1 },
} satisfies Prisma.DeadlineSelect;

type Clock = Prisma.DeadlineGetPayload<{ select: typeof record }>;

/** The last day by the calendar as it is now; a day given by an extension stays, unless it has turned out to be a day off. */
function recounted(clock: Clock, calendar: WorkCalendar) {
  if (clock.steps.length > 0) {
    const on = rollForward(calendar, isoOf(clock.dueOn));
    return { on, provisional: !calendar.years.has(Number(on.slice(0, 4))) };
  }
  const due = dueOf(calendar, isoOf(clock.startedOn), clock.ruleValue, clock.ruleUnit);
  return clock.pausedDays > 0 ? { ...addWorkdays(calendar, due.on, clock.pausedDays), provisional: due.provisional } : due;
}

/** Those whose last day stays: only whether it is provisional may change. */
async function keep(same: readonly { id: string; provisional: boolean }[]): Promise<void> {
  for (const provisional of [true, false]) await db().deadline.updateMany({ where: { id: { in: same.filter((one) => one.provisional === provisional).map(({ id }) => id) } }, data: { stale: false, provisional } });
}

async function move(actor: SystemActor, clock: Clock, due: Due, calendar: WorkCalendar): Promise<void> {
  const old = isoOf(clock.dueOn);
  const { rung, nextOn } = firstRung(calendar, due.on, clock.ladder as unknown as Ladder, isoOf(clock.startedOn));
  const runs = clock.state === "PAUSED" ? {} : { state: "RUNNING" as const, rung, nextOn: dayOf(nextOn) };
  await db().deadline.updateMany({ where: { id: clock.id }, data: { stale: false, provisional: due.provisional, dueOn: dayOf(due.on), ...runs, version: { increment: 1 } } });
  const key = `RECOUNT:${old}:${due.on}`;
  await db().deadlineStep.createMany({ data: [{ committeeId: clock.committeeId, deadlineId: clock.id, kind: "RECOUNT", rungKey: key, fromDueOn: clock.dueOn, toDueOn: dayOf(due.on), accountName: actor.name, at: now() }], skipDuplicates: true });
  await dispatchMany(actor, [{
    key: letterKey(clock.id, key), kind: "deadline.change", to: toOwner({ role: clock.ownerRole, unitId: clock.ownerUnitId, accountId: clock.ownerId }), ...subjectOf(clock), href: actOf(clock.act).page(clock.subjectId),
    variables: { ...variablesOf(clock, due.on), from: formatDateLong(old), why: "放假安排有变动，到期日已重新计算。" },
  }]);
}

const recountBatch = (actor: SystemActor, calendar: WorkCalendar): Promise<number> =>
  transact(async () => {
    const stale = await db().$queryRaw<{ id: string }[]>`SELECT id FROM "Deadline" WHERE "committeeId" = ${actor.committeeId}::uuid AND stale ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    const clocks = await db().deadline.findMany({ where: { id: { in: stale.map(({ id }) => id) } }, select: record, orderBy: { id: "asc" } });
    const counted = clocks.map((clock) => ({ clock, due: recounted(clock, calendar) }));
    const stays = ({ clock, due }: (typeof counted)[number]) => due.on === isoOf(clock.dueOn);
    await keep(counted.filter(stays).map(({ clock, due }) => ({ id: clock.id, provisional: due.provisional })));
    for (const { clock, due } of counted.filter((one) => !stays(one))) await move(actor, clock, due, calendar);
    return clocks.length;
  }, 60);

/**
 * Counts anew what the notices of holidays have changed since the last pass: `mark` names them. Whatever is open is marked
 * first, in the transaction that keeps the mark, so a pass cut short goes on where it stopped. Returns how many were counted.
 */
export async function recountStale(actor: SystemActor, mark: string): Promise<number> {
  const committeeId = actor.committeeId;
  await transact(async () => {
    await db().deadlinePass.createMany({ data: [{ committeeId, ranAt: now(), calendarMark: "" }], skipDuplicates: true });
    const { count } = await db().deadlinePass.updateMany({ where: { committeeId, calendarMark: { not: mark } }, data: { calendarMark: mark } });
    if (count > 0) await db().deadline.updateMany({ where: { committeeId, closedOn: null }, data: { stale: true } });
  }, 60);
  const calendar = await getWorkCalendar(actor);
  let done = 0;
  for (let batch = BATCH; batch === BATCH; done += batch) batch = await recountBatch(actor, calendar);
  return done;
}
