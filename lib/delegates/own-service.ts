import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { ConsentField } from "@/prisma/client/enums";
import { refusals } from "./labels";
import { listOwnDelegates, thisYear } from "./own-queries";
import { may } from "./policy";
import { getOwnDelegate, type DelegateRecord } from "./queries";

type OwnAct = "confirmOwn" | "consent" | "exportOwn";

/** The actor's own mandate if the act is the actor's. */
async function own(actor: AccountActor, act: OwnAct): Promise<DelegateRecord> {
  if (actor.role !== "DELEGATE") throw new Forbidden(`delegate.${act}`, { type: "Delegate", id: null }, refusals[act]);
  const d = await getOwnDelegate(actor);
  if (!d || !may(actor, act, d)) throw new NotFound({ type: "Delegate", id: "" });
  return d;
}

const targetOf = (d: DelegateRecord) => ({ type: "Delegate", id: d.id, name: d.person.name });

/** The delegate says that the own record is right this year. A second time changes nothing and leaves no trace. Refuses another year, and a mandate not in force. */
export const confirmOwn = (actor: AccountActor, year: number): Promise<void> =>
  transact(async () => {
    const d = await own(actor, "confirmOwn");
    if (d.status !== "ACTIVE") throw new Refusal(refusals.confirmOwn);
    if (year !== thisYear()) throw new Refusal(refusals.otherYear(thisYear()));
    const { count } = await db().ownConfirmation.createMany({ data: [{ committeeId: d.committeeId, delegateId: d.id, year, confirmedAt: now() }], skipDuplicates: true });
    if (count > 0) await audit(actor, { verb: "delegate.confirmOwn", target: targetOf(d), changes: { year: [null, String(year)] } });
  });

const words = (given: boolean) => (given ? "公开" : "不公开");

/** Lets exactly these fields stand in the public directory. Each yes and each withdrawal is dated; a mandate not in force can still withdraw. */
export const setConsents = (actor: AccountActor, fields: ConsentField[]): Promise<void> =>
  transact(async () => {
    const d = await own(actor, "consent");
    // Two forms at once must not both believe a field unsaid.
    await db().$queryRaw`SELECT 1 FROM "Delegate" WHERE id = ${d.id}::uuid FOR UPDATE`;
    const present = await db().publicConsent.findMany({ where: { delegateId: d.id, withdrawnAt: null }, select: { field: true } });
    const given = new Set(present.map((c) => c.field));
    const changed = Object.values(ConsentField).filter((field) => given.has(field) !== fields.includes(field));
    if (d.status !== "ACTIVE" && changed.some((field) => fields.includes(field))) throw new Refusal(refusals.consent);
    const at = now();
    for (const field of changed) {
      const said = fields.includes(field) ? { givenAt: at, withdrawnAt: null } : { withdrawnAt: at };
      await db().publicConsent.upsert({ where: { delegateId_field: { delegateId: d.id, field } }, create: { committeeId: d.committeeId, delegateId: d.id, field, givenAt: at }, update: said, select: { id: true } });
    }
    const changes: Changes = Object.fromEntries(changed.map((field) => [`consent.${field}`, [words(given.has(field)), words(fields.includes(field))]]));
    if (changed.length > 0) await audit(actor, { verb: "delegate.consent", target: targetOf(d), changes });
  });

/** Records that a delegate takes the own data away and tells all of the own mandates. At most 20 an hour. */
export async function beginOwnFile(actor: AccountActor): Promise<DelegateRecord[]> {
  const d = await own(actor, "exportOwn");
  await spend(`delegate.exportOwn:${actor.accountId}`, 20, 3600);
  return transact(async () => {
    await audit(actor, { verb: "delegate.exportOwn", target: targetOf(d) });
    return listOwnDelegates(actor);
  });
}
