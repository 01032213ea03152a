import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** What failed for the last time waits for the system administrator: letters, deliveries, and jobs in the queue of the dead. */
export function pendingJobs(actor: AccountActor): Pending[] {
  if (actor.role !== "SYSTEM_ADMIN") return [];
  const rows = Prisma.sql`
    SELECT s.id, '消息分发' AS title, '' AS note, s."failedAt" AS since FROM "Dispatch" s WHERE s."committeeId" = ${actor.committeeId}::uuid AND s."failedAt" IS NOT NULL
    UNION ALL SELECT v.id, '短信、邮件', '', v."notBefore" FROM "Delivery" v WHERE v."committeeId" = ${actor.committeeId}::uuid AND v.state = 'FAILED'
    UNION ALL SELECT j.id, '后台任务', '', j.created_on FROM pgboss.job j WHERE j.name = 'dead' AND j.state < 'active' AND coalesce(j.data->>'committeeId', ${actor.committeeId}) = ${actor.committeeId}`;
  return [{ kind: "job.retry", name: "处理未办成的后台任务", page: () => "/system/jobs", rows }];
}
