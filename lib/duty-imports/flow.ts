// Rule: a sheet of past duties is previewed first, written only when somebody confirms, all of it or nothing, and can be
// taken back for a day while nobody has touched what it wrote (shared rules of imports).
import { defineFlow } from "@/lib/platform/flow";
import type { DutyImportState } from "@/prisma/client/enums";

export type DutyImportEvent = "commit" | "cancel" | "undo";

export const dutyImportFlow = defineFlow<DutyImportState, DutyImportEvent>("CHECKED", {
  CHECKED: { commit: "DONE", cancel: "CANCELLED" },
  DONE: { undo: "UNDONE" },
  CANCELLED: {},
  UNDONE: {},
});
