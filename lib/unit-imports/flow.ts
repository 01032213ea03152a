// Rule: a list of units is previewed first, written only when someone confirms, all of it or nothing.
import { defineFlow } from "@/lib/platform/flow";
import type { UnitImportState } from "@/prisma/client/enums";

export type UnitImportEvent = "commit" | "cancel";

export const unitImportFlow = defineFlow<UnitImportState, UnitImportEvent>("CHECKED", {
  CHECKED: { commit: "DONE", cancel: "CANCELLED" },
  DONE: {},
  CANCELLED: {},
});
