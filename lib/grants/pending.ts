import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** Accounts opened for a role they wait for. */
export function pendingGrants(actor: AccountActor): Pending[] {
  if (actor.role !== "SECURITY_ADMIN") return [];
  const rows = Prisma.sql`
    SELECT a.id, a."displayName" AS title, coalesce(a."wantedUnit", '') AS note, a."createdAt" AS since FROM "Account" a
    WHERE a."committeeId" = ${actor.committeeId}::uuid AND a."wantedRole" IS NOT NULL AND a."disabledAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Grant" g WHERE g."accountId" = a.id)`;
  return [{ kind: "grant.give", name: "为新账号授予角色", page: () => "/system/grants/waiting", rows }];
}
