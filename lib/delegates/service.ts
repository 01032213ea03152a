import "server-only";
import { v7 as newId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { blindIndex } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { delegateFlow } from "./flow";
import { searchKeysOf } from "./keys";
import { eventNames, refusals, statusNames } from "./labels";
import { personFindings } from "./person-rules";
import { may, type DelegateAct } from "./policy";
import { getDelegate } from "./queries";
import { openPerson } from "./sealed";
import { changesBetween, dateOf, mandateColumns, mandateOf, personColumns, personOf, withStored, type WrittenValues } from "./written";

type StatusEvent = "QUALIFY" | "DISQUALIFY" | "SUSPEND" | "RESTORE" | "TRANSFER_OUT";

const demand = (actor: Actor, act: DelegateAct, d: { id?: string; committeeId: string; unitId?: string }, message: string) => {
  if (!may(actor, act, d)) throw new Forbidden(`delegate.${act}`, { type: "Delegate", id: d.id ?? null }, message);
};

/** Unit, delegation and group must be the committee's and the term's own; returns the unit that stands for "not filled in". */
async function placesOf(committeeId: string, termId: string, v: { unitId: string | null; delegationId: string; groupId: string | null }): Promise<string> {
  const [delegation, group, unit, root] = await Promise.all([
    db().delegation.findFirst({ where: { id: v.delegationId, termId, committeeId }, select: { unitId: true } }),
    v.groupId ? db().delegateGroup.findFirst({ where: { id: v.groupId, termId, committeeId }, select: { delegationId: true } }) : null,
    v.unitId ? db().unit.findFirst({ where: { id: v.unitId, committeeId }, select: { id: true } }) : null,
    db().unit.findFirstOrThrow({ where: { committeeId, parentId: null }, select: { id: true } }),
  ]);
  if (!delegation) throw new Refusal("没有保存。", { delegationId: ["这一届没有这个代表团，请重新选择"] });
  if (v.groupId && (!group || (group.delegationId && group.delegationId !== v.delegationId))) throw new Refusal("没有保存。", { groupId: ["这个小组不属于所选代表团，请重新选择"] });
  if (v.unitId && !unit) throw new Refusal("没有保存。", { unitId: ["没有这个选举单位，请重新选择"] });
  return v.unitId ?? delegation.unitId ?? root.id;
}

/** The person of a new mandate: the one with this ID number, the one the office names as the same, or a new one. */
async function findPerson(committeeId: string, v: WrittenValues, samePerson: "ask" | "same" | "different") {
  const select = { id: true, version: true } as const;
  if (v.person.idNumber) {
    const byCard = await db().person.findFirst({ where: { committeeId, idNumberIndex: blindIndex("idNumber", v.person.idNumber) }, select: { ...select, name: true } });
    if (byCard && byCard.name !== v.person.name && samePerson !== "same") throw new Refusal("没有保存。", refusals.otherName(byCard.name));
    if (byCard) return byCard;
  }
  const alike = await db().person.findFirst({ where: { committeeId, name: v.person.name, birthMonth: v.person.birthMonth, ...(v.person.sex ? { sex: v.person.sex } : {}) }, select });
  if (alike && samePerson === "ask") throw new Refusal("没有保存。已有同名、同出生年月的人员，请先核对。", { samePerson: ["请选择是同一人还是不同的人，再保存一次"] });
  return samePerson === "same" ? alike : null;
}

/** Unique keys of the database said in words. */
const inWords = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    const known = error as { code?: string; meta?: unknown };
    if (known.code !== "P2002") throw error;
    const where = JSON.stringify(known.meta);
    if (where.includes("delegateNo")) throw new Refusal("没有保存。", { delegateNo: [refusals.sameNo] });
    if (where.includes("idNumberIndex")) throw new Refusal("没有保存。", { idNumber: [refusals.sameId] });
    throw new Refusal(`没有保存。${refusals.sameMandate}。`);
  }
};

/** Creates or completes the person; returns the row's id. */
async function keepPerson(committeeId: string, existing: { id: string; version: number } | null, v: WrittenValues): Promise<string> {
  if (!existing) {
    const id = newId();
    await db().person.create({ data: { id, committeeId, ...personColumns(id, v) }, select: { id: true } });
    return id;
  }
  await db().person.update({ where: { id: existing.id }, data: { ...personColumns(existing.id, v), version: { increment: 1 } }, select: { id: true } });
  return existing.id;
}

/**
 * Registers a delegate by hand. With a basis of qualification review the delegate is ACTIVE, else PENDING_REVIEW.
 * Refuses an actor outside the office, a second mandate of one person in the term, a used ID or delegate number.
 */
export const create = (actor: Actor, termId: string, v: WrittenValues, options: { samePerson: "ask" | "same" | "different"; reviewBasis: string | null }): Promise<string> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "create", { committeeId }, refusals.edit);
    weigh(v);
    const term = await db().term.findFirst({ where: { id: termId, committeeId }, select: { id: true, startsOn: true } });
    if (!term) throw new NotFound({ type: "Term", id: termId });
    const unitId = await placesOf(committeeId, termId, v.mandate);
    const person = await findPerson(committeeId, v, options.samePerson);
    const last = await db().delegate.aggregate({ where: { committeeId, termId }, _max: { sortOrder: true } });
    const status = options.reviewBasis ? ("ACTIVE" as const) : ("PENDING_REVIEW" as const);
    const effectiveOn = dateOf(v.mandate.electedOn) ?? term.startsOn;
    return inWords(async () => {
      const personId = await keepPerson(committeeId, person, v);
      const events: Prisma.DelegateStatusEventCreateWithoutDelegateInput[] = [{ committeeId, event: "ELECT", toStatus: "PENDING_REVIEW", effectiveOn, accountId: actor.accountId }];
      if (options.reviewBasis) events.push({ committeeId, event: "QUALIFY", fromStatus: "PENDING_REVIEW", toStatus: "ACTIVE", effectiveOn, basis: options.reviewBasis, accountId: actor.accountId });
      const { id } = await db().delegate.create({
        data: { committeeId, termId, personId, status, sortOrder: (last._max.sortOrder ?? 0) + 1, ...mandateColumns(v, unitId), statusEvents: { create: events } },
        select: { id: true },
      });
      await audit(actor, { verb: "delegate.create", target: { type: "Delegate", id, name: v.person.name }, ...(v.acceptReason ? { reason: v.acceptReason } : {}) });
      return id;
    });
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
 * on, a Conflict carries both values of every field that differs and nothing is written.
 */
export const edit = (actor: Actor, id: string, version: string, form: WrittenValues): Promise<void> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    demand(actor, "edit", d, refusals.edit);
    const { values: v, unread } = withStored(form, d.person);
    if (unread.length > 0) throw new Refusal("没有保存。", Object.fromEntries(unread.map(({ field, mask }) => [field, [refusals.halfMasked(mask)]])));
    weigh(v);
    const unitId = await placesOf(d.committeeId, d.termId, v.mandate);
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
    await audit(actor, { verb: "delegate.edit", target: { type: "Delegate", id, name: v.person.name }, changes, ...(v.acceptReason ? { reason: v.acceptReason } : {}) });
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

/** Moves the status along domain 6.1 with its date and basis; refuses an event not open in the present state. */
export const changeStatus = (actor: Actor, id: string, version: number, event: StatusEvent, facts: { effectiveOn: string; basis: string }): Promise<void> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    demand(actor, event, d, refusals.status);
    const to = delegateFlow.next(d.status, event);
    if (!to) throw new Refusal(`“${statusNames[d.status]}”时不能办理“${eventNames[event]}”。请刷新页面查看最新状态。`);
    if (facts.effectiveOn > today()) throw new Refusal("没有保存。", { effectiveOn: ["生效日期不能晚于今天"] });
    const { count } = await db().delegate.updateMany({ where: { id, status: d.status, version }, data: { status: to, version: { increment: 1 } } });
    if (count === 0) throw new Conflict({}, String(d.version));
    const effectiveOn = new Date(`${facts.effectiveOn}T00:00:00Z`);
    await db().delegateStatusEvent.create({ data: { committeeId: d.committeeId, delegateId: id, event, fromStatus: d.status, toStatus: to, effectiveOn, basis: facts.basis, accountId: actor.accountId }, select: { id: true } });
    await audit(actor, { verb: `delegate.${event.toLowerCase()}`, target: { type: "Delegate", id, name: d.person.name }, changes: { status: [statusNames[d.status], statusNames[to]] }, reason: facts.basis });
  });
