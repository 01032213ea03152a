import { sweepAttendanceImports } from "./job-service";

const SWEEP_MS = 3_600_000;

/** Clears once an hour what is no longer needed. */
export async function startAttendanceImportJobs(): Promise<void> {
  await sweepAttendanceImports();
  setInterval(() => void sweepAttendanceImports(), SWEEP_MS).unref();
}
