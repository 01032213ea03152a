import "server-only";
import { v7 as newId } from "uuid";
import { getDelegate, getOwnDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import { statusNames } from "@/lib/delegates/labels";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { addDays, dayOf, isoOf, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { getRule } from "@/lib/rules/queries";
import type { DutyKind, DutyOrigin } from "@/prisma/client/enums";
import { contactFaults, nameContacts } from "./contact-service";
import { inWords, reachedOf, type Detail, type Kind } from "./kinds/kind";
import { kindNames, refusals, stateNames } from "./labels";
import { getDuty, type Duty } from "./queries";
import { kinds } from "./registry";
import type { Logged, Written } from "./schema";
import { demand, step, targetOf, write, type At } from "./step-service";
import { beginsOn } from "./written";

type Faults = Record<string, string[]>;

/** The answers to the questions of the kind; each fault under its own field. */
function detailFrom(kind: Kind, written: Written): { detail: Detail; faults: Faults } {
  const read = kind.detail.safeParse(Object.fromEntries(Object.keys(kind.fields).map((key) => [key, written[key]])));
  if (read.success) return { detail: read.data as Detail, faults: {} };
  return { detail: {}, faults: Object.fromEntries(read.error.issues.map((issue) => [String(issue.path[0]), [issue.message]])) };
}

const columnsOf = (kind: Kind, { title, heldOn, hours, place, content, evidence, lateReason }: Written, detail: Detail) => ({
  title, heldOn: dayOf(heldOn), hours: kind.counts.hours ? hours : null, place, content, evidence: kind.evidence === "none" ? null : evidence, lateReason, detail, reached: reachedOf(kind, detail),
});

/** What is wrong with a record in any state. */
function faultsOf(d: DelegateRecord, { heldOn }: Written): Faults {
  if (heldOn > today()) return { heldOn: [refusals.future] };
  return heldOn < beginsOn(d) ? { heldOn: [refusals.beforeMandate(beginsOn(d))] } : {};
}

type About = { actor: Actor; d: DelegateRecord; kind: Kind; written: Written; id: string };

/** What keeps a record from being submitted: an old day without a reason, content or evidence the kind asks for, and one alike not confirmed. */
async function submitFaults({ actor, d, kind, written, id }: About): Promise<Faults> {
  const faults: Faults = {};
  const { value } = await getRule(actor, "duty.age", { unitId: d.unitId, on: today() });
  if (written.heldOn < addDays(today(), -value) && (written.lateReason?.length ?? 0) < 4) faults.lateReason = [refusals.late(value)];
  if (kind.content.required && (written.content?.length ?? 0) < 4) faults.content = [`请填写${kind.content.label}，至少 4 个字`];
  if (kind.evidence === "required" && !written.evidence) faults.evidence = [refusals.evidence];
  const alike = written.again ? null : await db().duty.findFirst({ where: { delegateId: d.id, kind: kind.key, heldOn: dayOf(written.heldOn), id: { not: id }, state: { in: ["SUBMITTED", "APPROVED"] } }, select: { title: true } });
  if (alike) faults.again = [refusals.alike(alike.title)];
  return faults;
}

const named = ({ d, kind, written, id }: About) => ({ id, delegateId: d.id, kind, heldOn: written.heldOn, ids: written.contacts });

/** The columns of what was typed; refuses with every fault at once. A draft may still lack what only submitting asks for. */
async function accepted(of: About) {
  const { detail, faults: asked } = detailFrom(of.kind, of.written);
  const draft = of.written.then === "draft";
  const faults = { ...faultsOf(of.d, of.written), ...(of.kind.contacts ? await contactFaults(of.actor, named(of)) : {}), ...(draft ? {} : asked), ...(draft ? {} : await submitFaults(of)) };
  if (Object.keys(faults).length > 0) throw new Refusal("没有保存。", faults);
  return columnsOf(of.kind, of.written, detail);
}

const told = (kind: Kind, { detail, heldOn, ...columns }: ReturnType<typeof columnsOf>) => ({ ...columns, heldOn: isoOf(heldOn), detail: inWords(kind, detail) });

async function enter(actor: AccountActor, d: DelegateRecord, input: Logged, origin: DutyOrigin): Promise<string> {
  const kind = kinds[input.kind];
  const act = origin === "OWN" ? "log" : "logFor";
  demand(actor, act, { committeeId: d.committeeId, unitId: d.unitId, personId: d.personId, authorId: actor.accountId, origin }, { id: null, name: d.person.name });
  const sent = await db().duty.findUnique({ where: { delegateId_clientKey: { delegateId: d.id, clientKey: input.clientKey } }, select: { id: true } });
  if (sent) return sent.id;
  if (d.status !== "ACTIVE") throw new Refusal(refusals.notActive(statusNames[d.status]));
  if (!kind.writtenBy.includes("delegate")) throw new Refusal("没有保存。", { kind: [refusals.notLogged] });
  const id = newId();
  const of = { actor, d, kind, written: input, id };
  const columns = await accepted(of);
  const row = { id, committeeId: d.committeeId, termId: d.termId, delegateId: d.id, unitId: d.unitId, kind: input.kind, origin, clientKey: input.clientKey, authorId: actor.accountId, authorName: actor.name, ...columns };
  const [made] = await db().duty.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } });
  if (!made) return (await db().duty.findUniqueOrThrow({ where: { delegateId_clientKey: { delegateId: d.id, clientKey: input.clientKey } }, select: { id: true } })).id;
  const [, contacts] = await nameContacts(actor, of.d.committeeId, named(of));
  await audit(actor, { verb: `duty.${act}`, target: { type: "Duty", id, name: d.person.name }, changes: { kind: [null, kindNames[input.kind]], ...changesOf({}, { ...told(kind, columns), contacts }) } });
  if (input.then !== "draft") await send(actor, id);
  return id;
}

/** Submits a record that was just written; its faults were told before. */
async function send(actor: Actor, id: string): Promise<void> {
  const found = await getDuty(actor, id);
  await step(actor, found, found.version, "submit", { columns: { submittedAt: now(), openedAt: null } });
}

/**
 * Logs a duty of the own mandate and submits it, or keeps it as a draft. Returns the record's id; the same clientKey
 * returns the one made before. Refuses without a mandate in force, kinds the program writes, days to come or before the
 * mandate, and on submitting: an old day without a reason, and one alike that is not confirmed to be another.
 */
export const log = (actor: AccountActor, input: Logged): Promise<string> =>
  transact(async () => {
    const d = actor.role === "DELEGATE" ? await getOwnDelegate(actor) : null;
    if (!d) {
      demand(actor, "log", { committeeId: actor.committeeId, unitId: "", personId: actor.personId ?? "", authorId: actor.accountId, origin: "OWN" }, { id: null, name: actor.name });
      throw new Refusal(refusals.noMandate);
    }
    return enter(actor, d, input, "OWN");
  });

/** The liaison logs for a delegate of the own unit, marked as such; the delegate confirms later. Refuses as `log` does. */
export const logFor = (actor: AccountActor, { delegateId, ...input }: Logged & { delegateId: string }): Promise<string> =>
  transact(async () => enter(actor, await getDelegate(actor, delegateId), input as Logged, "BEHALF"));

const before = (found: Duty, kind: Kind) => ({ ...told(kind, { ...found, heldOn: dayOf(found.heldOn) }) });

/** Said of what stood there before. */
const unanswered = { confirmedAt: null, disputedAt: null, dispute: null, disputeReply: null, settledAt: null };

/**
 * Mends a draft, or a record that was sent back, and submits it unless it is kept as a draft. What a workbook brought is
 * confirmed by it: the delegate's own word now. Refuses as `log` does, and what is under way or decided.
 */
export const edit = (actor: Actor, { id, version }: At, written: Written): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "edit", found.facts, targetOf(found));
    if (!found.mends) throw new Refusal(found.origin === "OWN" || found.origin === "BEHALF" || found.origin === "IMPORT" ? refusals.notOpen(stateNames[found.state]) : refusals.fixed);
    if (found.version !== version) throw new Conflict({}, String(found.version));
    const kind: Kind = kinds[found.kind];
    const of = { actor, d: await getDelegate(actor, found.delegateId), kind, written, id };
    const columns = await accepted(of);
    const draft = found.state === "REJECTED" ? await step(actor, found, version, "revise") : found;
    await write(actor, draft, draft.version, { ...columns, ...unanswered, ...(found.origin === "IMPORT" ? { confirmedAt: now() } : {}) });
    const [whom, contacts] = await nameContacts(actor, of.d.committeeId, named(of));
    await audit(actor, { verb: "duty.edit", target: targetOf(found), changes: changesOf({ ...before(found, kind), contacts: whom }, { ...told(kind, columns), contacts }) });
    if (written.then !== "draft") await send(actor, id);
  });

/** Takes a draft away for good; the audit keeps that it was there. */
export const remove = (actor: Actor, { id, version }: At): Promise<DutyKind> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "remove", found.facts, targetOf(found));
    if (found.state !== "DRAFT") throw new Refusal(refusals.notOpen(stateNames[found.state]));
    const { count } = await db().duty.deleteMany({ where: { id, state: "DRAFT", version } });
    if (count === 0) throw new Conflict({}, String(found.version));
    await audit(actor, { verb: "duty.remove", target: targetOf(found), changes: { title: [found.title, null], heldOn: [found.heldOn, null] } });
    return found.kind;
  });

/** Takes a record back before a reviewer opened it; it is a draft again. */
export const withdraw = (actor: Actor, { id, version }: At): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "withdraw", found.facts, targetOf(found));
    if (found.state === "SUBMITTED" && found.openedAt) throw new Refusal(refusals.opened);
    const { count } = await db().duty.updateMany({ where: { id, openedAt: null }, data: { submittedAt: null } });
    if (count === 0) throw new Refusal(refusals.opened);
    await step(actor, found, version, "withdraw");
  });
