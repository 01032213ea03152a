// A form shows what a record shows, so whoever may take a list away may make forms of it, the liaison of the own unit
// only; full numbers ask for the same right as an export. What was made is for the one who asked, under the same grant.
import type { Actor } from "@/lib/platform/actor";
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Prisma } from "@/prisma/client/client";

export type FormAct = "make" | "makeFull" | "download" | "cancel";

export function may(actor: Actor, act: FormAct, of: { committeeId: string; fullNumbers?: boolean }): boolean {
  if (!mayDelegate(actor, "export", of)) return false;
  return (act !== "makeFull" && !(act === "download" && of.fullNumbers)) || mayDelegate(actor, "exportNumbers", of);
}

export function visibleTo(actor: Actor): Prisma.RegistrationFormBatchWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, accountId: actor.accountId, grantId: actor.grantId };
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
