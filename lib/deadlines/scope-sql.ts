import type { Actor } from "@/lib/platform/actor";
import { Prisma } from "@/prisma/client/client";
import { rungs } from "./ladder";

/** visibleTo as SQL on the table alias d, for statements written by hand; a test holds both forms together. */
export function visibleSql(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid`;
    case "SUPERVISOR":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d.rung >= ${rungs.length}`;
    case "HANDLING_UNIT":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d."ownerRole" = 'HANDLING_UNIT' AND d."ownerUnitId" = ANY(${[...actor.unitIds]}::uuid[])`;
    case "UNIT_LIAISON":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d."unitId" = ANY(${[...actor.unitIds]}::uuid[])`;
    case "DELEGATE":
    case "LEADER":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return Prisma.sql`false`;
  }
}
