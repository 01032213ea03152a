import "server-only";
import { refusals } from "@/lib/contacts/labels";
import { visibleTo } from "@/lib/contacts/policy";
import type { Actor } from "@/lib/platform/actor";
import { dayOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Kind } from "./kinds/kind";

type Of = { id: string; delegateId: string; kind: Kind; heldOn: string; ids: readonly string[] };

/** Which of the named contacts a record of this day may not name: those of others, begun later, or ended unless it named them before. */
export async function contactFaults(actor: Actor, { id, delegateId, heldOn, ids }: Of): Promise<{ contacts?: string[] }> {
  if (ids.length === 0) return {};
  const known = await db().contact.count({ where: { AND: [visibleTo(actor)], id: { in: [...new Set(ids)] }, delegateId, since: { lte: dayOf(heldOn) }, OR: [{ endedOn: null }, { duties: { some: { dutyId: id } } }] } });
  return known === new Set(ids).size ? {} : { contacts: [refusals.unknown(heldOn)] };
}

/** Writes whom the record names, in place of whom it named before, and returns the names before and after for the audit. A kind that asks for none names none. */
export async function nameContacts(actor: Actor, committeeId: string, { id, kind, ids }: Of): Promise<[string | null, string | null]> {
  const names = async () => (await db().dutyContact.findMany({ where: { dutyId: id }, select: { contact: { select: { name: true } } }, orderBy: { contactId: "asc" } })).map(({ contact }) => contact.name).join("、") || null;
  const before = await names();
  const named = kind.contacts ? [...new Set(ids)] : [];
  await db().dutyContact.deleteMany({ where: { dutyId: id, contactId: { notIn: named }, contact: visibleTo(actor) } });
  await db().dutyContact.createMany({ data: named.map((contactId) => ({ committeeId, dutyId: id, contactId })), skipDuplicates: true });
  return [before, await names()];
}
