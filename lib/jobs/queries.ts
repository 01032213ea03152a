import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { listDeadJobs } from "@/lib/platform/jobs";
import type { FailureKind } from "./labels";
import { kindNames, queueNames, refusals } from "./labels";
import { may } from "./policy";

const MOST = 200;
const latest = { orderBy: { id: "desc" }, take: MOST } as const;

export type Failure = { key: string; kind: FailureKind; what: string; error: string; when: string };

const failure = (kind: FailureKind, id: string, what: string, error: string | null, at: Date | null): Failure & { at: Date } => ({ key: `${kind}:${id}`, kind, what, error: error ?? "", when: at ? formatInstant(at) : "", at: at ?? new Date(0) });

/** Jobs of this committee, and those of the machine that belong to none. */
export const deadJobsOf = async (actor: AccountActor) => (await listDeadJobs()).filter(({ data }) => !data.committeeId || data.committeeId === actor.committeeId);

/** Everything that failed for the last time, the latest first, at most 200 of each kind. Refuses others than the system administrator. */
export async function listFailures(actor: AccountActor): Promise<Failure[]> {
  if (!may(actor, "list", { committeeId: actor.committeeId })) throw new Forbidden("job.list", { type: "Job" }, refusals.manage);
  const of = { committeeId: actor.committeeId };
  const [jobs, dispatches, deliveries] = await Promise.all([
    deadJobsOf(actor),
    db().dispatch.findMany({ where: { ...of, failedAt: { not: null } }, select: { id: true, error: true, failedAt: true }, ...latest }),
    db().delivery.findMany({ where: { ...of, state: "FAILED" }, select: { id: true, channel: true, error: true, notBefore: true }, ...latest }),
  ]);
  return [
    ...jobs.slice(0, MOST).map((job) => failure("job", job.id, queueNames[job.queue] ?? job.queue, job.error, job.at)),
    ...dispatches.map((d) => failure("dispatch", d.id, kindNames.dispatch, d.error, d.failedAt)),
    ...deliveries.map((d) => failure("delivery", d.id, d.channel === "SMS" ? "短信" : "邮件", d.error, d.notBefore)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}
