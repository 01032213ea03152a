import "server-only";
import { v7 as newId } from "uuid";
import { correct, type CorrectedValues } from "@/lib/delegates/correct-service";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { correctableFields, type CorrectableField } from "@/lib/delegates/schema";
import { shown } from "@/lib/delegates/written";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import type { CorrectionState } from "@/prisma/client/enums";
import type { Prisma } from "@/prisma/client/client";
import { startHandling, turnClocks } from "./clock-service";
import { correctionFlow, type CorrectionEvent } from "./flow";
import { refusals, stateName } from "./labels";
import { isOwn, isTurn, may, type CorrectionAct, type CorrectionFacts } from "./policy";
import { getComparison, getCorrection, presentValues, type Correction } from "./queries";
import type { Asked } from "./schema";
import { sealValue } from "./sealed";

type Target = { type: string; id: string | null; name: string | null };
type At = { id: string; version: number };

const targetOf = (found: Correction): Target => ({ type: "CorrectionRequest", id: found.id, name: found.name });

const demand = (actor: Actor, act: CorrectionAct, of: CorrectionFacts, target: Target): void => {
  if (may(actor, act, of)) return;
  throw new Forbidden(`correction.${act}`, target, actor.role !== "DELEGATE" && isOwn(actor, of) ? refusals.own : refusals[act]);
};

const KEYS = new Set<string>(correctableFields);

/** The fields a form carries with the values typed, beside what the record holds; refuses none, and a value that changes nothing. */
function pairsOf(asked: Asked, present: Record<CorrectableField, string | null>) {
  const pairs = Object.entries(asked).filter(([key]) => KEYS.has(key)).map(([key, value]) => ({ field: key as CorrectableField, old: present[key as CorrectableField], value: value ?? null }));
  if (pairs.length === 0) throw new Refusal(refusals.nothing, { fields: [refusals.nothing] });
  const same = pairs.filter((p) => (p.old ?? "") === (p.value ?? ""));
  if (same.length > 0) throw new Refusal("没有提交。", Object.fromEntries(same.map(({ field }) => [field, [refusals.same]])));
  return pairs;
}

type Pair = ReturnType<typeof pairsOf>[number];

const inWords = (pairs: Pair[]): Changes => Object.fromEntries(pairs.map(({ field, old, value }) => [field, [shown(field, old), shown(field, value)]]));

/** Asks to have fields of the own record put right. Refuses who holds no mandate in force, fields already asked for, and values as they are. Returns the request's id. */
export const submit = (actor: AccountActor, { reason, ...asked }: Asked): Promise<string> =>
  transact(async () => {
    const d = await getOwnDelegate(actor);
    if (!d) throw new NotFound({ type: "Delegate", id: "" });
    const id = newId();
    const target = { type: "CorrectionRequest", id, name: d.person.name };
    demand(actor, "submit", { ...d, active: d.status === "ACTIVE" }, { ...target, id: null });
    const pairs = pairsOf({ reason, ...asked }, presentValues(d));
    await db().correctionRequest.create({ data: { id, committeeId: d.committeeId, delegateId: d.id, reason, submittedAt: now() }, select: { id: true } });
    const rows = pairs.map(({ field, old, value }) => {
      const fieldId = newId();
      return { id: fieldId, committeeId: d.committeeId, requestId: id, field, openFor: `${d.id}:${field}`, oldCipher: sealValue("old", fieldId, old), newCipher: sealValue("new", fieldId, value) };
    });
    const made = await db().correctionField.createManyAndReturn({ data: rows, skipDuplicates: true, select: { field: true } });
    const taken = pairs.filter((p) => !made.some((m) => m.field === p.field));
    if (taken.length > 0) throw new Refusal("没有提交。", Object.fromEntries(taken.map(({ field }) => [field, [refusals.twice]])));
    await startHandling(actor, await getCorrection(actor, id));
    await audit(actor, { verb: "correction.submit", target, changes: inWords(pairs) });
    return id;
  });

/** The request if the step is the actor's and open now; `version` is what the page was read at. */
async function ready(found: Correction, actor: Actor, version: number, event: CorrectionEvent): Promise<CorrectionState> {
  demand(actor, event, found.facts, targetOf(found));
  const to = correctionFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(found.stateName));
  if (!isTurn(actor, event, found)) throw new Refusal(event === "approve" ? refusals.first : refusals.notOpen(found.stateName));
  if (found.version !== version) throw new Refusal(refusals.taken);
  return to;
}

/** Moves the row, old state and version in the where; whoever comes second is told so and changes nothing. */
async function move(actor: Actor, found: Correction, to: CorrectionState, event: CorrectionEvent, columns: Prisma.CorrectionRequestUncheckedUpdateManyInput, note: string | null, changes: Changes = {}): Promise<void> {
  const { count } = await db().correctionRequest.updateMany({ where: { id: found.id, state: found.state, version: found.version }, data: { ...columns, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.taken);
  await turnClocks(actor, found, event, note);
  if (correctionFlow.open(to).length === 0) await db().correctionField.updateMany({ where: { requestId: found.id }, data: { openFor: null } });
  await audit(actor, { verb: `correction.${event}`, target: targetOf(found), changes: { ...changes, state: [found.stateName, stateName(to, found.hasLiaison)] }, ...(note ? { reason: note } : {}) });
}

async function step(actor: Actor, { id, version }: At, event: "confirm" | "sendBack" | "withdraw", note: string | null): Promise<void> {
  const found = await getCorrection(actor, id);
  const to = await ready(found, actor, version, event);
  await move(actor, found, to, event, event === "confirm" ? {} : { note }, note);
}

/** The liaison of the electing unit found it to be so. */
export const confirm = (actor: Actor, at: At, note: string | null): Promise<void> => transact(() => step(actor, at, "confirm", note));

/** Gives the request back to the delegate, with the reason. */
export const sendBack = (actor: Actor, at: At, note: string): Promise<void> => transact(() => step(actor, at, "sendBack", note));

/** The delegate takes the request back. */
export const withdraw = (actor: Actor, at: At, note: string | null): Promise<void> => transact(() => step(actor, at, "withdraw", note));

/** The delegate amends a request that was given back. The fields stay the same; values, reason and what the record holds are taken anew. */
export const resubmit = (actor: Actor, { id, version }: At, { reason, ...asked }: Asked): Promise<void> =>
  transact(async () => {
    const found = await getComparison(actor, id);
    const to = await ready(found, actor, version, "resubmit");
    const d = await getOwnDelegate(actor);
    if (!d || d.id !== found.delegateId) throw new Refusal(refusals.submit);
    const pairs = pairsOf({ reason, ...asked }, presentValues(d));
    if (pairs.length !== found.fields.length || pairs.some((p) => !found.fields.some((f) => f.field === p.field))) throw new Refusal(refusals.taken);
    for (const { id: fieldId, field } of found.fields) {
      const pair = pairs.find((p) => p.field === field) as Pair;
      await db().correctionField.updateMany({ where: { id: fieldId }, data: { oldCipher: sealValue("old", fieldId, pair.old), newCipher: sealValue("new", fieldId, pair.value) } });
    }
    await move(actor, found, to, "resubmit", { reason, note: null, submittedAt: now() }, null, inWords(pairs));
  });

/** A record changed by others in this very moment is told like one changed a minute ago. */
const lookAgain = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    throw error instanceof Conflict ? new Refusal(refusals.movedSince) : error;
  }
};

/**
 * Writes the values into the record through its own service and ends the request. `seen` is "request.mandate.person" as
 * the page was read: whatever moved on since has to be looked at first, and a value moved since the request also ticked.
 */
export const approve = (actor: Actor, { id, seen }: { id: string; seen: string }, { looked, acceptReason }: { looked: boolean; acceptReason: string | null }): Promise<void> =>
  transact(async () => {
    const found = await getComparison(actor, id);
    const [version = "", mandate = "", person = ""] = seen.split(".");
    const to = await ready(found, actor, Number(version), "approve");
    if (found.seen !== seen) throw new Refusal(refusals.movedSince);
    if (found.rows.some((row) => row.moved) && !looked) throw new Refusal("没有更正。", { looked: [refusals.look] });
    await move(actor, found, to, "approve", { note: null }, acceptReason);
    const values: CorrectedValues = Object.fromEntries(found.fields.map(({ field, value }) => [field, value]));
    await lookAgain(() => correct(actor, found.delegateId, `${mandate}.${person}`, values, acceptReason));
  });

/** Shows one value of a request in full, recorded with the reason before it is shown; at most 30 an hour for one account. */
export const reveal = (actor: AccountActor, { id, field, reason }: { id: string; field: CorrectableField; reason: string }): Promise<{ label: string; value: string | null }> =>
  transact(async () => {
    const found = await getCorrection(actor, id);
    demand(actor, "reveal", found.facts, targetOf(found));
    const asked = found.fields.find((f) => f.field === field);
    if (!asked) throw new Refusal("没有显示。", { field: ["这一件没有申请更正这一项，请重新选择"] });
    await spend(`reveal:${actor.accountId}`, 30, 3600);
    await audit(actor, { verb: "correction.reveal", target: targetOf(found), changes: { [field]: [null, null] }, reason });
    return asked;
  });
