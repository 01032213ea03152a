import "server-only";
import { confirmPassword } from "@/lib/accounts/service";
import { filtersForAudit } from "@/lib/delegates/export-service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { afterCommit, db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { spend } from "@/lib/platform/rate-limit";
import { atWork, batchFlow } from "./flow";
import { kindNames, MOST, refusals, stateNames } from "./labels";
import { may, type DelegateAccountAct } from "./policy";
import { getAccountFrame, getBatch, getSlips, listed, planFor, type Batch } from "./queries";
import { filtersOf, type RequestInput } from "./schema";

export const QUEUE = "delegate-accounts";
/** A thousand first passwords take half a minute to hash, on a busy machine several. */
export const SECONDS = 540;

const demand = (actor: AccountActor, act: DelegateAccountAct, target: { id?: string } = {}) => {
  if (!may(actor, act, { committeeId: actor.committeeId })) throw new Forbidden(`delegateAccount.${act}`, { type: "AccountBatch", ...target }, refusals.office);
};

const changes = (given: Record<string, string>) => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, [null, value] as [null, string]]));

/**
 * Queues the opening of accounts, or new first passwords, for everybody of a list or a selection; who they are is fixed
 * now. Refuses who may not, a wrong own password, a list nobody of which needs it, more than 1,000 people, a list that
 * is another than the page told of, a second batch beside one at work, and more than 10 an hour.
 */
export async function request(actor: AccountActor, input: RequestInput): Promise<string> {
  demand(actor, "request");
  const frame = await getAccountFrame(actor);
  if (!frame) throw new Refusal(refusals.nobody);
  await spend(`delegateAccount.request:${actor.accountId}`, 10, 3600);
  await confirmPassword(actor, input.password, "password", refusals.password);
  const filters = filtersOf(input.list);
  return transact(async () => {
    const planned = await planFor(actor, input.kind, listed(actor, filters, frame), MOST + 1);
    const todo = planned.filter(({ step }) => step.do !== "skip").length;
    if (planned.length > MOST) throw new Refusal(refusals.many);
    if (todo === 0) throw new Refusal(refusals.nobody);
    if (todo !== input.todo) throw new Refusal(refusals.moved(input.todo, todo));
    const { committeeId, accountId, grantId } = actor;
    if (await db().accountBatch.count({ where: { committeeId, accountId, state: { in: atWork } } })) throw new Refusal(refusals.busy);
    const { id } = await db().accountBatch.create({ data: { committeeId, accountId, grantId, termId: frame.termId, kind: input.kind, delegateIds: planned.map((one) => one.id), total: planned.length }, select: { id: true } });
    await audit(actor, {
      verb: "delegateAccount.request", target: { type: "AccountBatch", id, name: frame.termName },
      changes: changes({ kind: kindNames[input.kind], rows: String(todo), filter: filters.pick ? `选定 ${filters.pick.length} 人` : filtersForAudit(filters) }),
    });
    await afterCommit(() => enqueue(QUEUE, { id, committeeId: actor.committeeId }, id, SECONDS));
    return id;
  });
}

/** Stops a batch at work; nothing has been opened by then. */
export const cancel = (actor: AccountActor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getBatch(actor, id);
    demand(actor, "cancel", { id });
    const to = batchFlow.next(batch.state, "cancel");
    const { count } = to ? await db().accountBatch.updateMany({ where: { id, state: batch.state }, data: { state: to, stateAt: now(), version: { increment: 1 } } }) : { count: 0 };
    if (count === 0) throw new Refusal(refusals.ended(stateNames[(await getBatch(actor, id)).state]));
    await audit(actor, { verb: "delegateAccount.cancel", target: { type: "AccountBatch", id } });
  });

/** The slips, handed to the one who asked for them, once: taking them deletes them. Refuses what was taken before or is past its time. */
export const take = (actor: AccountActor, id: string): Promise<{ bytes: Buffer; batch: Batch }> =>
  transact(async () => {
    const batch = await getBatch(actor, id);
    demand(actor, "take", { id });
    if (batch.state === "TAKEN") throw new Refusal(refusals.taken);
    if (batch.state === "EXPIRED" || (batch.expiresAt && batch.expiresAt <= now())) throw new Refusal(refusals.gone);
    const bytes = await getSlips(actor, id);
    const { count } = await db().accountBatch.updateMany({ where: { id, state: "DONE" }, data: { state: "TAKEN", stateAt: now(), fileCipher: null, version: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.taken);
    await audit(actor, { verb: "delegateAccount.take", target: { type: "AccountBatch", id }, changes: changes({ rows: String(batch.slips) }) });
    return { bytes, batch };
  });
