import "server-only";
import { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";

/**
 * The events the actor may read, on the table alias e. Whoever signs in has no committee yet: such an event belongs to
 * the committee of its account, and to every committee when no account goes by that name.
 */
export function visibleSql(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case "AUDIT_ADMIN":
      return Prisma.sql`(e."committeeId" = ${actor.committeeId}::uuid OR (e."committeeId" IS NULL AND (e."targetId" IS NULL
        OR e."targetId" IN (SELECT a.id::text FROM "Account" a WHERE a."committeeId" = ${actor.committeeId}::uuid))))`;
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
    case "DELEGATE":
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM":
    case "PUBLIC":
      return Prisma.sql`false`;
  }
}
