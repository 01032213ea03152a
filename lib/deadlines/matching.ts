import type { Prisma } from "@/prisma/client/client";
import type { DeadlineFieldRefs } from "@/prisma/client/models/Deadline";
import type { DeadlineState } from "@/prisma/client/enums";
import type { Light } from "./labels";

export const openStates: DeadlineState[] = ["RUNNING", "PAUSED", "OVERDUE"];

/** The column dueOn itself. */
export type DueColumn = DeadlineFieldRefs["dueOn"];

/** The light of a clock as scheduler and acts have set it; nothing is counted anew when it is read. */
export function lightOf({ state, rung, dueOn, closedOn }: { state: DeadlineState; rung: number; dueOn: Date; closedOn: Date | null }): Light {
  if (state === "RUNNING") return rung > 0 ? "near" : "running";
  if (state === "MET") return closedOn && closedOn > dueOn ? "late" : "met";
  return state === "OVERDUE" ? "overdue" : state === "PAUSED" ? "paused" : "cancelled";
}

/** The clocks of one light, as a where; `fields` lets a day be compared with the day in another column. */
export function ofLight(light: Light, dueOn: DueColumn): Prisma.DeadlineWhereInput {
  switch (light) {
    case "running":
      return { state: "RUNNING", rung: 0, closedOn: null };
    case "near":
      return { state: "RUNNING", rung: { gt: 0 }, closedOn: null };
    case "overdue":
      return { state: "OVERDUE", closedOn: null };
    case "paused":
      return { state: "PAUSED", closedOn: null };
    case "met":
      return { state: "MET", closedOn: { lte: dueOn } };
    case "late":
      return { state: "MET", closedOn: { gt: dueOn } };
    case "cancelled":
      return { state: "CANCELLED", closedOn: { not: null } };
  }
}
