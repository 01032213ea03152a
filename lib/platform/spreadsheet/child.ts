import type { Limits } from "./book";
import type { Mark } from "./mark";
import { parseFile } from "./parse";

export type Job =
  | { kind: "read"; bytes: Uint8Array; fileName: string; limits: Limits }
  | { kind: "mark"; bytes: Uint8Array; fileName: string; limits: Limits; marks: Mark[]; plain: boolean };

async function work(job: Job): Promise<unknown> {
  if (job.kind === "read") return parseFile(job.bytes, job.fileName, job.limits);
  const { drawMarks } = await import("./draw");
  return drawMarks(job.bytes, job.fileName, job.limits, job.marks, job.plain);
}

process.once("message", (job: Job) => {
  void work(job).then((result) => process.send?.(result));
});
