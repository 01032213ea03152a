// Rule: the delegate's qualification, domain 6.1. A qualification is reviewed after election (tenure regulation art. 3);
// leaving the area stops the duty (art. 26); termination is proposed by the electing unit and decided by the committee
// (arts. 25, 27, 28); a case under investigation suspends the duty until its cause is gone (local rules).
import { defineFlow } from "@/lib/platform/flow";
import type { DelegateEvent, DelegateStatus } from "@/prisma/client/enums";

export const delegateFlow = defineFlow<DelegateStatus, Exclude<DelegateEvent, "ELECT">>("PENDING_REVIEW", {
  PENDING_REVIEW: { QUALIFY: "ACTIVE", DISQUALIFY: "INVALID" },
  ACTIVE: { SUSPEND: "SUSPENDED", TRANSFER_OUT: "CEASED", TERMINATE: "TERMINATED", TERM_END: "TERM_ENDED" },
  SUSPENDED: { RESTORE: "ACTIVE", TRANSFER_OUT: "CEASED", TERMINATE: "TERMINATED", TERM_END: "TERM_ENDED" },
  CEASED: {},
  TERMINATED: {},
  INVALID: {},
  TERM_ENDED: {},
});

/** Statuses that stand on the register: elected and not left. */
export const onRegister: DelegateStatus[] = ["PENDING_REVIEW", "ACTIVE", "SUSPENDED"];
