import "server-only";
import type { Delegate, Person } from "@/prisma/client/client";
import { ahead, breathe } from "@/lib/platform/ahead";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, type Changes } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import { firstEvents, insertRegistered, updateDelegates, updateKeys, updatePersons } from "./bulk-sql";
import { searchKeysOf } from "./keys";
import { refusals } from "./labels";
import { reopenReading } from "./leaving-service";
import { may } from "./policy";
import { mandateColumns, personColumns, type WrittenValues } from "./written";

/** Rows of one statement: its text, several times over in memory, stays small. */
const CHUNK = 200;

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

/** Updates known persons, and the keys by which mandates of other terms find them; Conflict when a row moved on since it was read. */
async function revisePersons(list: PersonRevision[]): Promise<void> {
  if (list.length === 0) return;
  const count = await db().$executeRaw(updatePersons(list.map((r) => ({ id: r.personId, version: r.personVersion, ...personColumns(r.personId, r.values) }))));
  if (count !== list.length) throw new Conflict({}, "");
  await db().$executeRaw(updateKeys(list.map(({ personId, values: { person, keys } }) => ({ personId, strokeKey: keys.strokeKey, pinyin: keys.pinyin, searchKeys: searchKeysOf(person.name, keys, person) }))));
}

const isKnown = (r: Registration): r is Registration & { personVersion: number } => r.personVersion !== null;

type At = { termId: string; effectiveOn: Date; reviewBasis: string | null; firstOrder: number };
type Part = { list: Registration[]; persons: Person[]; delegates: Delegate[] };

/** The rows of a part of the list that begins at `from`; sealing takes as long as writing, so the one goes on beside the other. */
async function rowsOf(committeeId: string, at: At, from: number, list: Registration[]): Promise<Part> {
  const part: Part = { list, persons: [], delegates: [] };
  const [createdAt, status] = [new Date(), at.reviewBasis ? ("ACTIVE" as const) : ("PENDING_REVIEW" as const)];
  for (const [i, r] of list.entries()) {
    await breathe(i);
    if (!isKnown(r)) part.persons.push({ id: r.personId, committeeId, version: 1, createdAt, photoAt: null, ...personColumns(r.personId, r.values) });
    part.delegates.push({ id: r.delegateId, committeeId, termId: at.termId, personId: r.personId, status, sortOrder: at.firstOrder + from + i, version: 1, createdAt, updatedAt: createdAt, ...mandateColumns(r.values, r.unitId) });
  }
  return part;
}

/**
 * Enters many delegates in one go, inside the caller's transaction: ACTIVE when there is a basis of qualification
 * review, else PENDING_REVIEW. `firstOrder` is the manual order of the first. Audited one by one.
 */
export const registerMany = (actor: Actor, at: At, all: Registration[], tick: Tick): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, committeeId);
    for await (const { list, persons, delegates } of ahead([...inParts(all, CHUNK).entries()], ([i, list]) => rowsOf(committeeId, at, i * CHUNK, list))) {
      await revisePersons(list.filter(isKnown));
      await reopenReading(actor, list.filter(isKnown).map((r) => r.personId));
      const events = list.flatMap((r) => firstEvents(r.delegateId, at.reviewBasis, r.values.mandate.electedOn));
      await db().$executeRaw(insertRegistered({ persons, delegates, shared: { committeeId, accountId: actor.accountId, effectiveOn: at.effectiveOn }, events }));
      await auditMany(actor, list.map((r) => ({ verb: "delegate.import", target: { type: "Delegate", id: r.delegateId, name: r.values.person.name }, changes: r.changes })));
      await tick(list.length);
    }
  });

/** Revises many delegates in one go; Conflict when any row moved on since it was read, and then nothing is written. */
export const reviseMany = (actor: Actor, verb: string, list: Revision[], tick: Tick): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const part of inParts(list, CHUNK)) {
      await revisePersons(part);
      const count = await db().$executeRaw(updateDelegates(part.map((r) => ({ id: r.delegateId, version: r.delegateVersion, ...mandateColumns(r.values, r.unitId) }))));
      if (count !== part.length) throw new Conflict({}, "");
      await auditMany(actor, part.map((r) => ({ verb, target: { type: "Delegate", id: r.delegateId, name: r.values.person.name }, changes: r.changes })));
      await tick(part.length);
    }
  });

/** Puts back the facts of persons whom an import changed while giving them a mandate. */
export const restorePersons = (actor: Actor, list: PersonRevision[]): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const part of inParts(list, CHUNK)) await revisePersons(part);
  });

/** Takes back delegates entered by mistake, and those of their persons that nothing else refers to. */
export const withdrawMany = (actor: Actor, list: { delegateId: string; personId: string; personAdded: boolean; name: string }[]): Promise<void> =>
  transact(async () => {
    demand(actor, actor.committeeId ?? "");
    for (const part of inParts(list, CHUNK)) {
      await db().delegate.deleteMany({ where: { id: { in: part.map((r) => r.delegateId) } } });
      await db().person.deleteMany({ where: { id: { in: part.filter((r) => r.personAdded).map((r) => r.personId) }, delegates: { none: {} }, accounts: { none: {} } } });
      await auditMany(actor, part.map((r) => ({ verb: "delegate.withdrawImport", target: { type: "Delegate", id: r.delegateId, name: r.name } })));
    }
  });
