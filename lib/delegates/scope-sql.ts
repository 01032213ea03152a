import "server-only";
import { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";

/** visibleTo as SQL on the table alias d, for statements written by hand; a test holds both forms together. */
export function visibleSql(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "LEADER":
    case "SYSTEM":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid`;
    case "UNIT_LIAISON":
      return Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d."unitId" = ANY(${[...actor.unitIds]}::uuid[])`;
    case "DELEGATE":
      return actor.personId ? Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d."personId" = ${actor.personId}::uuid` : Prisma.sql`false`;
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return Prisma.sql`false`;
  }
}
