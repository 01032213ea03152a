import type { RosterImportMode, RosterImportState } from "@/prisma/client/enums";
import type { Counts } from "./checked";

/** The five steps of an import; whoever has no file yet begins with the template. */
export const stepNames = ["准备文件", "上传", "核对", "选择", "写入"] as const;

export type Step = { current: number; stopped?: true };

const DONE = stepNames.length + 1;

/** How far a batch came: `current` counts from 1 and is past the last when all is written; `stopped` is where it ended without that. */
export function stepOf({ state, counts, mode }: { state: RosterImportState; counts: Counts | null; mode: RosterImportMode | null }): Step {
  switch (state) {
    case "UPLOADED":
    case "CHECKING":
      return { current: 3 };
    case "CHECKED":
      return { current: counts && counts.error + counts.pending > 0 ? 3 : 4 };
    case "COMMITTING":
      return { current: 5 };
    case "DONE":
    case "UNDONE":
      return { current: DONE };
    case "REFUSED":
      return { current: 3, stopped: true };
    case "FAILED":
    case "CANCELLED":
      return { current: mode ? 5 : counts ? 4 : 3, stopped: true };
  }
}
