// Only the office of the committee imports, and it sees the committee's own batches.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import { may as mayDelegate } from "@/lib/delegates/policy";

export type ImportAct = "upload" | "choose" | "commit" | "cancel" | "undo";

export const may = (actor: Actor, _act: ImportAct, batch: { committeeId: string }): boolean => mayDelegate(actor, "import", batch);

export function visibleTo(actor: Actor): Prisma.RosterImportWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
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
