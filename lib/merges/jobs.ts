import { sweepMerges } from "./job-service";

const SWEEP_MS = 3_600_000;

/** Forgets once an hour what can no longer be undone. */
export async function startMergeJobs(): Promise<void> {
  await sweepMerges();
  setInterval(() => void sweepMerges(), SWEEP_MS).unref();
}
