import "server-only";
import { v7 as newId } from "uuid";
import { registerMany, reviseMany, type Registration, type Revision } from "@/lib/delegates/bulk-service";
import { keysOfName } from "@/lib/delegates/keys";
import { findPersons, findRecords, type DelegateRecord, type PersonRecord } from "@/lib/delegates/queries";
import type { RosterValues } from "@/lib/delegates/roster/person";
import type { MandateValues } from "@/lib/delegates/values";
import { mandateOf, personOf, type WrittenValues } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { seal } from "@/lib/platform/crypto";
import { db, pool, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { addDelegation, addGroup } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { isReady, type CheckedRow } from "./checked";
import { getChecked, getImport, type ImportSummary } from "./queries";
import { refusals } from "./labels";

type Places = { delegations: Map<string, string>; units: Map<string, string>; groups: Map<string, string>; defaults: Map<string, string | null>; rootUnitId: string };
type Ref = { id: string } | { create: string } | null;

/** Creates the places the file proposes, once each, and remembers the default unit of every delegation. */
async function makePlaces(actor: Actor, batch: ImportSummary, rows: CheckedRow[]): Promise<Places> {
  const { termId, committeeId } = batch;
  const root = await db().unit.findFirstOrThrow({ where: { committeeId, parentId: null }, select: { id: true } });
  const places: Places = { delegations: new Map(), units: new Map(), groups: new Map(), defaults: new Map(), rootUnitId: root.id };
  for (const { values } of rows) {
    const { delegation, electingUnit, group } = values;
    if (electingUnit && "create" in electingUnit && !places.units.has(electingUnit.create)) {
      places.units.set(electingUnit.create, await establish(actor, { parentId: root.id, name: electingUnit.create, kind: "BRANCH", isElecting: true, isHandling: false, activeFrom: today(), basis: "随花名册导入设立" }));
    }
    if (delegation && "create" in delegation && !places.delegations.has(delegation.create)) {
      places.delegations.set(delegation.create, await addDelegation(actor, termId, { name: delegation.create, unitId: null }));
    }
    if (group && "create" in group) {
      const delegationId = idOf(delegation, places.delegations);
      const key = `${delegationId}|${group.create}`;
      if (!places.groups.has(key)) places.groups.set(key, await addGroup(actor, termId, { name: group.create, delegationId }));
    }
  }
  const known = await db().delegation.findMany({ where: { termId, committeeId }, select: { id: true, unitId: true } });
  for (const d of known) places.defaults.set(d.id, d.unitId);
  return places;
}

const idOf = (ref: Ref, made: Map<string, string>): string | null => (ref === null ? null : "id" in ref ? ref.id : (made.get(ref.create) ?? null));

/** New values over old ones: what the sheet leaves blank stays as it was. */
const overlay = <T extends object>(old: T | null, fresh: T): T =>
  old ? { ...old, ...Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== null && value !== "")) } : fresh;

function mandateIn(v: RosterValues, places: Places, old: MandateValues | null): MandateValues {
  const delegationId = idOf(v.delegation, places.delegations) ?? old?.delegationId ?? "";
  const groupId = v.group && "create" in v.group ? (places.groups.get(`${delegationId}|${v.group.create}`) ?? null) : idOf(v.group, places.groups);
  const unitId = idOf(v.electingUnit, places.units) ?? old?.unitId ?? places.defaults.get(delegationId) ?? places.rootUnitId;
  const { delegateNo, primaryCategory, education, degree, school, employer, position, rank, professionalTitle, honours, electedOn, concurrentRoles, remark } = v;
  return overlay(old, {
    delegationId, groupId, unitId, delegateNo, primaryCategory, education, degree, school, employer, position, rank, professionalTitle, honours, electedOn,
    concurrentRoles, remark, occupation: null, electionKind: v.electionKind ?? old?.electionKind ?? "GENERAL", flags: [...new Set([...(old?.flags ?? []), ...v.flags])],
  });
}

/** The sheet's values laid over what is known of the person and of the mandate. */
function valuesOf(v: RosterValues, places: Places, person: PersonRecord | null, mandate: MandateValues | null): { values: WrittenValues; unitId: string } {
  const { name, sex, ethnicity, birthMonth, nativePlace, joinedPartyOn, workStartedOn, idNumber, mobile, officePhone, address } = v;
  const byHand = person?.pinyinByHand && person.name === name ? { pinyin: person.pinyin, initials: person.initials } : null;
  const laid = mandateIn(v, places, mandate);
  const facts = overlay(person && personOf(person), { name, sex, ethnicity, birthMonth: birthMonth ?? "", nativePlace, joinedPartyOn, workStartedOn, idNumber, mobile, officePhone, address });
  return { unitId: laid.unitId, values: { person: facts, mandate: laid, keys: keysOfName(name, byHand), pinyinByHand: byHand !== null, acceptReason: null } };
}

const changesOf = (row: CheckedRow): Changes =>
  "differences" in row.match ? Object.fromEntries(row.match.differences.map((d) => [d.field, [d.old, d.new]])) : {};

type Added = Registration & { before: PersonRecord | null };

async function registrationsOf(actor: Actor, rows: CheckedRow[], places: Places): Promise<Added[]> {
  const persons = await findPersons(actor, rows.flatMap((r) => (r.match.kind === "ADD_MANDATE" ? [r.match.personId] : [])));
  const known = new Map(persons.map((p) => [p.id, p]));
  return rows.flatMap((row): Added[] => {
    if (row.match.kind !== "ADD" && row.match.kind !== "ADD_MANDATE") return [];
    const person = row.match.kind === "ADD_MANDATE" ? (known.get(row.match.personId) ?? null) : null;
    const personVersion = row.match.kind === "ADD_MANDATE" ? row.match.personVersion : null;
    return [{ delegateId: newId(), personId: person?.id ?? newId(), personVersion, before: person, changes: changesOf(row), ...valuesOf(row.values, places, person, null) }];
  });
}

type Revised = Revision & { before: DelegateRecord };

async function revisionsOf(actor: Actor, termId: string, rows: CheckedRow[], places: Places): Promise<Revised[]> {
  const updating = rows.flatMap((row) => (row.match.kind === "UPDATE" ? [{ row, match: row.match }] : []));
  const records = new Map((await findRecords(actor, termId, updating.map((u) => u.match.personId))).map((r) => [r.id, r]));
  return updating.map(({ row, match }): Revised => {
    const before = records.get(match.delegateId);
    if (!before) throw new Conflict({}, "");
    const { delegateId, delegateVersion, personId, personVersion } = match;
    return { delegateId, delegateVersion, personId, personVersion, before, changes: changesOf(row), ...valuesOf(row.values, places, before.person, mandateOf(before)) };
  });
}

const before = (person: PersonRecord, mandate: MandateValues | null) => ({ person: personOf(person), mandate, pinyin: person.pinyin, initials: person.initials, byHand: person.pinyinByHand });

/** What an undo needs: which rows are new, at which versions the batch left them, and the values before. */
async function keepEntries(batch: ImportSummary, added: Added[], revised: Revised[]): Promise<void> {
  const entry = (r: { delegateId: string; personId: string; personVersion: number | null }, more: { delegateAdded: boolean; delegateVersion: number; before: ReturnType<typeof before> | null }) => {
    const [id, { before: old, ...rest }] = [newId(), more];
    return {
      id, importId: batch.id, committeeId: batch.committeeId, delegateId: r.delegateId, personId: r.personId, personAdded: r.personVersion === null,
      personVersion: (r.personVersion ?? 0) + 1, ...rest, beforeCipher: old && seal(JSON.stringify(old), `RosterImportEntry.before:${id}`),
    };
  };
  const list = [
    ...added.map((r) => entry(r, { delegateAdded: true, delegateVersion: 1, before: r.before && before(r.before, null) })),
    ...revised.map((r) => entry(r, { delegateAdded: false, delegateVersion: r.delegateVersion + 1, before: before(r.before.person, mandateOf(r.before)) })),
  ];
  for (let at = 0; at < list.length; at += 2000) await db().rosterImportEntry.createMany({ data: list.slice(at, at + 2000) });
}

const lastOrder = async (batch: ImportSummary): Promise<number> =>
  (await db().delegate.aggregate({ where: { committeeId: batch.committeeId, termId: batch.termId }, _max: { sortOrder: true } }))._max.sortOrder ?? 0;

/** A database refusal of a doubled number, said in words instead of failing without a reason. */
function inWords(error: unknown): unknown {
  const known = error as { code?: string; meta?: unknown };
  if (known.code !== "P2002") return error;
  return new Refusal(JSON.stringify(known.meta).includes("delegateNo") ? refusals.doubledNo : refusals.stale);
}

/**
 * Writes the ready rows of a confirmed batch: places, people, mandates, status, entries for the undo and the audit, all
 * or nothing. The last statement moves the batch from COMMITTING to DONE; a cancel that came first rolls all back.
 * Conflict when the register moved on since the check.
 */
export async function commitRows(actor: Actor, id: string): Promise<void> {
  const batch = await getImport(actor, id);
  const checked = await getChecked(actor, id);
  if (batch.state !== "COMMITTING" || !checked) return;
  const rows = checked.rows.filter(isReady);
  let done = 0;
  const tick = async (count: number) => {
    done += count;
    await pool().rosterImport.updateMany({ where: { id, state: "COMMITTING" }, data: { progress: done } });
  };
  const run = async () => {
    const places = await makePlaces(actor, batch, rows);
    const term = await db().term.findUniqueOrThrow({ where: { id: batch.termId }, select: { startsOn: true } });
    const added = await registrationsOf(actor, rows, places);
    const revised = batch.mode === "ADD_AND_UPDATE" ? await revisionsOf(actor, batch.termId, rows, places) : [];
    await registerMany(actor, { termId: batch.termId, effectiveOn: term.startsOn, reviewBasis: batch.reviewBasis, firstOrder: (await lastOrder(batch)) + 1 }, added, tick);
    await reviseMany(actor, "delegate.import", revised, tick);
    await keepEntries(batch, added, revised);
    await audit(actor, { verb: "rosterImport.finish", target: { type: "RosterImport", id, name: batch.fileName }, changes: { added: [null, String(added.length)], updated: [null, String(revised.length)] } });
    const made = { delegations: [...places.delegations.values()], units: [...places.units.values()], groups: [...places.groups.values()] };
    const { count } = await db().rosterImport.updateMany({
      where: { id, state: "COMMITTING" },
      data: { state: "DONE", stateAt: new Date(), committedAt: new Date(), added: added.length, updated: revised.length, places: made, progress: done, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal(refusals.cancelled);
  };
  await transact(run, 120).catch((error: unknown) => {
    throw inWords(error);
  });
}
