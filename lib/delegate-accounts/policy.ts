// The office opens the accounts of delegates and renews their first passwords, in one act with the one right that
// follows from the mandate; every other account and role stays with the administrators (trust 5). A liaison reads how
// far those of the own unit have come. Slips are for the one who asked, under the same grant.
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type DelegateAccountAct = "list" | "request" | "take" | "cancel" | "open" | "reset" | "read";
type Asked = { committeeId: string; unitId?: string };

export function may(actor: Actor, act: DelegateAccountAct, of: Asked): boolean {
  const office = (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === of.committeeId;
  if (act !== "read") return office;
  return office || (actor.role === "UNIT_LIAISON" && mayDelegate(actor, "revealMobile", of));
}

export function visibleTo(actor: Actor): Prisma.AccountBatchWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
      return { committeeId: actor.committeeId, accountId: actor.accountId, grantId: actor.grantId };
    case "UNIT_LIAISON":
    case "SYSTEM":
    case "DELEGATE":
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
