// Rule: who is away names a deputy for a time. A right comes from the security administrator alone (three administrators:
// SECURITY.md, promise 5), so the deputy waits for him, except where the deputy has this very right already. It ends with
// its last day, or earlier by either side or by him.
import { defineFlow } from "@/lib/platform/flow";
import type { SubstitutionState } from "@/prisma/client/enums";

export type SubstitutionEvent = "agree" | "refuse" | "end";

export const substitutionFlow = defineFlow<SubstitutionState, SubstitutionEvent>("WAITING", {
  WAITING: { agree: "IN_FORCE", refuse: "REFUSED", end: "WITHDRAWN" },
  IN_FORCE: { end: "ENDED" },
  REFUSED: {},
  WITHDRAWN: {},
  ENDED: {},
});
