// Rule: accounts are opened by a job whose slips of first passwords lie sealed for the one who asked, are taken once,
// and are deleted after 24 hours; until the last statement of the job nothing is opened.
import { defineFlow } from "@/lib/platform/flow";
import type { AccountBatchState } from "@/prisma/client/enums";

export type BatchEvent = "write" | "finish" | "take" | "cancel" | "fail" | "expire";

export const batchFlow = defineFlow<AccountBatchState, BatchEvent>("QUEUED", {
  QUEUED: { write: "WRITING", cancel: "CANCELLED", fail: "FAILED" },
  WRITING: { finish: "DONE", cancel: "CANCELLED", fail: "FAILED" },
  DONE: { take: "TAKEN", expire: "EXPIRED" },
  TAKEN: {},
  CANCELLED: {},
  FAILED: {},
  EXPIRED: {},
});

/** States in which a job has something to do. */
export const atWork: AccountBatchState[] = ["QUEUED", "WRITING"];
