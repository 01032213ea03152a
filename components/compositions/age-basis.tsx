import type { ReactNode } from "react";
import { formatDateLong } from "@/lib/platform/clock";
import type { RosterFrame } from "@/lib/delegates/queries";
import { reasonNames } from "@/lib/terms/labels";

/** To which day ages are counted, and why to this one. */
export function AgeBasis({ frame: { on, why }, children }: { frame: Pick<RosterFrame, "on" | "why">; children?: ReactNode }) {
  return <p className="num mb-3 text-13 text-ink-3">年龄算到 {formatDateLong(on)}：{reasonNames[why]}。{children}</p>;
}
