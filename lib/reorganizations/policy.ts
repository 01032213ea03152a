// Power over merges and splits of units: whoever keeps the tree, the office of the committee.
import type { Actor } from "@/lib/platform/actor";
import { may as mayUnit } from "@/lib/units/policy";

export type ReorganizationAct = "MERGE" | "SPLIT";

export const may = (actor: Actor, act: ReorganizationAct, unit: { committeeId: string }): boolean => mayUnit(actor, act, unit);
