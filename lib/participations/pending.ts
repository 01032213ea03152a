import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const sql = Prisma.sql;

/** Calls a delegate has not answered, of what is still to come. */
const calls = (actor: AccountActor): Prisma.Sql => sql`
  SELECT a.id, a.title, CASE WHEN a."replyBy" IS NULL THEN '' ELSE to_char(a."replyBy" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' 前答复' END AS note, p."updatedAt" AS since
  FROM "Participation" p JOIN "Activity" a ON a.id = p."activityId" JOIN "Delegate" d ON d.id = p."delegateId"
  WHERE p."committeeId" = ${actor.committeeId}::uuid AND d."personId" = ${actor.personId}::uuid AND p.state IN ('INVITED', 'NO_RESPONSE') AND a.state = 'PUBLISHED' AND a."startsAt" > now()`;

/** Activities with leave to decide, those of the own units for a liaison. */
const leaves = (actor: AccountActor, within: Prisma.Sql): Prisma.Sql => sql`
  SELECT a.id, a.title, count(*) || ' 人请假待批' AS note, min(p."updatedAt") AS since FROM "Participation" p JOIN "Activity" a ON a.id = p."activityId"
  WHERE p."committeeId" = ${actor.committeeId}::uuid AND p.state = 'LEAVE_REQUESTED' AND a.state IN ('PUBLISHED', 'HELD') AND ${within} GROUP BY a.id, a.title`;

/** A delegate answers calls, who organises decides leave. A test holds this and the lists together. */
export function pendingParticipations(actor: AccountActor): Pending[] {
  const decide = (within: Prisma.Sql): Pending[] => [{ kind: "participation.decideLeave", name: "审批活动请假", page: (id) => `/manage/activities/${id}/participants?state=LEAVE_REQUESTED`, rows: leaves(actor, within) }];
  switch (actor.role) {
    case "DELEGATE":
      return actor.personId ? [{ kind: "participation.reply", name: "答复能否参加", page: (id) => `/my/activities/${id}`, rows: calls(actor) }] : [];
    case "OFFICE":
      return decide(sql`true`);
    case "UNIT_LIAISON":
      return decide(sql`a."unitId" = ANY(${[...actor.unitIds]}::uuid[]) AND p."unitId" = ANY(${[...actor.unitIds]}::uuid[])`);
    default:
      return [];
  }
}
