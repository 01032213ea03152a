import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { db } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { turnClocks } from "./clock-service";
import { opinionFlow, type OpinionEvent } from "./flow";
import { refusals, stateNames } from "./labels";
import { may, type OpinionAct, type OpinionFacts } from "./policy";
import type { Opinion } from "./queries";

export type At = { id: string; version: number };

/** As the audit names it: whose it is where the actor knows, and after what. */
export const targetOf = (of: Pick<Opinion, "id" | "name" | "title">) => ({ type: "Opinion", id: of.id, name: of.name ? `${of.name}：${of.title}` : of.title });

export const demand = (actor: Actor, act: OpinionAct, of: OpinionFacts, target: { type: string; id: string | null; name: string }): void => {
  if (!may(actor, act, of)) throw new Forbidden(`opinion.${act}`, target, refusals[act]);
};

type More = { columns?: Prisma.OpinionUncheckedUpdateManyInput; /** What of it the clock and the letters name. */ now?: Partial<Opinion>; changes?: Changes; note?: string | null };

/** Takes one step of the flow: power, order, the row where it still stands as it was read, clock and letters, audit. */
export async function step(actor: Actor, found: Opinion, version: number, event: OpinionEvent, { columns = {}, now = {}, changes = {}, note = null }: More = {}): Promise<void> {
  demand(actor, event, found.facts, targetOf(found));
  const to = opinionFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(found.stateName));
  const { count } = await db().opinion.updateMany({ where: { id: found.id, state: found.state, version }, data: { ...columns, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  await turnClocks(actor, { ...found, ...now, state: to, version: found.version + 1 }, event, note);
  await audit(actor, { verb: `opinion.${event}`, target: targetOf(found), changes: { ...changes, state: [stateNames[found.state], stateNames[to]] }, ...(note ? { reason: note } : {}) });
}
