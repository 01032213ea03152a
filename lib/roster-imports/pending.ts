import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** A checked roster waits for whoever uploaded it to choose what is done with it. */
export function pendingRosterImports(actor: AccountActor): Pending[] {
  if (actor.role !== "OFFICE" && actor.role !== "OFFICE_HEAD") return [];
  const rows = Prisma.sql`SELECT i.id, i."fileName" AS title, '花名册' AS note, i."stateAt" AS since FROM "RosterImport" i WHERE i."committeeId" = ${actor.committeeId}::uuid AND i."accountId" = ${actor.accountId}::uuid AND i.state = 'CHECKED'`;
  return [{ kind: "rosterImport.commit", name: "核对导入内容", page: (id) => `/manage/delegates/import/${id}`, rows }];
}
