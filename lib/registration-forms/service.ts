import "server-only";
import { demandNumbers, filtersForAudit } from "@/lib/delegates/export-service";
import type { DelegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, type DelegateRecord } from "@/lib/delegates/queries";
import type { NumbersInput } from "@/lib/delegates/schema";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now, today } from "@/lib/platform/clock";
import { seal } from "@/lib/platform/crypto";
import { afterCommit, db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { spend } from "@/lib/platform/rate-limit";
import { atWork, batchFlow } from "./flow";
import { MOST, numberNames, refusals, stateNameOf } from "./labels";
import { may } from "./policy";
import { getBatch, getBatchFile, type Batch } from "./queries";

export const QUEUE = "registration-forms";
/** A thousand forms take half a minute, on a busy machine several. */
export const SECONDS = 540;

const demandMake = (actor: AccountActor) => {
  if (!may(actor, "make", { committeeId: actor.committeeId })) throw new Forbidden("registrationForm.make", { type: "RegistrationFormBatch" }, refusals.make);
};

const changes = (given: Record<string, string>) => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, [null, value] as [null, string]]));

/**
 * Records that the form of one delegate is taken away, and hands over the record. Refuses who may not, full numbers
 * without the right and the own password, and more than 60 an hour.
 */
export async function makeOne(actor: AccountActor, id: string, input: NumbersInput): Promise<{ d: DelegateRecord; on: string; full: boolean }> {
  const d = await getDelegate(actor, id);
  demandMake(actor);
  await spend(`registrationForm.make:${actor.accountId}`, 60, 3600);
  const frame = await getRosterFrame(actor, { term: d.termId }, today());
  if (!frame) throw new NotFound({ type: "Term", id: d.termId });
  const full = await demandNumbers(actor, frame, input);
  await transact(() => audit(actor, { verb: "registrationForm.make", target: { type: "Delegate", id, name: d.person.name }, changes: changes({ numbers: numberNames[input.numbers] }), ...(full ? { reason: input.reason } : {}) }));
  return { d, on: frame.on, full };
}

/**
 * Queues the forms of everybody a list shows. Recorded with filter and count before the first is made. Refuses who may
 * not, an empty list, more than 1,000 people, a second batch beside one at work, more than 10 an hour, and full numbers
 * without the right, a reason and the own password.
 */
export async function makeMany(actor: AccountActor, filters: DelegateFilters, input: NumbersInput): Promise<string> {
  demandMake(actor);
  const frame = await getRosterFrame(actor, filters, today());
  if (!frame) throw new Refusal(refusals.nobody);
  await spend(`registrationForm.makeMany:${actor.accountId}`, 10, 3600);
  const full = await demandNumbers(actor, frame, input);
  return transact(async () => {
    const heads = await countDelegates(actor, filters, frame);
    if (heads === 0) throw new Refusal(refusals.nobody);
    if (heads > MOST) throw new Refusal(refusals.many(heads));
    const { committeeId, accountId, grantId } = actor;
    // Two asked for at once must not both find none at work.
    await db().$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    if (await db().registrationFormBatch.count({ where: { committeeId, accountId, state: { in: atWork } } })) throw new Refusal(refusals.busy);
    const { id } = await db().registrationFormBatch.create({ data: { committeeId, accountId, grantId, termId: frame.termId, total: heads, fullNumbers: full, filtersCipher: "" }, select: { id: true } });
    await db().registrationFormBatch.update({ where: { id }, data: { filtersCipher: seal(JSON.stringify({ ...filters, term: frame.termId }), `RegistrationFormBatch.filters:${id}`) }, select: { id: true } });
    await audit(actor, {
      verb: "registrationForm.makeMany", target: { type: "RegistrationFormBatch", id, name: frame.termName },
      changes: changes({ rows: String(heads), filter: filtersForAudit(filters), numbers: numberNames[input.numbers] }), ...(full ? { reason: input.reason } : {}),
    });
    await afterCommit(() => enqueue(QUEUE, { id, committeeId }, id, SECONDS));
    return id;
  });
}

/** Stops a batch at work, or deletes the file of a finished one; its progress stays where it was. */
export const cancel = (actor: AccountActor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getBatch(actor, id);
    if (!may(actor, "cancel", batch)) throw new Forbidden("registrationForm.cancel", { type: "RegistrationFormBatch", id }, refusals.make);
    const to = batchFlow.next(batch.state, "cancel");
    if (!to) throw new Refusal(refusals.ended(stateNameOf(batch)));
    const { count } = await db().registrationFormBatch.updateMany({ where: { id, state: batch.state }, data: { state: to, stateAt: now(), fileCipher: null, version: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.ended(stateNameOf(await getBatch(actor, id))));
    await audit(actor, { verb: "registrationForm.cancel", target: { type: "RegistrationFormBatch", id } });
  });

/** The zip, handed to the one who asked for it, each time recorded. Refuses who lost the right to full numbers, and a file past its time. */
export const download = (actor: AccountActor, id: string): Promise<{ bytes: Buffer; batch: Batch }> =>
  transact(async () => {
    const batch = await getBatch(actor, id);
    if (!may(actor, "download", batch)) throw new Forbidden("registrationForm.download", { type: "RegistrationFormBatch", id }, batch.fullNumbers ? refusals.full : refusals.make);
    if (batch.expiresAt && batch.expiresAt <= now()) throw new Refusal(refusals.gone);
    const bytes = await getBatchFile(actor, id);
    await audit(actor, { verb: "registrationForm.download", target: { type: "RegistrationFormBatch", id }, changes: changes({ rows: String(batch.total), numbers: numberNames[batch.fullNumbers ? "full" : "masked"] }) });
    return { bytes, batch };
  });
