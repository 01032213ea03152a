import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** A sheet of duties that was read waits for whoever uploaded it. */
export function pendingDutyImports(actor: AccountActor): Pending[] {
  if (actor.role !== "OFFICE" && actor.role !== "OFFICE_HEAD") return [];
  const rows = Prisma.sql`SELECT i.id, i."fileName" AS title, '履职记录' AS note, i."createdAt" AS since FROM "DutyImport" i WHERE i."committeeId" = ${actor.committeeId}::uuid AND i."accountId" = ${actor.accountId}::uuid AND i.state = 'CHECKED'`;
  return [{ kind: "dutyImport.commit", name: "确认履职记录导入", page: (id) => `/manage/duties/import/${id}`, rows }];
}
