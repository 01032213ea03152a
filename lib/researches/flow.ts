// Rule: a report is handed in once the fieldwork was held, and decided by the office alone: returned, adopted by somebody
// under a paper's number, or filed with a reason (domain 6.5). What was adopted or filed stays as it is.
import { defineFlow } from "@/lib/platform/flow";
import type { ActivityState, ReportState } from "@/prisma/client/enums";

export type ReportEvent = "submit" | "sendBack" | "adopt" | "file";

export const reportFlow = defineFlow<ReportState, ReportEvent>("DRAFT", {
  DRAFT: { submit: "SUBMITTED" },
  SUBMITTED: { sendBack: "RETURNED", adopt: "ADOPTED", file: "FILED" },
  RETURNED: { submit: "SUBMITTED" },
  ADOPTED: {},
  FILED: {},
});

/** States in which report and findings are still their writers'. */
export const writing: ReportState[] = ["DRAFT", "RETURNED"];

/** Reports a leader reads and may write a remark on. */
export const remarkable: ReportState[] = ["SUBMITTED", "ADOPTED"];

/** States of the activity in which the route may still be arranged, and in which a report may be handed in. */
export const ahead: ActivityState[] = ["DRAFT", "PUBLISHED"];
export const held: ActivityState[] = ["HELD", "ARCHIVED"];
