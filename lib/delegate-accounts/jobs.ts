import { work } from "@/lib/platform/jobs";
import { runBatch, sweepBatches } from "./job-service";
import { QUEUE } from "./service";

const SWEEP_MS = 60_000;

/** Starts opening accounts: one batch at a time, and at once what a killed worker left behind. */
export async function startDelegateAccountJobs(): Promise<void> {
  await work(QUEUE, async ({ id }) => {
    if (id) await runBatch(id);
  });
  await sweepBatches(0);
  setInterval(() => void sweepBatches(SWEEP_MS), SWEEP_MS).unref();
}
