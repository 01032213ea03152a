// Clocks start and end with the acts of other rooms, in the same transaction. Power is that room's; here only the facts.
import "server-only";
import { getWorkCalendar } from "@/lib/calendars/queries";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, today, type IsoDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getRulesFor } from "@/lib/rules/queries";
import type { DeadlineState } from "@/prisma/client/enums";
import { acts, openKey, type ActKey } from "./acts";
import { dueOf, firstRung, type Ladder } from "./ladder";
import type { Owner } from "./owners";

const LADDER = ["deadline.before", "deadline.toHead", "deadline.toOffice", "deadline.toSupervisor"] as const;

export type Start = { act: ActKey; subjectId: string; /** As reminders and lists name it. */ subjectName: string; owner: Owner; /** Whose statistics it counts in, and whose rule holds; null for the office itself, the root of the tree. */ unitId: string | null; /** The day of the event; day 1 is the next working day. */ on: IsoDate };

/**
 * Starts the clocks of several acts of one committee. Rule, value and ladder are kept on the row as they are on that day:
 * a setting changed later moves nothing. One that runs already stays as it is.
 */
export async function startClocks(actor: Actor, starts: readonly Start[]): Promise<void> {
  if (starts.length === 0) return;
  const calendar = await getWorkCalendar(actor);
  const root = await db().unit.findFirstOrThrow({ where: { committeeId: actor.committeeId ?? "", parentId: null }, select: { id: true } });
  const unitOf = (start: Start) => start.unitId ?? root.id;
  const ruleOf = await getRulesFor(actor, [...new Set([...starts.map((start) => start.act), ...LADDER])], { unitIds: [...new Set(starts.map(unitOf))], on: today() });
  const data = starts.map(({ act, subjectId, subjectName, owner, on, ...start }) => {
    const unitId = start.unitId ?? root.id;
    const rule = ruleOf(act, unitId);
    const ladder = LADDER.map((key) => ruleOf(key, unitId).value) as unknown as Ladder;
    const due = dueOf(calendar, on, rule.value, rule.unit);
    return {
      committeeId: actor.committeeId ?? "", act, subjectType: acts[act].subject, subjectId, subjectName, openFor: openKey(act, subjectId), unitId, startedOn: dayOf(on), firstDueOn: dayOf(due.on), dueOn: dayOf(due.on), provisional: due.provisional,
      ownerRole: owner.role, ownerUnitId: owner.unitId, ownerId: owner.accountId, ruleKey: rule.key, ruleValue: rule.value, ruleUnit: rule.unit, ruleSource: rule.source, ladder: [...ladder], ...firstDay(calendar, due.on, ladder, on),
    };
  });
  await db().deadline.createMany({ data, skipDuplicates: true });
}

const firstDay = (...of: Parameters<typeof firstRung>) => {
  const { rung, nextOn } = firstRung(...of);
  return { rung, nextOn: dayOf(nextOn) };
};

export const startClock = (actor: Actor, start: Start): Promise<void> => startClocks(actor, [start]);

async function close(actor: Actor, state: DeadlineState, keys: string[], on: IsoDate): Promise<void> {
  await db().deadline.updateMany({
    where: { committeeId: actor.committeeId ?? "", openFor: { in: keys } }, data: { state, openFor: null, nextOn: null, stale: false, pausedOn: null, closedOn: dayOf(on), version: { increment: 1 } },
  });
}

/** The act was done on that day; what was not running stays as it is. */
export const meetClock = (actor: Actor, act: ActKey, subjectId: string, on: IsoDate = today()): Promise<void> => close(actor, "MET", [openKey(act, subjectId)], on);

/** The act is no longer to be done: withdrawn, or overtaken by another end. */
export const cancelClocks = (actor: Actor, of: readonly { act: ActKey; subjectId: string }[]): Promise<void> => close(actor, "CANCELLED", of.map(({ act, subjectId }) => openKey(act, subjectId)), today());
