// Rule: forms of many people are made by a job, kept for 24 hours for the one who asked, and then deleted.
import { defineFlow } from "@/lib/platform/flow";
import type { RegistrationFormState } from "@/prisma/client/enums";

export type BatchEvent = "write" | "finish" | "cancel" | "fail" | "expire";

export const batchFlow = defineFlow<RegistrationFormState, BatchEvent>("QUEUED", {
  QUEUED: { write: "WRITING", cancel: "CANCELLED", fail: "FAILED" },
  WRITING: { finish: "DONE", cancel: "CANCELLED", fail: "FAILED" },
  DONE: { expire: "EXPIRED", cancel: "CANCELLED" },
  CANCELLED: {},
  FAILED: {},
  EXPIRED: {},
});

/** States in which a job has something to do. */
export const atWork: RegistrationFormState[] = ["QUEUED", "WRITING"];
