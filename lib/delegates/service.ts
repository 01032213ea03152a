import "server-only";
import { v7 as newId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import type { DelegateEvent, StatusCause } from "@/prisma/client/enums";
import { audit } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { blindIndex } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { firstEvents, insertRegistered } from "./bulk-sql";
import { delegateFlow, onRegister } from "./flow";
import { searchKeysOf } from "./keys";
import { causeNames, eventNames, refusals, statusNames } from "./labels";
import { reopenReading, settleLeaving } from "./leaving-service";
import { personFindings } from "./person-rules";
import { may, type DelegateAct } from "./policy";
import { getDelegate, type DelegateRecord } from "./queries";
import { openPerson } from "./sealed";
import { endUnitGrants } from "./unit-grants-service";
import { changesBetween, dateOf, mandateColumns, mandateOf, personColumns, personOf, withStored, type WrittenValues } from "./written";

type StatusEvent = "QUALIFY" | "DISQUALIFY" | "SUSPEND" | "RESTORE" | "TRANSFER_OUT";

const demand = (actor: Actor, act: DelegateAct, d: { id?: string; committeeId: string; unitId?: string }, message: string) => {
  if (!may(actor, act, d)) throw new Forbidden(`delegate.${act}`, { type: "Delegate", id: d.id ?? null }, message);
};

type Places = { startsOn: Date | null; delegation: string | null; ownUnit: string | null; grouped: string | null; groupsDelegation: string | null; unit: string | null; closed: boolean | null; root: string; lastOrder: number | null };

/** The term and the places of a mandate as far as they are the committee's own, and the end of the manual order, in one statement. */
async function findPlaces(committeeId: string, termId: string, v: { unitId: string | null; delegationId: string; groupId: string | null }): Promise<Places> {
  const [places] = await db().$queryRaw<Places[]>`
    SELECT t."startsOn", d.id AS delegation, d."unitId" AS "ownUnit", g.id AS grouped, g."delegationId" AS "groupsDelegation", u.id AS unit, u."activeTo" IS NOT NULL AS closed, root.id AS root,
           (SELECT o."sortOrder" FROM "Delegate" o WHERE o."committeeId" = root."committeeId" AND o."termId" = t.id ORDER BY o."sortOrder" DESC LIMIT 1) AS "lastOrder"
    FROM "Unit" root
    LEFT JOIN "Term" t ON t.id = ${termId}::uuid AND t."committeeId" = root."committeeId"
    LEFT JOIN "Delegation" d ON d.id = ${v.delegationId}::uuid AND d."termId" = t.id AND d."committeeId" = root."committeeId"
    LEFT JOIN "DelegateGroup" g ON g.id = ${v.groupId}::uuid AND g."termId" = t.id AND g."committeeId" = root."committeeId"
    LEFT JOIN "Unit" u ON u.id = ${v.unitId}::uuid AND u."committeeId" = root."committeeId"
    WHERE root."committeeId" = ${committeeId}::uuid AND root."parentId" IS NULL`;
  if (!places) throw new NotFound({ type: "Term", id: termId });
  return places;
}

/** The electing unit of a mandate: the one filled in, that of its delegation, or the committee itself. Refuses places that are not the term's, and a closed unit unless it is the one that stands there (`old`). */
function unitAt(at: Places, v: { unitId: string | null; delegationId: string; groupId: string | null }, old: string | null = null): string {
  if (!at.delegation) throw new Refusal("没有保存。", { delegationId: ["这一届没有这个代表团，请重新选择"] });
  if (v.groupId && (!at.grouped || (at.groupsDelegation && at.groupsDelegation !== v.delegationId))) throw new Refusal("没有保存。", { groupId: ["这个小组不属于所选代表团，请重新选择"] });
  if (v.unitId && !at.unit) throw new Refusal("没有保存。", { unitId: ["没有这个选举单位，请重新选择"] });
  if (v.unitId && at.closed && v.unitId !== old) throw new Refusal("没有保存。", { unitId: [refusals.closedUnit] });
  return v.unitId ?? at.ownUnit ?? at.root;
}

/** The person of a new mandate: the one with this ID number, the one the office names as the same, or a new one. */
async function findPerson(committeeId: string, v: WrittenValues, samePerson: "ask" | "same" | "different") {
  const { name, birthMonth, sex, idNumber } = v.person;
  const card = idNumber && blindIndex("idNumber", idNumber);
  const alike: Prisma.PersonWhereInput = { name, birthMonth, ...(sex ? { sex } : {}) };
  const found = await db().person.findMany({ where: { committeeId, OR: [...(card ? [{ idNumberIndex: card }] : []), alike] }, select: { id: true, version: true, name: true, idNumberIndex: true }, orderBy: { id: "asc" } });
  const byCard = card ? found.find((person) => person.idNumberIndex === card) : undefined;
  if (byCard && byCard.name !== name && samePerson !== "same") throw new Refusal("没有保存。", refusals.otherName(byCard.name));
  if (byCard) return byCard;
  if (found[0] && samePerson === "ask") throw new Refusal("没有保存。已有同名、同出生年月的人员，请先核对。", { samePerson: ["请选择是同一人还是不同的人，再保存一次"] });
  return samePerson === "same" ? (found[0] ?? null) : null;
}

/** Unique keys of the database said in words. */
const inWords = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    const where = JSON.stringify((error as { meta?: unknown }).meta ?? null);
    if (!where.includes("UniqueConstraintViolation")) throw error;
    if (where.includes("delegateNo")) throw new Refusal("没有保存。", { delegateNo: [refusals.sameNo] });
    if (where.includes("idNumberIndex")) throw new Refusal("没有保存。", { idNumber: [refusals.sameId] });
    throw new Refusal(`没有保存。${refusals.sameMandate}。`);
  }
};

/**
 * Registers a delegate by hand. With a basis of qualification review the delegate is ACTIVE, else PENDING_REVIEW.
 * Refuses an actor outside the office, a second mandate of one person in the term, a used ID or delegate number, and a
 * closed unit unless a seat of it is filled (`seatIn`).
 */
export const create = (actor: Actor, termId: string, v: WrittenValues, options: { samePerson: "ask" | "same" | "different"; reviewBasis: string | null; seatIn?: string }): Promise<string> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "create", { committeeId }, refusals.edit);
    weigh(v);
    const at = await findPlaces(committeeId, termId, v.mandate);
    if (!at.startsOn) throw new NotFound({ type: "Term", id: termId });
    const unitId = unitAt(at, v.mandate, options.seatIn ?? null);
    const known = await findPerson(committeeId, v, options.samePerson);
    const [id, personId, createdAt] = [newId(), known?.id ?? newId(), new Date()];
    const status = options.reviewBasis ? ("ACTIVE" as const) : ("PENDING_REVIEW" as const);
    await inWords(async () => {
      if (known) await db().person.update({ where: { id: known.id }, data: { ...personColumns(known.id, v), version: { increment: 1 } }, select: { id: true } });
      await db().$executeRaw(insertRegistered({
        persons: known ? [] : [{ id: personId, committeeId, version: 1, createdAt, photoAt: null, ...personColumns(personId, v) }],
        delegates: [{ id, committeeId, termId, personId, status, sortOrder: (at.lastOrder ?? 0) + 1, version: 1, createdAt, updatedAt: createdAt, ...mandateColumns(v, unitId) }],
        shared: { committeeId, accountId: actor.accountId, effectiveOn: at.startsOn ?? createdAt },
        events: firstEvents(id, options.reviewBasis, v.mandate.electedOn),
      }));
    });
    if (known) await reopenReading(actor, [known.id]);
    await audit(actor, { verb: "delegate.create", target: { type: "Delegate", id, name: v.person.name }, ...(v.acceptReason ? { reason: v.acceptReason } : {}) });
    return id;
  });

/** Names of the places a mandate stood and will stand in, by id. */
async function placeNames(ids: (string | null)[]): Promise<Record<string, string>> {
  const known = ids.filter((id): id is string => id !== null);
  const where = { where: { id: { in: known } }, select: { id: true, name: true } };
  const found = await Promise.all([db().unit.findMany(where), db().delegation.findMany(where), db().delegateGroup.findMany(where)]);
  return Object.fromEntries(found.flat().map((p) => [p.id, p.name]));
}

/** Contradictions refuse the save until a reason is written; errors refuse it always. */
function weigh(v: WrittenValues): void {
  const findings = personFindings(v.person, today());
  const stopping = findings.filter((f) => f.severity === "ERROR" || !v.acceptReason);
  if (stopping.length === 0) return;
  const fields: Record<string, string[]> = {};
  for (const f of stopping) (fields[f.field] ??= []).push(f.severity === "ERROR" ? f.message : `${f.message}。如确与档案一致，请在“情况说明”写明后再保存`);
  throw new Refusal("没有保存。有内容相互矛盾，请核对。", fields);
}

/**
 * Saves the form over a delegate and the person. `version` is "mandate.person" as the form was read; when either moved
 * on, a Conflict carries both values of every field that differs and nothing is written. `verb` is how it is recorded.
 */
export const edit = (actor: Actor, id: string, version: string, form: WrittenValues, verb: "delegate.edit" | "delegate.correct" = "delegate.edit"): Promise<void> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    demand(actor, "edit", d, refusals.edit);
    const { values: v, unread } = withStored(form, d.person);
    if (unread.length > 0) throw new Refusal("没有保存。", Object.fromEntries(unread.map(({ field, mask }) => [field, [refusals.halfMasked(mask)]])));
    weigh(v);
    const unitId = unitAt(await findPlaces(d.committeeId, d.termId, v.mandate), v.mandate, d.unitId);
    const [before, after] = [{ ...personOf(d.person), ...mandateOf(d) }, { ...v.person, ...v.mandate, unitId }];
    const changes = changesBetween(before, after, await placeNames([d.unitId, unitId, d.delegationId, v.mandate.delegationId, d.groupId, v.mandate.groupId]));
    const now = `${d.version}.${d.person.version}`;
    if (now !== version) throw new Conflict(Object.fromEntries(Object.entries(changes).map(([key, [theirs, yours]]) => [key, { theirs: theirs ?? "未填", yours: yours ?? "未填" }])), now);
    if (Object.keys(changes).length === 0 && d.person.pinyin === v.keys.pinyin) return;
    await inWords(async () => {
      const person = await db().person.updateMany({ where: { id: d.personId, version: d.person.version }, data: { ...personColumns(d.personId, v), version: { increment: 1 } } });
      const mandate = await db().delegate.updateMany({ where: { id, version: d.version }, data: { ...mandateColumns(v, unitId), version: { increment: 1 } } });
      if (person.count + mandate.count !== 2) throw new Conflict({}, now);
      await db().delegate.updateMany({ where: { personId: d.personId, id: { not: id } }, data: { strokeKey: v.keys.strokeKey, pinyin: v.keys.pinyin, searchKeys: searchKeysOf(v.person.name, v.keys, v.person) } });
    });
    if (unitId !== d.unitId) await endUnitGrants(actor, [{ personId: d.personId, from: d.unitId, to: unitId }], refusals.movedUnit);
    await audit(actor, { verb, target: { type: "Delegate", id, name: v.person.name }, changes, ...(v.acceptReason ? { reason: v.acceptReason } : {}) });
  });

/**
 * Shows one full number. Recorded with the reason before it is shown; at most 30 an hour for one account.
 * Refuses who may not see that field; null when the delegate has none.
 */
export const reveal = (actor: Actor, id: string, field: "idNumber" | "mobile", reason: string): Promise<string | null> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    demand(actor, field === "mobile" ? "revealMobile" : "revealIdNumber", d, refusals.reveal);
    await spend(`reveal:${actor.accountId}`, 30, 3600);
    await audit(actor, { verb: "delegate.reveal", target: { type: "Delegate", id, name: d.person.name }, changes: { [field]: [null, null] }, reason });
    return openPerson(d.person)[field];
  });

/** When a status changed, why, and on what ground. */
export type StatusFacts = { effectiveOn: string; basis: string; cause?: StatusCause | null };

/** Dates of one mandate run forward: nothing takes effect before what happened last, nor after today. */
function refuseDate(d: DelegateRecord, effectiveOn: string): void {
  if (effectiveOn > today()) throw new Refusal("没有保存。", { effectiveOn: [refusals.future] });
  const [last] = d.statusEvents;
  const on = last?.effectiveOn.toISOString().slice(0, 10);
  if (last && on && effectiveOn < on) throw new Refusal("没有保存。", { effectiveOn: [refusals.tooEarly(eventNames[last.event], on)] });
}

/** Writes one dated event and the state it leads to; the old state and version stand in the where. */
async function moveStatus(actor: Actor, d: DelegateRecord, version: number, event: Exclude<DelegateEvent, "ELECT">, { effectiveOn, basis, cause = null }: StatusFacts): Promise<void> {
  demand(actor, event, d, refusals.status);
  const to = delegateFlow.next(d.status, event);
  if (!to) throw new Refusal(`“${statusNames[d.status]}”时不能办理“${eventNames[event]}”。请刷新页面查看最新状态。`);
  refuseDate(d, effectiveOn);
  const { count } = await db().delegate.updateMany({ where: { id: d.id, status: d.status, version }, data: { status: to, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(d.version));
  await db().delegateStatusEvent.updateMany({ where: { committeeId: d.committeeId, delegateId: d.id, untilOn: null }, data: { untilOn: dateOf(effectiveOn) } });
  await db().delegateStatusEvent.create({ data: { committeeId: d.committeeId, delegateId: d.id, event, fromStatus: d.status, toStatus: to, effectiveOn: dateOf(effectiveOn) ?? new Date(), cause, basis, accountId: actor.accountId }, select: { id: true } });
  if (!onRegister.includes(to)) await settleLeaving(actor, d, to, effectiveOn, cause);
  const changes = { status: [statusNames[d.status], statusNames[to]] as [string, string], ...(cause ? { cause: [null, causeNames[cause]] as [null, string] } : {}) };
  await audit(actor, { verb: `delegate.${event.toLowerCase()}`, target: { type: "Delegate", id: d.id, name: d.person.name }, changes, reason: basis });
}

/** Moves the status along domain 6.1 with its date, cause and basis; refuses an event not open in the present state, and dates out of order. */
export const changeStatus = (actor: Actor, id: string, version: number, event: StatusEvent, facts: StatusFacts): Promise<void> =>
  transact(async () => moveStatus(actor, await getDelegate(actor, id), version, event, { ...facts, ...(event === "TRANSFER_OUT" ? { cause: "MOVED_AWAY" as const } : {}) }));

/** Ends the qualification, as part of a termination case that names cause and decision. Refuses a delegate no longer in office. */
export const terminate = (actor: Actor, id: string, facts: StatusFacts): Promise<void> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    await moveStatus(actor, d, d.version, "TERMINATE", facts);
  });
