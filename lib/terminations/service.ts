import "server-only";
import { delegateFlow } from "@/lib/delegates/flow";
import { causeNames, eventNames as delegateEvents, statusNames } from "@/lib/delegates/labels";
import { getDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import { terminate } from "@/lib/delegates/service";
import { meetClock } from "@/lib/deadlines/clock-service";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { dayOf, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { startFiling } from "./clock-service";
import { terminationFlow, type TerminationEvent } from "./flow";
import { fieldNames, refusals, stateNames } from "./labels";
import { may, type TerminationAct, type TerminationFacts } from "./policy";
import { getTermination, type Termination } from "./queries";
import type { DeathRecord, DecisionNo, DecisionYes, Filing, Proposal } from "./schema";

const demand = (actor: Actor, act: TerminationAct, of: TerminationFacts & { id?: string }, name: string): void => {
  if (!may(actor, act, of)) throw new Forbidden(`termination.${act}`, { type: "TerminationCase", id: of.id ?? null, name }, refusals[act]);
};

/** Each date must lie between what came before it and today; `earliest` is [its name, its day]. */
function refuseDates(dates: Record<string, { on: string; earliest?: [string, string] }>): void {
  const fields: Record<string, string[]> = {};
  for (const [field, { on, earliest }] of Object.entries(dates)) {
    if (on > today()) fields[field] = [refusals.future];
    else if (earliest && on < earliest[1]) fields[field] = [refusals.order(...earliest)];
  }
  if (Object.keys(fields).length > 0) throw new Refusal("没有保存。", fields);
}

function refuseGone(d: DelegateRecord): void {
  if (!delegateFlow.next(d.status, "TERMINATE")) throw new Refusal(refusals.gone(statusNames[d.status]));
}

/** Who proposes, in words: a liaison's unit or the office. */
async function proposerOf(actor: Actor, d: DelegateRecord): Promise<string> {
  if (actor.role === "UNIT_LIAISON") return d.unit.name;
  const { officeName } = await db().committee.findUniqueOrThrow({ where: { id: d.committeeId }, select: { officeName: true } });
  return officeName;
}

async function enter(actor: Actor, d: DelegateRecord, data: Pick<Prisma.TerminationCaseUncheckedCreateInput, "cause" | "state" | "grounds" | "proposedOn"> & Partial<Prisma.TerminationCaseUncheckedCreateInput>): Promise<string> {
  const row = { committeeId: d.committeeId, unitId: d.unitId, delegateId: d.id, proposedBy: await proposerOf(actor, d), ...data };
  const [made] = await db().terminationCase.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } });
  if (!made) throw new Refusal(refusals.twice);
  return made.id;
}

/**
 * Proposes to end a delegate's qualification; the status stays until the committee has decided. Returns the case's id.
 * Refuses a second open case, a delegate no longer in office, and a day to come.
 */
export const propose = (actor: Actor, { delegateId, cause, grounds, proposedOn }: Proposal): Promise<string> =>
  transact(async () => {
    const d = await getDelegate(actor, delegateId);
    demand(actor, "propose", d, d.person.name);
    refuseGone(d);
    refuseDates({ proposedOn: { on: proposedOn } });
    const id = await enter(actor, d, { cause, state: "PROPOSED", grounds, proposedOn: dayOf(proposedOn), openFor: d.id });
    await audit(actor, { verb: "termination.propose", target: { type: "TerminationCase", id, name: d.person.name }, changes: { cause: [null, causeNames[cause]], proposedOn: [null, proposedOn] }, reason: grounds.slice(0, 500) });
    return id;
  });

/** Records a death: the qualification ends with that day, the case waits only for its filing. */
export const record = (actor: Actor, { delegateId, effectiveOn, grounds }: DeathRecord): Promise<string> =>
  transact(async () => {
    const d = await getDelegate(actor, delegateId);
    demand(actor, "record", d, d.person.name);
    refuseGone(d);
    const id = await enter(actor, d, { cause: "DEATH", state: "DECIDED_YES", grounds, proposedOn: dayOf(today()), decidedOn: dayOf(today()), effectiveOn: dayOf(effectiveOn) });
    await terminate(actor, d.id, { effectiveOn, basis: grounds.slice(0, 200), cause: "DEATH" });
    await startFiling(actor, id, d.person.name, today());
    await audit(actor, { verb: "termination.record", target: { type: "TerminationCase", id, name: d.person.name }, changes: { effectiveOn: [null, effectiveOn] } });
    return id;
  });

type At = { id: string; version: number };
type Columns = Prisma.TerminationCaseUncheckedUpdateManyInput;

type Facts = { columns: Columns; changes: Record<string, string | null>; reason?: string };

/** Takes one step: case in sight, power, order, then the row with its old state and version in the where, and the audit. */
async function step(actor: Actor, at: At, event: TerminationEvent, facts: (found: Termination) => Facts | Promise<Facts>): Promise<Termination> {
  const found = await getTermination(actor, at.id);
  demand(actor, event, found, found.name);
  const to = terminationFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  const { columns, changes, reason } = await facts(found);
  const { count } = await db().terminationCase.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { ...columns, state: to, openFor: null, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  const entered: Changes = Object.fromEntries(Object.entries({ state: stateNames[to], ...changes }).map(([key, now]) => [key, [key === "state" ? stateNames[found.state] : null, now]]));
  await audit(actor, { verb: `termination.${event}`, target: { type: "TerminationCase", id: at.id, name: found.name }, changes: entered, ...(reason ? { reason } : {}) });
  return found;
}

/** Enters that the committee ended the qualification; the delegate's status changes in the same transaction. */
export const decideYes = (actor: Actor, at: At, { decidedOn, meeting, documentNo, effectiveOn }: DecisionYes): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "decideYes", async ({ delegateId, proposedOn }) => {
      const [last] = (await getDelegate(actor, delegateId)).statusEvents;
      refuseDates({
        decidedOn: { on: decidedOn, earliest: [fieldNames.proposedOn ?? "", proposedOn] },
        effectiveOn: { on: effectiveOn, ...(last ? { earliest: [`上一次变动“${delegateEvents[last.event]}”`, last.effectiveOn.toISOString().slice(0, 10)] } : {}) },
      });
      return { columns: { decidedOn: dayOf(decidedOn), meeting, documentNo, effectiveOn: dayOf(effectiveOn) }, changes: { decidedOn, meeting, documentNo, effectiveOn } };
    });
    await terminate(actor, found.delegateId, { effectiveOn, basis: `${meeting}，${documentNo}`, cause: found.cause });
    await startFiling(actor, found.id, found.name, decidedOn);
  });

/** Enters that the committee did not end the qualification, and why; the delegate stays as before. */
export const decideNo = (actor: Actor, at: At, { decidedOn, meeting, documentNo, note }: DecisionNo): Promise<void> =>
  transact(async () => {
    await step(actor, at, "decideNo", ({ proposedOn }) => {
      refuseDates({ decidedOn: { on: decidedOn, earliest: [fieldNames.proposedOn ?? "", proposedOn] } });
      return { columns: { decidedOn: dayOf(decidedOn), meeting, documentNo, note }, changes: { decidedOn, meeting, documentNo }, reason: note };
    });
  });

/** Takes a proposal back before it is decided. */
export const withdraw = (actor: Actor, at: At, note: string): Promise<void> =>
  transact(async () => {
    await step(actor, at, "withdraw", () => ({ columns: { note }, changes: {}, reason: note }));
  });

/** Enters the filing with the committee one level up, which ends the case. */
export const file = (actor: Actor, at: At, { filedOn, filedWith, filingNo }: Filing): Promise<void> =>
  transact(async () => {
    await step(actor, at, "file", (found) => {
      refuseDates({ filedOn: { on: filedOn, earliest: [fieldNames.decidedOn ?? "", found.decidedOn ?? ""] } });
      return { columns: { filedOn: dayOf(filedOn), filedWith, filingNo }, changes: { filedOn, filedWith, filingNo } };
    });
    await meetClock(actor, "termination.file", at.id, filedOn);
  });
