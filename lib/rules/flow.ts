// Rule: what a committee sets for itself holds from its day until a later setting takes its place. Where one person must
// not decide alone (trust 2.3.5), it waits for another's confirmation and holds only then. A setting is taken back only
// before its day or on it; what has already been counted by is replaced, never unsaid.
import { defineFlow } from "@/lib/platform/flow";
import type { RuleSettingState } from "@/prisma/client/enums";

export type SettingEvent = "confirm" | "refuse" | "withdraw" | "end";

export const settingFlow = defineFlow<RuleSettingState, SettingEvent>("PROPOSED", {
  PROPOSED: { confirm: "IN_FORCE", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  IN_FORCE: { end: "ENDED" },
  REFUSED: {},
  WITHDRAWN: {},
  ENDED: {},
});
