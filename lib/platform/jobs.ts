import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "./env";
import { log } from "./log";

const held = globalThis as unknown as { boss?: Promise<PgBoss> };

/** The queue of this process. The schema is installed by the owner role when the database is migrated, never here. */
const boss = (): Promise<PgBoss> =>
  (held.boss ??= (async () => {
    const started = new PgBoss({ connectionString: env().DATABASE_URL, migrate: false, createSchema: false, max: 4 });
    started.on("error", (error) => log.error({ err: { message: error.message } }, "queue error"));
    await started.start();
    return started;
  })());

/** Puts a job in a queue. `key` keeps a second job of the same key from waiting beside the first; one that takes longer than `seconds` is given to somebody else. */
export async function enqueue(queue: string, data: Record<string, string>, key: string, seconds = 120): Promise<void> {
  const queues = await boss();
  await queues.createQueue(queue);
  await queues.send(queue, data, { singletonKey: key, retryLimit: 3, retryDelay: 5, expireInSeconds: seconds });
}

/** Works a queue, one job at a time; creates the queue when it is new. */
export async function work(queue: string, handle: (data: Record<string, string>) => Promise<void>): Promise<void> {
  const queues = await boss();
  await queues.createQueue(queue);
  await queues.work<Record<string, string>>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job) await handle(job.data);
  });
}

/** Lets running jobs finish, at most 10 seconds, then closes the queue. */
export async function stopJobs(): Promise<void> {
  if (held.boss) await (await held.boss).stop({ graceful: true, timeout: 10_000 });
}
