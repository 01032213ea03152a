import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf, type IsoDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import type { DutyKind } from "@/prisma/client/enums";
import { kindNames } from "./labels";
import { may } from "./policy";

/** What an activity knows of one delegate who came: `key` names the source and is written once; hours of presence, one decimal. */
export type Happened = { key: string; activityId: string; delegateId: string; kind: DutyKind; title: string; heldOn: IsoDate; hours: number | null; place: string | null };

/**
 * Writes into the ledger what an activity knows, approved and read-only; called in the activity's own transaction. The
 * same source again brings its row up to date. Refuses whoever organises nothing for these delegates.
 */
export async function record(actor: Actor, happened: readonly Happened[]): Promise<void> {
  const delegates = await db().delegate.findMany({ where: { id: { in: happened.map((of) => of.delegateId) } }, select: { id: true, committeeId: true, termId: true, unitId: true, personId: true, person: { select: { name: true } } } });
  const byId = new Map(delegates.map((d) => [d.id, d]));
  for (const { key, heldOn, delegateId, ...of } of happened) {
    const d = byId.get(delegateId);
    if (!d || !may(actor, "record", { ...d, authorId: null, origin: "ACTIVITY" })) throw new Forbidden("duty.record", { type: "Delegate", id: delegateId }, "您不能为这名代表登记履职。");
    const row = { ...of, heldOn: dayOf(heldOn) };
    const { id } = await db().duty.upsert({
      where: { sourceKey: key }, update: row, select: { id: true },
      create: { ...row, sourceKey: key, delegateId, committeeId: d.committeeId, termId: d.termId, unitId: d.unitId, origin: "ACTIVITY", state: "APPROVED", authorId: actor.accountId, authorName: actor.name },
    });
    await audit(actor, { verb: "duty.record", target: { type: "Duty", id, name: d.person.name }, changes: { kind: [null, kindNames[of.kind]], title: [null, of.title], heldOn: [null, heldOn] } });
  }
}

/** Takes away what an activity had written for these sources, because it did not happen so; the audit keeps what stood there. */
export async function unrecord(actor: Actor, keys: readonly string[], reason: string): Promise<void> {
  const rows = await db().duty.findMany({ where: { sourceKey: { in: [...keys] } }, select: { id: true, committeeId: true, unitId: true, authorId: true, origin: true, title: true, delegate: { select: { personId: true, person: { select: { name: true } } } } } });
  for (const { delegate, ...row } of rows) {
    if (!may(actor, "record", { ...row, personId: delegate.personId })) throw new Forbidden("duty.record", { type: "Duty", id: row.id }, "您不能更改这名代表的履职记录。");
    await db().duty.delete({ where: { id: row.id } });
    await audit(actor, { verb: "duty.unrecord", target: { type: "Duty", id: row.id, name: delegate.person.name }, changes: { title: [row.title, null] }, reason });
  }
}
