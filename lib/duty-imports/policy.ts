// Power over imports of past duties: the office of the committee, which keeps the ledger, and it sees the committee's own.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type DutyImportAct = "upload" | "commit" | "cancel" | "undo";

const isOffice = (actor: Actor) => actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";

export const may = (actor: Actor, _act: DutyImportAct, of: { committeeId: string }): boolean => isOffice(actor) && actor.committeeId === of.committeeId;

/** Which imports the actor may know of. */
export const visibleTo = (actor: Actor): Prisma.DutyImportWhereInput => (isOffice(actor) && actor.committeeId ? { committeeId: actor.committeeId } : { id: { in: [] } });
