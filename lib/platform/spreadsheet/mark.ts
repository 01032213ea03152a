import { LIMITS } from "./book";
import type { Job } from "./child";
import { CHILD } from "./read";
import { refusals } from "./refusals";
import { runApart } from "./sandbox";

/** A cell to point at; column 0 = A. */
export type Mark = { sheet: string; row: number; column: number; tone: "red" | "amber"; text: string };

/** One mark per cell, in the worst tone, with all there is to say about it. */
export function oneEach(all: readonly Mark[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const mark of all) {
    const key = `${mark.sheet}!${mark.row}:${mark.column}`;
    const before = marks.get(key);
    marks.set(key, before ? { ...before, tone: before.tone === "red" ? "red" : mark.tone, text: `${before.text}\n${mark.text}` } : mark);
  }
  return [...marks.values()];
}

/**
 * Gives the uploaded workbook back with cells tinted and commented, in a child process. A .csv, or a workbook whose
 * layout does not survive rewriting within the limits, comes back as a plain .xlsx with the same cells as text.
 */
export async function markWorkbook(bytes: Uint8Array, fileName: string, marks: Mark[]): Promise<{ bytes: Uint8Array } | { refused: string }> {
  const limits = { ...LIMITS, heapMegabytes: 512 };
  for (const plain of [false, true]) {
    const job: Job = { kind: "mark", bytes, fileName, limits, marks, plain };
    const reply = await runApart<{ bytes: Uint8Array } | { refused: string }>(CHILD, job, limits);
    if ("ok" in reply) return reply.ok;
  }
  return { refused: refusals.tooHeavy };
}
