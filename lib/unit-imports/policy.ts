// Power over imports of units: whoever keeps the tree, the office of the committee, and it sees the committee's own.
import type { Actor } from "@/lib/platform/actor";
import { may as mayUnit } from "@/lib/units/policy";
import type { Prisma } from "@/prisma/client/client";

export type UnitImportAct = "upload" | "commit" | "cancel";

const isOffice = (actor: Actor) => actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";

export const may = (actor: Actor, _act: UnitImportAct, of: { committeeId: string }): boolean => isOffice(actor) && mayUnit(actor, "establish", of);

/** Which imports the actor may know of. */
export const visibleTo = (actor: Actor): Prisma.UnitImportWhereInput => (isOffice(actor) && actor.committeeId ? { committeeId: actor.committeeId } : { id: { in: [] } });
