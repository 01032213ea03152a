import { enqueue, every, work } from "@/lib/platform/jobs";
import { runPasses, type Before } from "./job-service";

const QUEUE = "deadlines";

/** Starts the scheduler of clocks: every five minutes, and at once for what came due while no worker ran. */
export async function startDeadlineJobs(before: readonly Before[]): Promise<void> {
  await work(QUEUE, () => runPasses(before));
  await every(QUEUE, "*/5 * * * *");
  await enqueue(QUEUE, {}, QUEUE, 600);
}
