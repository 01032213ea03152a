import type { AccountActor } from "@/lib/platform/actor";
import { grantInForceSql } from "@/lib/platform/grant-in-force";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const sql = Prisma.sql;

const opinions = (actor: AccountActor, since: Prisma.Sql, where: Prisma.Sql): Prisma.Sql => sql`
  SELECT o.id, a.title, coalesce(o."handedTo", '') AS note, ${since} AS since FROM "Opinion" o JOIN "Activity" a ON a.id = o."activityId" LEFT JOIN "Unit" u ON u.id = o."targetId"
  WHERE o."committeeId" = ${actor.committeeId}::uuid AND ${where}`;

/** Whether a liaison stands at the unit it was handed to, or above it. */
const hasLiaison = (actor: AccountActor): Prisma.Sql => sql`EXISTS (
  SELECT 1 FROM "Grant" g JOIN "Account" c ON c.id = g."accountId" JOIN "Unit" gu ON gu.id = g."unitId"
  WHERE g."committeeId" = ${actor.committeeId}::uuid AND g.role = 'UNIT_LIAISON' AND ${grantInForceSql()} AND c."disabledAt" IS NULL AND starts_with(u.path, gu.path))`;

const desk = (id: string): string => `/manage/opinions/${id}`;

/** The office hands on, enters answers where nobody else does, and sends them; the liaison answers; the delegate takes note. A test holds this and the powers together. */
export function pendingOpinions(actor: AccountActor): Pending[] {
  switch (actor.role) {
    case "OFFICE":
      return [
        { kind: "opinion.hand", name: "交办代表意见", page: desk, rows: opinions(actor, sql`o."submittedAt"`, sql`o.state = 'SUBMITTED'`) },
        { kind: "opinion.answer", name: "登记承办单位的答复", page: desk, rows: opinions(actor, sql`o."handedAt"`, sql`o.state = 'HANDED' AND NOT ${hasLiaison(actor)}`) },
        { kind: "opinion.release", name: "将答复送代表", page: desk, rows: opinions(actor, sql`o."updatedAt"`, sql`o.state = 'ANSWERED'`) },
      ];
    case "UNIT_LIAISON":
      return [{ kind: "opinion.answer", name: "答复代表意见", page: desk, rows: opinions(actor, sql`o."handedAt"`, sql`o.state = 'HANDED' AND o."targetId" = ANY(${[...actor.unitIds]}::uuid[])`) }];
    case "DELEGATE":
      return actor.personId ? [{ kind: "opinion.acknowledge", name: "看意见的答复", page: (id) => `/my/opinions/${id}`, rows: opinions(actor, sql`o."releasedAt"`, sql`o.state = 'RELEASED' AND EXISTS (SELECT 1 FROM "Delegate" d WHERE d.id = o."delegateId" AND d."personId" = ${actor.personId}::uuid)`) }] : [];
    default:
      return [];
  }
}
