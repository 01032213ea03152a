// Rule: the qualification ends on the proposal of the electing unit by decision of the committee, filed one level up
// (tenure regulation art. 28; causes arts. 25, 27). A death needs no proposal, but keeps its record (domain 6.1).
import { defineFlow } from "@/lib/platform/flow";
import type { TerminationState } from "@/prisma/client/enums";

export type TerminationEvent = "decideYes" | "decideNo" | "withdraw" | "file";

export const terminationFlow = defineFlow<TerminationState, TerminationEvent>("PROPOSED", {
  PROPOSED: { decideYes: "DECIDED_YES", decideNo: "DECIDED_NO", withdraw: "WITHDRAWN" },
  DECIDED_YES: { file: "FILED" },
  DECIDED_NO: {},
  FILED: {},
  WITHDRAWN: {},
});

/** Cases in which somebody still has something to do. */
export const openStates: TerminationState[] = ["PROPOSED", "DECIDED_YES"];
