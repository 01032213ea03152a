// Power over saved views. Whoever works with a staff list keeps views of it; those of the office are shared within the
// office when their owner says so.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type ViewAct = "save" | "share" | "remove";
type Facts = { committeeId: string; accountId?: string; shared?: boolean };

const isOffice = (actor: Actor): boolean => actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";
const isStaff = (actor: Actor): boolean => isOffice(actor) || actor.role === "UNIT_LIAISON";

export function may(actor: Actor, act: ViewAct, view: Facts): boolean {
  if (actor.committeeId !== view.committeeId) return false;
  if (act === "save") return isStaff(actor);
  if (act === "share") return isOffice(actor);
  return isStaff(actor) && (actor.accountId === view.accountId || (view.shared === true && actor.role === "OFFICE_HEAD"));
}

/** What the actor may know of: the own ones, and in the office those that are shared. */
export function visibleTo(actor: Actor): Prisma.SavedViewWhereInput {
  if (!isStaff(actor) || actor.accountId === null) return { id: { in: [] } };
  return { committeeId: actor.committeeId ?? "", OR: [{ accountId: actor.accountId }, ...(isOffice(actor) ? [{ shared: true }] : [])] };
}
