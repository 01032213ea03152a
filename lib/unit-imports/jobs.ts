import { sweepUnitImports } from "./job-service";

const SWEEP_MS = 3_600_000;

/** Clears once an hour what is no longer needed. */
export async function startUnitImportJobs(): Promise<void> {
  await sweepUnitImports();
  setInterval(() => void sweepUnitImports(), SWEEP_MS).unref();
}
