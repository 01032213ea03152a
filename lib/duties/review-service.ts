import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { tellSettled } from "./clock-service";
import { refusals, stateNames } from "./labels";
import { visibleTo } from "./policy";
import { getDuty } from "./queries";
import { demand, step, targetOf, write, type At } from "./step-service";

/** A reviewer begins: from then on the writer takes nothing back. The record's version stays, for nothing of it changes. */
export const open = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "approve", found.facts, targetOf(found));
    if (found.state !== "SUBMITTED") throw new Refusal(refusals.notOpen(stateNames[found.state]));
    const { count } = await db().duty.updateMany({ where: { id, state: "SUBMITTED", openedAt: null }, data: { openedAt: now() } });
    if (count > 0) await audit(actor, { verb: "duty.open", target: targetOf(found), changes: { title: [null, found.title] } });
  });

type Verdict = "approve" | "reject";

const judged = (actor: Actor, note: string | null) => ({ columns: { reviewedAt: now(), reviewerId: actor.accountId, reviewerName: actor.name, reviewNote: note }, note });

/** Lets a record count. Nobody reviews what came from the own account. */
export const approve = (actor: Actor, { id, version }: At, note: string | null): Promise<void> =>
  transact(async () => void (await step(actor, await getDuty(actor, id), version, "approve", judged(actor, note))));

/** Gives a record back to its writer, with the reason. */
export const reject = (actor: Actor, { id, version }: At, note: string): Promise<void> =>
  transact(async () => void (await step(actor, await getDuty(actor, id), version, "reject", judged(actor, note))));

/** The head of the office takes an approved record back, with the reason; it counts no more. */
export const revoke = (actor: Actor, { id, version }: At, note: string): Promise<void> =>
  transact(async () => void (await step(actor, await getDuty(actor, id), version, "revoke", { note })));

export type Reviewed = { done: number; skipped: number };

/**
 * One verdict over many records as they were read. What moved on meanwhile, is no longer under review, or came from the
 * own account is passed over and counted; a rejection needs its reason.
 */
export const reviewMany = (actor: Actor, picks: readonly At[], verdict: Verdict, note: string | null): Promise<Reviewed> =>
  transact(async () => {
    demand(actor, verdict, { committeeId: actor.committeeId ?? "", unitId: "", personId: "", authorId: null, origin: "OWN" }, { id: null, name: "" });
    if (verdict === "reject" && (note?.length ?? 0) < 4) throw new Refusal("没有退回。", { note: [refusals.why] });
    const standing = await db().duty.findMany({ where: { AND: [visibleTo(actor), { state: "SUBMITTED", OR: picks.map(({ id, version }) => ({ id, version })) }] }, select: { id: true } });
    let done = 0;
    for (const { id } of standing) {
      const found = await getDuty(actor, id);
      if (found.authorId !== null && found.authorId === actor.accountId) continue;
      await step(actor, found, found.version, verdict, judged(actor, note));
      done += 1;
    }
    return { done, skipped: picks.length - done };
  }, 60);

/** The delegate says that what others wrote is so. */
export const confirm = (actor: Actor, { id, version }: At): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "confirm", found.facts, targetOf(found));
    if (!found.answers) throw new Refusal(refusals.confirmed);
    await write(actor, found, version, { confirmedAt: now() });
    await audit(actor, { verb: "duty.confirm", target: targetOf(found), changes: { title: [null, found.title] } });
  });

/** The delegate says what in a record others wrote is not so; the office answers. */
export const dispute = (actor: Actor, { id, version }: At, words: string): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "dispute", found.facts, targetOf(found));
    if (!found.answers) throw new Refusal(refusals.confirmed);
    await write(actor, found, version, { disputedAt: now(), dispute: words });
    await audit(actor, { verb: "duty.dispute", target: targetOf(found), changes: { dispute: [null, words] } });
  });

/** The office answers a dispute; whether the record goes is the source's matter, or the head's. */
export const settle = (actor: Actor, { id, version }: At, reply: string): Promise<void> =>
  transact(async () => {
    const found = await getDuty(actor, id);
    demand(actor, "settle", found.facts, targetOf(found));
    if (!found.settles) throw new Refusal(refusals.noDispute);
    await write(actor, found, version, { settledAt: now(), disputeReply: reply });
    await tellSettled(actor, found, reply);
    await audit(actor, { verb: "duty.settle", target: targetOf(found), changes: { disputeReply: [null, reply] } });
  });
