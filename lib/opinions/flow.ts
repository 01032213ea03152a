// Rule: what a delegate says after a meeting goes to the office, by it to whoever can answer, back through it to the
// delegate, who takes note or asks once more (domain 2.4, 6.12). The office may answer on the spot, or file it with a reason.
import { defineFlow } from "@/lib/platform/flow";
import type { OpinionState } from "@/prisma/client/enums";

export type OpinionEvent = "withdraw" | "hand" | "settle" | "file" | "answer" | "giveBack" | "release" | "sendBack" | "acknowledge" | "askAgain";

export const opinionFlow = defineFlow<OpinionState, OpinionEvent>("SUBMITTED", {
  SUBMITTED: { hand: "HANDED", settle: "RELEASED", file: "FILED", withdraw: "WITHDRAWN" },
  HANDED: { answer: "ANSWERED", giveBack: "SUBMITTED" },
  ANSWERED: { release: "RELEASED", sendBack: "HANDED" },
  RELEASED: { acknowledge: "CLOSED", askAgain: "HANDED" },
  CLOSED: {},
  FILED: {},
  WITHDRAWN: {},
});

/** States in which whoever it was handed to knows of it. */
export const handedStates: OpinionState[] = ["HANDED", "ANSWERED", "RELEASED", "CLOSED"];

/** States in which the delegate reads the answer. */
export const releasedStates: OpinionState[] = ["RELEASED", "CLOSED"];
