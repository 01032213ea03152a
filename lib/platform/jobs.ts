import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "./env";
import { log } from "./log";

const held = globalThis as unknown as { boss?: Promise<PgBoss>; queues?: Set<string> };

/** Where a job ends up that failed for the last time, until somebody tries it again or gives it up. */
const DEAD = "dead";
const KEPT = 90 * 24 * 3600;

/** The queue of this process. The schema is installed by the owner role when the database is migrated, never here. */
const boss = (): Promise<PgBoss> =>
  (held.boss ??= (async () => {
    const started = new PgBoss({ connectionString: env().DATABASE_URL, migrate: false, createSchema: false, max: 4 });
    started.on("error", (error) => log.error({ err: { message: error.message } }, "queue error"));
    await started.start();
    return started;
  })());

/** The queues of this process, those named made where they are new. */
async function withQueue(...names: string[]): Promise<PgBoss> {
  const queues = await boss();
  const known = (held.queues ??= new Set());
  for (const name of [DEAD, ...names].filter((one) => !known.has(one))) {
    const how = name === DEAD ? { retentionSeconds: KEPT } : { deadLetter: DEAD };
    await queues.createQueue(name, how);
    await queues.updateQueue(name, how);
    known.add(name);
  }
  return queues;
}

const retries = { retryLimit: 3, retryDelay: 5, retryBackoff: true };

/** Puts a job in a queue. `key` keeps a second job of the same key from waiting beside the first; one that takes longer than `seconds` is given to somebody else. */
export async function enqueue(queue: string, data: Record<string, string>, key: string, seconds = 120): Promise<void> {
  await (await withQueue(queue)).send(queue, data, { ...retries, singletonKey: key, expireInSeconds: seconds, deadLetter: DEAD });
}

/** Works a queue, one job at a time; creates the queue when it is new. */
export async function work(queue: string, handle: (data: Record<string, string>) => Promise<void>): Promise<void> {
  await (await withQueue(queue)).work<Record<string, string> | null>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job) await handle(job.data ?? {});
  });
}

/** Puts an empty job in a queue by the clock of Shanghai (cron, five fields): one for all workers together. */
export async function every(queue: string, cron: string): Promise<void> {
  await (await withQueue(queue)).schedule(queue, cron, {}, { ...retries, tz: "Asia/Shanghai", expireInSeconds: 600, singletonKey: queue });
}

export type DeadJob = { id: string; queue: string; data: Record<string, string>; error: string; at: Date };

const messageOf = (output: object | null): string => String((output as { message?: unknown } | null)?.message ?? "").split("\n")[0] ?? "";

/** Jobs that failed for the last time, the latest first. */
export async function listDeadJobs(): Promise<DeadJob[]> {
  const jobs = await (await withQueue()).findJobs<Record<string, string> | null>(DEAD, { queued: true });
  return jobs.map((job) => ({ id: job.id, queue: job.sourceName ?? "", data: job.data ?? {}, error: messageOf(job.sourceOutput), at: job.createdOn })).sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Puts failed jobs back where they came from. Returns how many there were. */
export const retryDeadJobs = async (ids: string[]): Promise<number> => (await withQueue()).redrive(DEAD, { ids });

/** Gives failed jobs up. */
export async function dropDeadJobs(ids: string[]): Promise<void> {
  await (await withQueue()).deleteJob(DEAD, ids);
}

/** Lets running jobs finish, at most 10 seconds, then closes the queue. */
export async function stopJobs(): Promise<void> {
  if (held.boss) await (await held.boss).stop({ graceful: true, timeout: 10_000 });
}
