import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, type Changes } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden } from "@/lib/platform/errors";
import { searchKeysOf } from "./keys";
import { refusals } from "./labels";
import { may } from "./policy";
import { mandateColumns, personColumns, type WrittenValues } from "./written";

const CHUNK = 1000;

/** Somebody entering the register; `personVersion` is set when the human being is already known. */
export type Registration = { delegateId: string; personId: string; personVersion: number | null; values: WrittenValues; unitId: string; changes: Changes };

/** New values for somebody who stands on it. */
export type Revision = { delegateId: string; delegateVersion: number; personId: string; personVersion: number; values: WrittenValues; unitId: string; changes: Changes };

/** Facts of a person to put back, where only the person was touched. */
export type PersonRevision = { personId: string; personVersion: number; values: Pick<WrittenValues, "person" | "keys" | "pinyinByHand" | "acceptReason"> };

/** Called after each part with the number of rows done. */
type Tick = (done: number) => Promise<void>;

const demand = (actor: Actor, committeeId: string) => {
  if (!may(actor, "import", { committeeId })) throw new Forbidden("delegate.import", { type: "Delegate" }, refusals.edit);
};

const parts = <T>(list: T[]): T[][] => Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, i) => list.slice(i * CHUNK, (i + 1) * CHUNK));

/** Updates a known person, and the keys by which mandates of other terms find them; Conflict when the row moved on since it was read. */
async function revisePerson(personId: string, version: number, values: PersonRevision["values"]): Promise<void> {
  const { count } = await db().person.updateMany({ where: { id: personId, version }, data: { ...personColumns(personId, values), version: { increment: 1 } } });
  if (count !== 1) throw new Conflict({}, String(version));
  const { strokeKey, pinyin } = values.keys;
  await db().delegate.updateMany({ where: { personId }, data: { strokeKey, pinyin, searchKeys: searchKeysOf(values.person.name, values.keys, values.person) } });
}

/**
 * Enters many delegates in one go, inside the caller's transaction: ACTIVE when there is a basis of qualification
 * review, else PENDING_REVIEW. `firstOrder` is the manual order of the first. Audited one by one.
 */
export const registerMany = (actor: Actor, at: { termId: string; effectiveOn: Date; reviewBasis: string | null; firstOrder: number }, list: Registration[], tick: Tick): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, committeeId);
    const status = at.reviewBasis ? ("ACTIVE" as const) : ("PENDING_REVIEW" as const);
    let order = at.firstOrder;
    for (const part of parts(list)) {
      await db().person.createMany({ data: part.filter((r) => r.personVersion === null).map((r) => ({ id: r.personId, committeeId, ...personColumns(r.personId, r.values) })) });
      for (const r of part) if (r.personVersion !== null) await revisePerson(r.personId, r.personVersion, r.values);
      await db().delegate.createMany({
        data: part.map((r) => ({ id: r.delegateId, committeeId, termId: at.termId, personId: r.personId, status, sortOrder: order++, ...mandateColumns(r.values, r.unitId) })),
      });
      const elected = part.map((r) => ({ id: newId(), committeeId, delegateId: r.delegateId, event: "ELECT" as const, toStatus: "PENDING_REVIEW" as const, effectiveOn: at.effectiveOn, accountId: actor.accountId }));
      const reviewed = at.reviewBasis ? elected.map((e) => ({ ...e, id: newId(), event: "QUALIFY" as const, fromStatus: "PENDING_REVIEW" as const, toStatus: "ACTIVE" as const, basis: at.reviewBasis })) : [];
      await db().delegateStatusEvent.createMany({ data: [...elected, ...reviewed] });
      await auditMany(actor, part.map((r) => ({ verb: "delegate.import", target: { type: "Delegate", id: r.delegateId, name: r.values.person.name }, changes: r.changes })));
      await tick(part.length);
    }
  });

/** Revises many delegates in one go; Conflict when any row moved on since it was read, and then nothing is written. */
export const reviseMany = (actor: Actor, verb: string, list: Revision[], tick: Tick): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const part of parts(list)) {
      for (const r of part) {
        await revisePerson(r.personId, r.personVersion, r.values);
        const { count } = await db().delegate.updateMany({ where: { id: r.delegateId, version: r.delegateVersion }, data: { ...mandateColumns(r.values, r.unitId), version: { increment: 1 } } });
        if (count !== 1) throw new Conflict({}, String(r.delegateVersion));
      }
      await auditMany(actor, part.map((r) => ({ verb, target: { type: "Delegate", id: r.delegateId, name: r.values.person.name }, changes: r.changes })));
      await tick(part.length);
    }
  });

/** Puts back the facts of persons whom an import changed while giving them a mandate. */
export const restorePersons = (actor: Actor, list: PersonRevision[]): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const r of list) await revisePerson(r.personId, r.personVersion, r.values);
  });

/** Takes back delegates entered by mistake, and those of their persons that nothing else refers to. */
export const withdrawMany = (actor: Actor, list: { delegateId: string; personId: string; personAdded: boolean; name: string }[]): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const part of parts(list)) {
      await db().delegate.deleteMany({ where: { id: { in: part.map((r) => r.delegateId) } } });
      await db().person.deleteMany({ where: { id: { in: part.filter((r) => r.personAdded).map((r) => r.personId) }, delegates: { none: {} }, accounts: { none: {} } } });
      await auditMany(actor, part.map((r) => ({ verb: "delegate.withdrawImport", target: { type: "Delegate", id: r.delegateId, name: r.name } })));
    }
  });
