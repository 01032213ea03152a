// Rule: a unit is never lost while records refer to it. It is renamed, moved and adjusted while in use, closed on a date
// with its basis, and taken up again the same way; every step is kept as a dated entry of its history.
import { defineFlow } from "@/lib/platform/flow";
import type { UnitEvent } from "@/prisma/client/enums";

export type UnitState = "ACTIVE" | "INACTIVE";
export type UnitChangeEvent = Exclude<UnitEvent, "ESTABLISH">;

export const unitFlow = defineFlow<UnitState, UnitChangeEvent>("ACTIVE", {
  ACTIVE: { RENAME: "ACTIVE", MOVE: "ACTIVE", ADJUST: "ACTIVE", DEACTIVATE: "INACTIVE" },
  INACTIVE: { REACTIVATE: "ACTIVE" },
});

export const stateOf = (unit: { activeTo: unknown }): UnitState => (unit.activeTo === null ? "ACTIVE" : "INACTIVE");
