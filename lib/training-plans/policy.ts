// The yearly plan of trainings is the office's; liaisons read it, for their delegates are to come.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type PlanAct = "add" | "edit" | "remove" | "arrange";

export const may = (actor: Actor, _act: PlanAct, of: { committeeId: string }): boolean => actor.committeeId === of.committeeId && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");

export function visibleTo(actor: Actor): Prisma.TrainingPlanLineWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId };
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
