import { work } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { makeDigests } from "./digest-service";
import { QUEUE } from "./dispatch-service";
import { spread } from "./relay-service";

const SWEEP_MS = 20_000;
const AT_ONCE = 50;

/** Spreads all that is due. */
async function drain(): Promise<void> {
  while ((await spread(AT_ONCE)) === AT_ONCE);
}

/** What a killed worker left behind, what was put off, and the digests of the day. */
async function sweep(): Promise<void> {
  try {
    await drain();
    await makeDigests();
  } catch (error) {
    log.error({ err: { message: error instanceof Error ? error.message : String(error) } }, "messages not swept");
  }
}

/** Starts the relay: at once after each act, and every twenty seconds for what was left behind. */
export async function startMessageJobs(): Promise<void> {
  await work(QUEUE, drain);
  await sweep();
  setInterval(() => void sweep(), SWEEP_MS).unref();
}
