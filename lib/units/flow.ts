// Rule: a unit is never lost while records refer to it. It is renamed, moved and adjusted while in use, closed on a date
// with its basis, and taken up again the same way; it is merged into another or gives a part of itself away, and both
// sides keep that. Every step is a dated entry of the history.
import { defineFlow } from "@/lib/platform/flow";
import type { UnitEvent } from "@/prisma/client/enums";

export type UnitState = "ACTIVE" | "INACTIVE";
export type UnitChangeEvent = Exclude<UnitEvent, "ESTABLISH">;
/** What befalls a unit through an act on another. */
export type OtherSide = "ABSORB" | "RECEIVE";
/** Changes of one unit alone, each with one form. */
export type FormEvent = Exclude<UnitChangeEvent, OtherSide | "MERGE" | "SPLIT">;

export const unitFlow = defineFlow<UnitState, UnitChangeEvent>("ACTIVE", {
  ACTIVE: { RENAME: "ACTIVE", MOVE: "ACTIVE", ADJUST: "ACTIVE", MERGE: "INACTIVE", ABSORB: "ACTIVE", SPLIT: "ACTIVE", RECEIVE: "ACTIVE", DEACTIVATE: "INACTIVE" },
  INACTIVE: { REACTIVATE: "ACTIVE" },
});

export const stateOf = (unit: { activeTo: unknown }): UnitState => (unit.activeTo === null ? "ACTIVE" : "INACTIVE");
