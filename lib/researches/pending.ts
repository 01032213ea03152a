import { acts } from "@/lib/deadlines/acts";
import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const sql = Prisma.sql;

/** Researches held whose report is not handed in, where `within` holds. */
const unwritten = (actor: AccountActor, within: Prisma.Sql): Prisma.Sql => sql`
  SELECT a.id, a.title, CASE WHEN r.state = 'RETURNED' THEN '退回修改' ELSE '' END AS note, coalesce(r."reviewedAt", a."heldAt", a."endsAt") AS since
  FROM "Activity" a JOIN "Unit" u ON u.id = a."unitId" LEFT JOIN "Research" r ON r."activityId" = a.id LEFT JOIN "Participation" p ON p.id = r."leaderId" LEFT JOIN "Delegate" d ON d.id = p."delegateId"
  WHERE a."committeeId" = ${actor.committeeId}::uuid AND a.kind = 'RESEARCH' AND a.state IN ('HELD', 'ARCHIVED') AND (r.id IS NULL OR r.state IN ('DRAFT', 'RETURNED')) AND ${within}`;

/** Reports handed in that the actor may review: nobody what came from the own account. */
const unreviewed = (actor: AccountActor): Prisma.Sql => sql`
  SELECT a.id, a.title, coalesce(r."submitterName", '') AS note, r."submittedAt" AS since FROM "Research" r JOIN "Activity" a ON a.id = r."activityId"
  WHERE r."committeeId" = ${actor.committeeId}::uuid AND r.state = 'SUBMITTED' AND r."submitterId" IS DISTINCT FROM ${actor.accountId}::uuid`;

/** The leader, or who organises, writes the report; the office reviews it. A test holds this and the powers together. */
export function pendingResearches(actor: AccountActor): Pending[] {
  const report = (within: Prisma.Sql, page: Pending["page"] = acts["research.report"].page): Pending => ({ kind: "research.report", name: "提交调研报告", page, rows: unwritten(actor, within) });
  switch (actor.role) {
    case "DELEGATE":
      return actor.personId ? [report(sql`d."personId" = ${actor.personId}::uuid`, (id) => `/my/researches/${id}`)] : [];
    case "UNIT_LIAISON":
      return [report(sql`a."unitId" = ANY(${[...actor.unitIds]}::uuid[])`)];
    case "OFFICE":
      return [report(sql`u."parentId" IS NULL`), { kind: "research.review", name: "审阅调研报告", page: acts["research.review"].page, rows: unreviewed(actor) }];
    default:
      return [];
  }
}
