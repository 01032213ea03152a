// Rule: a delegate knows the own post best, the liaison of the electing unit knows whether it is so, and the office keeps
// the roster (self-reported, approved by level, updated: domain 3.1). Nothing is written before the office approves.
import { defineFlow } from "@/lib/platform/flow";
import type { CorrectionState } from "@/prisma/client/enums";

export type CorrectionEvent = "confirm" | "approve" | "sendBack" | "resubmit" | "withdraw";

export const correctionFlow = defineFlow<CorrectionState, CorrectionEvent>("SUBMITTED", {
  SUBMITTED: { confirm: "CONFIRMED", approve: "APPROVED", sendBack: "RETURNED", withdraw: "WITHDRAWN" },
  CONFIRMED: { approve: "APPROVED", sendBack: "RETURNED", withdraw: "WITHDRAWN" },
  RETURNED: { resubmit: "SUBMITTED", withdraw: "WITHDRAWN" },
  APPROVED: {},
  WITHDRAWN: {},
});

/** Requests in which somebody still has something to do. */
export const openStates: CorrectionState[] = ["SUBMITTED", "CONFIRMED", "RETURNED"];
