// Rule: what a delegate writes is submitted and reviewed, never approved by itself; a refusal says why and comes back to
// be mended (domain 6.6). What an activity writes stands from the start and goes only with its source.
import { defineFlow } from "@/lib/platform/flow";
import type { DutyState } from "@/prisma/client/enums";

export type DutyEvent = "submit" | "withdraw" | "approve" | "reject" | "revise" | "revoke";

export const dutyFlow = defineFlow<DutyState, DutyEvent>("DRAFT", {
  DRAFT: { submit: "SUBMITTED" },
  SUBMITTED: { withdraw: "DRAFT", approve: "APPROVED", reject: "REJECTED" },
  APPROVED: { revoke: "REVOKED" },
  REJECTED: { revise: "DRAFT" },
  REVOKED: {},
});

/** States in which a record counts for the delegate. */
export const counting: DutyState[] = ["APPROVED"];
