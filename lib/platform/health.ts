import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { pool } from "./db";

const PATIENCE_MS = 2000;

/** Whether the database answers within two seconds; never why not. */
export async function databaseAnswers(): Promise<boolean> {
  const stop = new AbortController();
  const late = pause(PATIENCE_MS, false, { signal: stop.signal }).catch(() => false);
  const asked = pool().$queryRaw`SELECT 1`.then(() => true, () => false);
  const answered = await Promise.race([asked, late]);
  stop.abort();
  return answered;
}
