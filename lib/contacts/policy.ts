// Power over contacts. The delegate, the liaison of the delegate's unit and the office keep the list. Its names are those
// of private persons: leaders read how many were met, never who.
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type ContactAct = "add" | "edit";
export type ContactFacts = { committeeId: string; unitId: string; personId: string };

export function may(actor: Actor, _act: ContactAct, of: ContactFacts): boolean {
  if (actor.committeeId !== of.committeeId) return false;
  if (actor.role === "DELEGATE") return actor.personId === of.personId;
  if (actor.role === "UNIT_LIAISON") return actor.unitIds.includes(of.unitId);
  return actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";
}

/** Whose contacts the actor may know of. */
export function visibleTo(actor: Actor): Prisma.ContactWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, delegate: delegatesVisibleTo(actor) };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, delegate: { personId: actor.personId } } : { id: { in: [] } };
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
