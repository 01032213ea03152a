import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { visibleTo } from "./policy";
import { personRecord, record, type DelegateRecord, type PersonRecord } from "./queries";

/** Records of a term by person, of one who left and came back the latest last, for the import; at most as many as the sheet has rows. */
export async function findRecords(actor: Actor, termId: string, personIds: string[]): Promise<DelegateRecord[]> {
  const found: DelegateRecord[] = [];
  for (let at = 0; at < personIds.length; at += 5000) {
    found.push(...(await db().delegate.findMany({ where: { AND: [visibleTo(actor), { termId, personId: { in: personIds.slice(at, at + 5000) } }] }, select: record, orderBy: { id: "asc" }, relationLoadStrategy: "join" })));
  }
  return found;
}

/** Persons of the committee by id, for the import: facts that outlast a term. */
export async function findPersons(actor: Actor, ids: string[]): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  for (let at = 0; at < ids.length; at += 5000) {
    found.push(...(await db().person.findMany({ where: { committeeId: actor.committeeId ?? "", id: { in: ids.slice(at, at + 5000) } }, select: personRecord })));
  }
  return found;
}
