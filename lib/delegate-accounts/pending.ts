import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** Slips that are made wait for who asked for them, and for nobody else. */
export function pendingSlips(actor: AccountActor): Pending[] {
  if (actor.role !== "OFFICE" && actor.role !== "OFFICE_HEAD") return [];
  const rows = Prisma.sql`SELECT b.id, b.total || ' 张口令条' AS title, '代表账号' AS note, b."stateAt" AS since FROM "AccountBatch" b WHERE b."committeeId" = ${actor.committeeId}::uuid AND b."accountId" = ${actor.accountId}::uuid AND b.state = 'DONE'`;
  return [{ kind: "delegateAccount.take", name: "领取口令条", page: (id) => `/manage/delegates/accounts/${id}`, rows }];
}
