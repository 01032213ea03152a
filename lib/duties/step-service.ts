import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { db } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { turnClocks } from "./clock-service";
import { dutyFlow, type DutyEvent } from "./flow";
import { refusals, stateNames } from "./labels";
import { may, type DutyAct, type DutyFacts } from "./policy";
import type { Duty } from "./queries";

export type At = { id: string; version: number };

export const targetOf = (of: Pick<Duty, "id" | "name">) => ({ type: "Duty", id: of.id, name: of.name });

export const demand = (actor: Actor, act: DutyAct, of: DutyFacts, target: { id: string | null; name: string }): void => {
  if (!may(actor, act, of)) throw new Forbidden(`duty.${act}`, { type: "Duty", ...target }, refusals[act]);
};

type Columns = Prisma.DutyUncheckedUpdateManyInput;

/** Writes the row where it still stands as it was read; whoever comes second is told so and changes nothing. */
export async function write(actor: Actor, found: Duty, version: number, data: Columns): Promise<void> {
  const { count } = await db().duty.updateMany({ where: { id: found.id, state: found.state, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
}

type More = { columns?: Columns; changes?: Changes; note?: string | null };

/** Takes one step of the flow: power, order, the row, clocks and message, audit. Returns the record as it stands then. */
export async function step(actor: Actor, found: Duty, version: number, event: DutyEvent, { columns = {}, changes = {}, note = null }: More = {}): Promise<Duty> {
  demand(actor, event, found.facts, targetOf(found));
  const to = dutyFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  await write(actor, found, version, { ...columns, state: to });
  const after: Duty = { ...found, state: to, version: found.version + 1 };
  await turnClocks(actor, after, event, note);
  await audit(actor, { verb: `duty.${event}`, target: targetOf(found), changes: { ...changes, state: [stateNames[found.state], stateNames[to]] }, ...(note ? { reason: note } : {}) });
  return after;
}
