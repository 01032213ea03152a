import { type Book, LIMITS, type Limits } from "./book";
import type { Job } from "./child";
import { refusals } from "./refusals";
import { runApart } from "./sandbox";

export const CHILD = "lib/platform/spreadsheet/child.ts";

/**
 * Reads an uploaded .xlsx or .csv in a child process. Refused in one sentence: whatever inspectFile refuses, more than
 * 20,000 rows or 60 columns with a value, longer than 20 s, more memory than 256 MB.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string, limits: Partial<Limits> = {}): Promise<{ book: Book } | { refused: string }> {
  const all = { ...LIMITS, ...limits };
  if (bytes.length > all.bytes) return { refused: refusals.tooLarge(Math.floor(all.bytes / 1024 / 1024)) };
  const job: Job = { kind: "read", bytes, fileName, limits: all };
  const reply = await runApart<{ book: Book } | { refused: string }>(CHILD, job, all);
  if ("ok" in reply) return reply.ok;
  const sentences = { time: refusals.tooSlow(all.seconds), memory: refusals.tooHeavy, crash: refusals.damaged };
  return { refused: sentences[reply.failed] };
}
