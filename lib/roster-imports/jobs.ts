import { work } from "@/lib/platform/jobs";
import { runImport, sweepImports } from "./job-service";
import { QUEUE } from "./service";

const SWEEP_MS = 60_000;

/** Starts working imports: one at a time, and at once what a killed worker left behind. */
export async function startRosterImportJobs(): Promise<void> {
  await work(QUEUE, async ({ id }) => {
    if (id) await runImport(id);
  });
  await sweepImports(0);
  setInterval(() => void sweepImports(SWEEP_MS), SWEEP_MS).unref();
}
