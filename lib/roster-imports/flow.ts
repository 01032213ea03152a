// Rule: an import is previewed first, written only when someone confirms, all or nothing, and can be undone as a batch
// for 24 hours (trust.md promise 16; import rules, "What happens").
import { defineFlow } from "@/lib/platform/flow";
import type { RosterImportState } from "@/prisma/client/enums";

export type ImportEvent = "check" | "pass" | "refuse" | "recheck" | "commit" | "finish" | "fail" | "cancel" | "undo";

export const importFlow = defineFlow<RosterImportState, ImportEvent>("UPLOADED", {
  UPLOADED: { check: "CHECKING", fail: "FAILED", cancel: "CANCELLED" },
  CHECKING: { pass: "CHECKED", refuse: "REFUSED", fail: "FAILED", cancel: "CANCELLED" },
  CHECKED: { recheck: "UPLOADED", commit: "COMMITTING", cancel: "CANCELLED" },
  COMMITTING: { finish: "DONE", fail: "FAILED", cancel: "CANCELLED" },
  DONE: { undo: "UNDONE" },
  FAILED: { recheck: "UPLOADED", cancel: "CANCELLED" },
  REFUSED: {},
  CANCELLED: {},
  UNDONE: {},
});
