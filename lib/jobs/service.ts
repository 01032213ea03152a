import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { afterCommit, db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { dropDeadJobs, retryDeadJobs } from "@/lib/platform/jobs";
import { refusals, type FailureKind } from "./labels";
import { may, type JobAct } from "./policy";
import { deadJobsOf } from "./queries";
import type { Picked } from "./schema";

const demand = (actor: AccountActor, act: JobAct): void => {
  if (!may(actor, act, { committeeId: actor.committeeId })) throw new Forbidden(`job.${act}`, { type: "Job" }, refusals.manage);
};

const of = (picked: Picked, kind: FailureKind): string[] => picked.filter((one) => one.kind === kind).map(({ id }) => id);

/** The picked jobs of the queue that still stand as failed and are the actor's committee's. */
async function standing(actor: AccountActor, picked: Picked): Promise<string[]> {
  const wanted = of(picked, "job");
  return wanted.length === 0 ? [] : (await deadJobsOf(actor)).map(({ id }) => id).filter((id) => wanted.includes(id));
}

async function settle(actor: AccountActor, act: "retry" | "drop", picked: Picked, dispatches: object, deliveries: object): Promise<number> {
  demand(actor, act);
  const committeeId = actor.committeeId;
  const jobs = await standing(actor, picked);
  const sent = await db().dispatch.updateMany({ where: { committeeId, id: { in: of(picked, "dispatch") }, failedAt: { not: null } }, data: dispatches });
  const delivered = await db().delivery.updateMany({ where: { committeeId, id: { in: of(picked, "delivery") }, state: "FAILED" }, data: deliveries });
  const count = jobs.length + sent.count + delivered.count;
  if (count === 0) throw new Refusal(refusals.gone);
  await audit(actor, { verb: `job.${act}`, target: { type: "Job" }, changes: { count: [null, String(count)] } });
  if (jobs.length > 0) await afterCommit(async () => void (act === "retry" ? await retryDeadJobs(jobs) : await dropDeadJobs(jobs)));
  return count;
}

/** Tries failed jobs, letters and deliveries again, from the beginning. Refuses when none of them stands as failed any more. Returns how many there were. */
export const retry = (actor: AccountActor, picked: Picked): Promise<number> =>
  transact(() => settle(actor, "retry", picked, { failedAt: null, attempts: 0, nextAt: now() }, { state: "WAITING", attempts: 0, notBefore: now() }));

/** Gives them up: they are not tried again, and what the log says of them stays. */
export const drop = (actor: AccountActor, picked: Picked): Promise<number> => transact(() => settle(actor, "drop", picked, { failedAt: null, spreadAt: now() }, { state: "SKIPPED" }));
