import { sweepDutyImports } from "./job-service";

const SWEEP_MS = 3_600_000;

/** Clears once an hour what is no longer needed. */
export async function startDutyImportJobs(): Promise<void> {
  await sweepDutyImports();
  setInterval(() => void sweepDutyImports(), SWEEP_MS).unref();
}
