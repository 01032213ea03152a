import { log } from "@/lib/platform/log";
import { gatherTallies } from "./job-service";

const GATHER_MS = 3_600_000;

const gather = () => gatherTallies().catch((error: unknown) => log.error({ err: String(error) }, "tallies not gathered"));

/** Once an hour the notes on the ledger's size are added up, so that they stay few. */
export async function startDutyJobs(): Promise<void> {
  await gather();
  setInterval(() => void gather(), GATHER_MS).unref();
}
