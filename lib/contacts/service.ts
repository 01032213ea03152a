import "server-only";
import { v7 as newId } from "uuid";
import { getDelegate, getOwnDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import { statusNames } from "@/lib/delegates/labels";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { dayOf, isoOf } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { kindNames, MOST_CONTACTS, refusals } from "./labels";
import { may, type ContactAct, type ContactFacts } from "./policy";
import { getContact, type ContactRow } from "./queries";
import type { Kept } from "./schema";

type At = { id: string; version: number };
type Target = { type: string; id: string | null; name: string };

function demand(actor: Actor, act: ContactAct, facts: ContactFacts, target: Target): void {
  if (!may(actor, act, facts)) throw new Forbidden(`contact.${act}`, target, refusals[act]);
}

const wrong = (field: string, why: string) => new Refusal("没有保存。", { [field]: [why] });
const targetOf = (found: ContactRow): Target => ({ type: "Contact", id: found.id, name: found.person });
const told = ({ kind, ...values }: { kind: Kept["kind"] } & Omit<Kept, "kind">) => ({ kind: kindNames[kind], ...values });

/** The mandate a contact is kept under: the named one, or the own. */
async function mandateOf(actor: AccountActor, delegateId: string | undefined): Promise<DelegateRecord> {
  if (delegateId) return getDelegate(actor, delegateId);
  const own = actor.role === "DELEGATE" ? await getOwnDelegate(actor) : null;
  if (own) return own;
  demand(actor, "add", { committeeId: actor.committeeId, unitId: "", personId: "" }, { type: "Contact", id: null, name: actor.name });
  throw new Refusal(refusals.noMandate);
}

async function refuseTwin(delegateId: string, { kind, name }: Kept, but?: string): Promise<void> {
  const twin = await db().contact.findFirst({ where: { delegateId, kind, name, endedOn: null, ...(but ? { id: { not: but } } : {}) }, select: { id: true } });
  if (twin) throw wrong("name", refusals.twice);
}

/** One list is changed by one at a time, so that neither the most nor the one of a name is passed by two at once. */
const lockList = (delegateId: string) => db().$queryRaw`SELECT id FROM "Delegate" WHERE id = ${delegateId}::uuid FOR NO KEY UPDATE`;

/**
 * Registers a contact of the own mandate, or of a delegate the actor cares for. Returns the delegate's id. Refuses a mandate that
 * is not in force, a day to come or before it, one of the same kind and name, and more than MOST_CONTACTS.
 */
export const add = (actor: AccountActor, { delegateId, ...kept }: Kept & { delegateId?: string | undefined }): Promise<string> =>
  transact(async () => {
    const d = await mandateOf(actor, delegateId);
    demand(actor, "add", d, { type: "Delegate", id: d.id, name: d.person.name });
    if (d.status !== "ACTIVE") throw new Refusal(refusals.notActive(statusNames[d.status]));
    if (kept.since < isoOf(d.term.startsOn)) throw wrong("since", refusals.beforeMandate(isoOf(d.term.startsOn)));
    await lockList(d.id);
    await refuseTwin(d.id, kept);
    if ((await db().contact.count({ where: { delegateId: d.id, endedOn: null } })) >= MOST_CONTACTS) throw new Refusal(refusals.many);
    const id = newId();
    await db().contact.create({ data: { id, committeeId: d.committeeId, termId: d.termId, delegateId: d.id, ...kept, since: dayOf(kept.since), authorId: actor.accountId, authorName: actor.name }, select: { id: true } });
    await audit(actor, { verb: "contact.add", target: { type: "Contact", id, name: d.person.name }, changes: changesOf({}, told(kept)) });
    return d.id;
  });

async function standing(actor: Actor, { id, version }: At): Promise<ContactRow> {
  const found = await getContact(actor, id);
  demand(actor, "edit", found.facts, targetOf(found));
  if (found.endedOn) throw new Refusal(refusals.ended);
  await lockList(found.delegateId);
  if (found.version !== version) throw new Conflict({}, String(found.version));
  return found;
}

async function write(found: ContactRow, data: object): Promise<void> {
  const { count } = await db().contact.updateMany({ where: { id: found.id, version: found.version, endedOn: null }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
}

/** The first and the last day a record names the contact, if any does. */
async function recordedOn(contactId: string): Promise<{ first: string; last: string } | null> {
  const of = (heldOn: "asc" | "desc") => db().dutyContact.findFirst({ where: { contactId, duty: { state: { not: "REVOKED" } } }, select: { duty: { select: { heldOn: true } } }, orderBy: { duty: { heldOn } } });
  const [first, last] = [await of("asc"), await of("desc")];
  return first && last ? { first: isoOf(first.duty.heldOn), last: isoOf(last.duty.heldOn) } : null;
}

/** Mends what is known of a contact. Refuses one that ended, and what `add` refuses. */
export const edit = (actor: Actor, at: At, kept: Kept): Promise<void> =>
  transact(async () => {
    const found = await standing(actor, at);
    const d = await getDelegate(actor, found.delegateId);
    if (kept.since < isoOf(d.term.startsOn)) throw wrong("since", refusals.beforeMandate(isoOf(d.term.startsOn)));
    await refuseTwin(found.delegateId, kept, found.id);
    await write(found, { ...kept, since: dayOf(kept.since) });
    await audit(actor, { verb: "contact.edit", target: targetOf(found), changes: changesOf(told(found), told(kept)) });
  });

/** Ends a contact on a day; what was recorded stays. Refuses a day to come, before it began, or before its last record. */
export const end = (actor: Actor, at: At, { endedOn, endReason }: { endedOn: string; endReason: string }): Promise<void> =>
  transact(async () => {
    const found = await standing(actor, at);
    if (endedOn < found.since) throw wrong("endedOn", refusals.beforeSince(found.since));
    const recorded = await recordedOn(found.id);
    if (recorded && endedOn < recorded.last) throw wrong("endedOn", refusals.afterwards(recorded.last));
    await write(found, { endedOn: dayOf(endedOn), endReason });
    await audit(actor, { verb: "contact.end", target: targetOf(found), changes: { contact: [found.name, null], endedOn: [null, endedOn], endReason: [null, endReason] } });
  });

/** Takes a contact off that was put on by mistake. Returns the delegate's id. Refuses once a record names it. */
export const remove = (actor: Actor, at: At): Promise<string> =>
  transact(async () => {
    const found = await standing(actor, at);
    if ((await db().dutyContact.count({ where: { contactId: found.id } })) > 0) throw new Refusal(refusals.recorded);
    const { count } = await db().contact.deleteMany({ where: { id: found.id, version: found.version } });
    if (count === 0) throw new Conflict({}, String(found.version));
    await audit(actor, { verb: "contact.remove", target: targetOf(found), changes: { contact: [found.name, null] } });
    return found.delegateId;
  });
