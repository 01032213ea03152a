import "server-only";
import { v7 as newId } from "uuid";
import { registerMany, reviseMany, type Registration, type Revision } from "@/lib/delegates/bulk-service";
import { keysOfName } from "@/lib/delegates/keys";
import { findPersons, findRecords } from "@/lib/delegates/import-queries";
import type { DelegateRecord, PersonRecord } from "@/lib/delegates/queries";
import type { RosterValues } from "@/lib/delegates/roster/person";
import type { MandateValues } from "@/lib/delegates/values";
import { mandateOf, personOf, type WrittenValues } from "@/lib/delegates/written";
import { ahead, breathe } from "@/lib/platform/ahead";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { seal } from "@/lib/platform/crypto";
import { db, pool, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { inParts, rowsJson } from "@/lib/platform/rows";
import { addDelegation, addGroup } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { holdTree } from "@/lib/units/tree-service";
import type { RosterImportEntry } from "@/prisma/client/client";
import { isReady, type CheckedRow } from "./checked";
import { tellStarter } from "./letter-service";
import { getChecked, getImport, type ImportSummary } from "./queries";
import { refusals } from "./labels";

type Places = { delegations: Map<string, string>; units: Map<string, string>; groups: Map<string, string>; defaults: Map<string, string | null>; rootUnitId: string };
/** What is written of a row; the text of its cells stays behind. */
type ReadyRow = Pick<CheckedRow, "values" | "match">;
type Ref = { id: string } | { create: string } | null;

/**
 * Keeps the units of the rows and of the delegations as they are until the rows are written: a merge of one waits, and
 * one that came first makes the check stale.
 */
async function holdUnits(actor: Actor, { termId, committeeId }: ImportSummary, rows: ReadyRow[]): Promise<void> {
  // The tree comes before its rows, as it does for whoever changes it.
  if (rows.some(({ values }) => values.electingUnit && "create" in values.electingUnit)) await holdTree(actor);
  const named = new Set(rows.flatMap(({ values: { electingUnit } }) => (electingUnit && "id" in electingUnit ? [electingUnit.id] : [])));
  const defaults = await db().delegation.findMany({ where: { termId, committeeId, unitId: { not: null } }, select: { unitId: true } });
  const ids = [...named, ...defaults.flatMap((d) => (d.unitId ? [d.unitId] : []))];
  const held = await db().$queryRaw<{ id: string }[]>`SELECT id FROM "Unit" WHERE "committeeId" = ${committeeId}::uuid AND id = ANY(${ids}::uuid[]) AND "activeTo" IS NULL ORDER BY id FOR KEY SHARE`;
  if (held.filter((u) => named.has(u.id)).length !== named.size) throw new Conflict({}, "");
}

/** Creates the places the file proposes, once each, and remembers the default unit of every delegation. */
async function makePlaces(actor: Actor, batch: ImportSummary, rows: ReadyRow[]): Promise<Places> {
  const { termId, committeeId } = batch;
  await holdUnits(actor, batch, rows);
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

const changesOf = (row: ReadyRow): Changes =>
  "differences" in row.match ? Object.fromEntries(row.match.differences.map((d) => [d.field, [d.old, d.new]])) : {};

type Added = Registration & { before: PersonRecord | null };

async function registrationsOf(actor: Actor, rows: ReadyRow[], places: Places): Promise<Added[]> {
  const persons = await findPersons(actor, rows.flatMap((r) => (r.match.kind === "ADD_MANDATE" ? [r.match.personId] : [])));
  const known = new Map(persons.map((p) => [p.id, p]));
  const added: Added[] = [];
  for (const [i, row] of rows.entries()) {
    await breathe(i);
    if (row.match.kind !== "ADD" && row.match.kind !== "ADD_MANDATE") continue;
    const person = row.match.kind === "ADD_MANDATE" ? (known.get(row.match.personId) ?? null) : null;
    const personVersion = row.match.kind === "ADD_MANDATE" ? row.match.personVersion : null;
    added.push({ delegateId: newId(), personId: person?.id ?? newId(), personVersion, before: person, changes: changesOf(row), ...valuesOf(row.values, places, person, null) });
  }
  return added;
}

type Revised = Revision & { before: DelegateRecord };

async function revisionsOf(actor: Actor, termId: string, rows: ReadyRow[], places: Places): Promise<Revised[]> {
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

type Entry = Omit<RosterImportEntry, "importId" | "committeeId">;

/** What an undo needs: which rows are new, at which versions the batch left them, and the values before. */
async function keepEntries({ id: importId, committeeId }: ImportSummary, added: Added[], revised: Revised[]): Promise<void> {
  const entry = (r: { delegateId: string; personId: string; personVersion: number | null }, delegateVersion: number | null, old: ReturnType<typeof before> | null): Entry => {
    const id = newId();
    return {
      id, delegateId: r.delegateId, personId: r.personId, personAdded: r.personVersion === null, delegateAdded: delegateVersion === null,
      personVersion: (r.personVersion ?? 0) + 1, delegateVersion: (delegateVersion ?? 0) + 1, beforeCipher: old && seal(JSON.stringify(old), `RosterImportEntry.before:${id}`),
    };
  };
  const rows = [...added.map((r) => entry(r, null, r.before && before(r.before, null))), ...revised.map((r) => entry(r, r.delegateVersion, before(r.before.person, mandateOf(r.before))))];
  await db().$executeRaw`
    INSERT INTO "RosterImportEntry" ("importId", "committeeId", id, "delegateId", "personId", "personAdded", "delegateAdded", "delegateVersion", "personVersion", "beforeCipher")
    SELECT ${importId}::uuid, ${committeeId}::uuid, r.id, r."delegateId", r."personId", r."personAdded", r."delegateAdded", r."delegateVersion", r."personVersion", r."beforeCipher"
    FROM json_populate_recordset(NULL::"RosterImportEntry", ${rowsJson(rows)}::json) r`;
}

const lastOrder = async ({ committeeId, termId }: ImportSummary): Promise<number> =>
  (await db().delegate.findFirst({ where: { committeeId, termId }, orderBy: { sortOrder: "desc" }, select: { sortOrder: true } }))?.sortOrder ?? 0;

/** A database refusal of a doubled number, said in words instead of failing without a reason. */
function inWords(error: unknown): unknown {
  const told = JSON.stringify((error as { meta?: unknown }).meta ?? null);
  if (!told.includes("UniqueConstraintViolation")) return error;
  return new Refusal(told.includes("delegateNo") ? refusals.doubledNo : refusals.stale);
}

/** Rows in memory as values at one time: all of a large file would not fit beside its check. */
const PART = 1000;

type Part = { added: Added[]; revised: Revised[] };

const prepare = async (actor: Actor, batch: ImportSummary, rows: ReadyRow[], places: Places): Promise<Part> => ({
  added: await registrationsOf(actor, rows, places),
  revised: batch.mode === "ADD_AND_UPDATE" ? await revisionsOf(actor, batch.termId, rows, places) : [],
});

/** Writes part after part, the next one being prepared meanwhile, and shows how far it is. */
async function writeParts(actor: Actor, batch: ImportSummary, rows: ReadyRow[], places: Places): Promise<{ added: number; updated: number }> {
  const { startsOn } = await db().term.findUniqueOrThrow({ where: { id: batch.termId }, select: { startsOn: true } });
  const first = (await lastOrder(batch)) + 1;
  const done = { added: 0, updated: 0 };
  let progress = 0;
  const tick = async (count: number) => {
    progress += count;
    await pool().rosterImport.updateMany({ where: { id: batch.id, state: "COMMITTING" }, data: { progress } });
  };
  const parts = inParts(rows, PART);
  for await (const { added, revised } of ahead(parts, (some) => prepare(actor, batch, some, places))) {
    await registerMany(actor, { termId: batch.termId, reviewBasis: batch.reviewBasis, effectiveOn: startsOn, firstOrder: first + done.added }, added, tick);
    await reviseMany(actor, "delegate.import", revised, tick);
    await keepEntries(batch, added, revised);
    done.added += added.length;
    done.updated += revised.length;
  }
  return done;
}

const readyRows = async (actor: Actor, id: string): Promise<ReadyRow[] | null> =>
  (await getChecked(actor, id))?.rows.filter(isReady).map(({ values, match }) => ({ values, match })) ?? null;

/**
 * Writes the ready rows of a confirmed batch: places, people, mandates, status, entries for the undo and the audit, all
 * or nothing. The last statement moves the batch from COMMITTING to DONE; a cancel that came first rolls all back.
 * Conflict when the register moved on since the check.
 */
export async function commitRows(actor: Actor, id: string): Promise<void> {
  const batch = await getImport(actor, id);
  const rows = await readyRows(actor, id);
  if (batch.state !== "COMMITTING" || !rows) return;
  const run = async () => {
    const places = await makePlaces(actor, batch, rows);
    const { added, updated } = await writeParts(actor, batch, rows, places);
    await tellStarter(actor, batch, `已写入花名册：新增 ${added} 人，更新 ${updated} 人。`);
    await audit(actor, { verb: "rosterImport.finish", target: { type: "RosterImport", id, name: batch.fileName }, changes: { added: [null, String(added)], updated: [null, String(updated)] } });
    const made = { delegations: [...places.delegations.values()], units: [...places.units.values()], groups: [...places.groups.values()] };
    const { count } = await db().rosterImport.updateMany({
      where: { id, state: "COMMITTING" },
      data: { state: "DONE", stateAt: new Date(), committedAt: new Date(), added, updated, places: made, progress: added + updated, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal(refusals.cancelled);
  };
  await transact(run, 120).catch((error: unknown) => {
    throw inWords(error);
  });
}
