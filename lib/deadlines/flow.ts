// Rule: a clock runs from the day it starts to 23:59:59 of its last; only the scheduler and acts move it, never a reader
// (domain 6, general rules). What was paused or extended is told in rows of its own.
import { defineFlow } from "@/lib/platform/flow";
import type { DeadlineState } from "@/prisma/client/enums";

export type DeadlineEvent = "lapse" | "urge" | "extend" | "pause" | "resume" | "meet" | "cancel";

export const deadlineFlow = defineFlow<DeadlineState, DeadlineEvent>("RUNNING", {
  RUNNING: { urge: "RUNNING", extend: "RUNNING", pause: "PAUSED", lapse: "OVERDUE", meet: "MET", cancel: "CANCELLED" },
  PAUSED: { resume: "RUNNING", meet: "MET", cancel: "CANCELLED" },
  OVERDUE: { urge: "OVERDUE", extend: "RUNNING", meet: "MET", cancel: "CANCELLED" },
  MET: {},
  CANCELLED: {},
});
