import { randomUUID } from "node:crypto";
import { enqueue, work } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { sendWaiting, sweepLeases } from "./delivery-service";

const QUEUE = "deliveries";
const SWEEP_MS = 10_000;
/** At once, so that a worker that is told to stop is soon done. */
const MOST = 64;
/** Each worker asks for itself: the job a killed one left behind holds up nobody. */
const KEY = randomUUID();

const ask = () => enqueue(QUEUE, {}, KEY);

async function sweep(): Promise<void> {
  if ((await sweepLeases()) > 0) await ask();
}

/** Sends text messages and mails, and every ten seconds looks for what is due or was left behind by a killed worker. */
export async function startDeliveryJobs(): Promise<void> {
  await work(QUEUE, async () => {
    if ((await sendWaiting(MOST)) === MOST) await ask();
  });
  await sweep();
  setInterval(() => void sweep().catch((error: unknown) => log.error({ err: { message: String(error) } }, "deliveries not swept")), SWEEP_MS).unref();
}
