import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** A tree of units that was read waits for whoever uploaded it. */
export function pendingUnitImports(actor: AccountActor): Pending[] {
  if (actor.role !== "OFFICE" && actor.role !== "OFFICE_HEAD") return [];
  const rows = Prisma.sql`SELECT i.id, i."fileName" AS title, '党组织' AS note, i."createdAt" AS since FROM "UnitImport" i WHERE i."committeeId" = ${actor.committeeId}::uuid AND i."accountId" = ${actor.accountId}::uuid AND i.state = 'CHECKED'`;
  return [{ kind: "unitImport.commit", name: "确认党组织导入", page: (id) => `/manage/units/import/${id}`, rows }];
}
