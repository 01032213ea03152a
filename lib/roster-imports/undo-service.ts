import "server-only";
import { restorePersons, reviseMany, withdrawMany, type PersonRevision, type Revision } from "@/lib/delegates/bulk-service";
import { keysOfName } from "@/lib/delegates/keys";
import type { MandateValues, PersonValues } from "@/lib/delegates/values";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { open } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { removeDelegation, removeGroup } from "@/lib/terms/delegations/service";
import { remove as removeUnit } from "@/lib/units/service";
import { importFlow } from "./flow";
import { refusals, stateNames } from "./labels";
import { may } from "./policy";
import { getImport } from "./queries";

const UNDO_MS = 24 * 3600_000;

type Entry = { id: string; delegateId: string; personId: string; personAdded: boolean; delegateAdded: boolean; delegateVersion: number; personVersion: number; beforeCipher: string | null };
type Standing = Entry & { name: string; touched: boolean };

/** The entries with the present name of each person, and whether anybody changed the row since, or began a case about it. */
async function standingOf(id: string): Promise<Standing[]> {
  const entries = await db().rosterImportEntry.findMany({
    where: { importId: id },
    select: { id: true, delegateId: true, personId: true, personAdded: true, delegateAdded: true, delegateVersion: true, personVersion: true, beforeCipher: true },
  });
  const rows = new Map<string, { version: number; person: { name: string; version: number } }>();
  const busy = new Set<string>();
  for (let at = 0; at < entries.length; at += 5000) {
    const found = await db().delegate.findMany({ where: { id: { in: entries.slice(at, at + 5000).map((e) => e.delegateId) } }, select: { id: true, version: true, person: { select: { name: true, version: true } } } });
    found.forEach((d) => rows.set(d.id, d));
    const of = { where: { delegateId: { in: found.map((d) => d.id) } }, select: { delegateId: true } };
    for (const begun of (await Promise.all([db().correctionRequest.findMany(of), db().terminationCase.findMany(of)])).flat()) busy.add(begun.delegateId);
  }
  return entries.map((e) => {
    const row = rows.get(e.delegateId);
    return { ...e, name: row?.person.name ?? "（已移除）", touched: busy.has(e.delegateId) || row?.version !== e.delegateVersion || row.person.version !== e.personVersion };
  });
}

type At = { id: string; version: number };

/** Removes one place the batch made; one that meanwhile serves somebody else refuses, and stays. */
async function clear(remove: (actor: Actor, at: At) => Promise<unknown>, actor: Actor, at: At): Promise<void> {
  try {
    await remove(actor, at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function clearPlaces(actor: Actor, places: { delegations: string[]; units: string[]; groups: string[] }): Promise<void> {
  const of = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true, version: true } }) as const;
  for (const at of await db().delegateGroup.findMany(of(places.groups))) await clear(removeGroup, actor, at);
  for (const at of await db().delegation.findMany(of(places.delegations))) await clear(removeDelegation, actor, at);
  for (const at of await db().unit.findMany(of(places.units))) await clear(removeUnit, actor, at);
}

type Before = { person: PersonValues; mandate: MandateValues | null; pinyin: string; initials: string; byHand: boolean };

/** The values an entry left behind, split by what is to be put back: a mandate with its person, or a person alone. */
function keptValues(entry: Standing): { revision: Revision[]; person: PersonRevision[] } {
  if (!entry.beforeCipher) return { revision: [], person: [] };
  const before = JSON.parse(open(entry.beforeCipher, `RosterImportEntry.before:${entry.id}`)) as Before;
  const keys = keysOfName(before.person.name, before.byHand ? { pinyin: before.pinyin, initials: before.initials } : null);
  const { delegateId, delegateVersion, personId, personVersion } = entry;
  const values = { person: before.person, keys, pinyinByHand: before.byHand, acceptReason: null };
  if (!before.mandate) return { revision: [], person: [{ personId, personVersion, values }] };
  return { revision: [{ delegateId, delegateVersion, personId, personVersion, unitId: before.mandate.unitId, changes: {}, values: { ...values, mandate: before.mandate } }], person: [] };
}

/**
 * Takes a finished batch back as a whole: what it added goes, what it changed returns to the values before. Refuses
 * after 24 hours, or when any of its records was touched since, naming the first five.
 */
export const undo = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getImport(actor, id);
    if (!may(actor, "undo", batch)) throw new Forbidden("rosterImport.undo", { type: "RosterImport", id }, refusals.import);
    if (!importFlow.next(batch.state, "undo") || !batch.committedAt) throw new Refusal(`这次导入的状态是“${stateNames[batch.state]}”，不能撤销。`);
    if (now().getTime() - batch.committedAt.getTime() > UNDO_MS) throw new Refusal(refusals.undoLate);
    const entries = await standingOf(id);
    const touched = entries.filter((e) => e.touched);
    if (touched.length > 0) throw new Refusal(refusals.touched(touched.slice(0, 5).map((e) => e.name), touched.length));
    const { count } = await db().rosterImport.updateMany({ where: { id, state: "DONE", version: batch.version }, data: { state: "UNDONE", stateAt: new Date(), undoneAt: new Date(), version: { increment: 1 } } });
    if (count === 0) throw new Conflict({}, "");
    await withdrawMany(actor, entries.filter((e) => e.delegateAdded));
    const kept = entries.map(keptValues);
    await restorePersons(actor, kept.flatMap((k) => k.person));
    await reviseMany(actor, "delegate.undoImport", kept.flatMap((k) => k.revision), async () => undefined);
    if (batch.places) await clearPlaces(actor, batch.places);
    await audit(actor, { verb: "rosterImport.undo", target: { type: "RosterImport", id, name: batch.fileName } });
  }, 120);
