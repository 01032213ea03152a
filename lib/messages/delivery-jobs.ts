import { enqueue, work } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { sendWaiting, sweepLeases } from "./delivery-service";

const QUEUE = "deliveries";
const SWEEP_MS = 10_000;
/** At once, so that a worker that is told to stop is soon done. */
const MOST = 64;

async function sweep(): Promise<void> {
  if ((await sweepLeases()) > 0) await enqueue(QUEUE, {}, QUEUE);
}

/** Sends text messages and mails, and every ten seconds looks for what is due or was left behind by a killed worker. */
export async function startDeliveryJobs(): Promise<void> {
  await work(QUEUE, async () => {
    if ((await sendWaiting(MOST)) === MOST) await enqueue(QUEUE, {}, QUEUE);
  });
  await sweep();
  setInterval(() => void sweep().catch((error: unknown) => log.error({ err: { message: String(error) } }, "deliveries not swept")), SWEEP_MS).unref();
}
