import type { AccountActor } from "@/lib/platform/actor";
import { grantInForceSql } from "@/lib/platform/grant-in-force";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

/** Nobody handles the own request. */
const notOwn = (actor: AccountActor): Prisma.Sql => (actor.personId ? Prisma.sql`d."personId" <> ${actor.personId}::uuid` : Prisma.sql`true`);

const requests = (actor: AccountActor, where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT r.id, p.name AS title, u.name AS note, r."submittedAt" AS since FROM "CorrectionRequest" r JOIN "Delegate" d ON d.id = r."delegateId" JOIN "Person" p ON p.id = d."personId" JOIN "Unit" u ON u.id = d."unitId"
  WHERE r."committeeId" = ${actor.committeeId}::uuid AND ${where}`;

/** Whether a liaison other than the delegate stands at the delegate's unit or above it: then the request is confirmed first. */
const hasLiaison = (actor: AccountActor): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Grant" g JOIN "Account" a ON a.id = g."accountId" JOIN "Unit" gu ON gu.id = g."unitId"
  WHERE g."committeeId" = ${actor.committeeId}::uuid AND g.role = 'UNIT_LIAISON' AND ${grantInForceSql()} AND a."disabledAt" IS NULL AND a."personId" IS DISTINCT FROM d."personId" AND starts_with(u.path, gu.path))`;

const manage = (id: string): string => `/manage/corrections/${id}`;

/** The liaison confirms, the office approves, the delegate amends what came back. A test holds this and the lists of each together. */
export function pendingCorrections(actor: AccountActor): Pending[] {
  switch (actor.role) {
    case "UNIT_LIAISON":
      return [{ kind: "correction.confirm", name: "核实更正申请", page: manage, rows: requests(actor, Prisma.sql`r.state = 'SUBMITTED' AND d."unitId" = ANY(${[...actor.unitIds]}::uuid[]) AND ${hasLiaison(actor)} AND ${notOwn(actor)}`) }];
    case "OFFICE":
      return [{ kind: "correction.approve", name: "审核更正申请", page: manage, rows: requests(actor, Prisma.sql`(r.state = 'CONFIRMED' OR (r.state = 'SUBMITTED' AND NOT ${hasLiaison(actor)})) AND ${notOwn(actor)}`) }];
    case "DELEGATE":
      return actor.personId ? [{ kind: "correction.resubmit", name: "修改退回的更正申请", page: (id) => `/my/profile/corrections/${id}`, rows: requests(actor, Prisma.sql`r.state = 'RETURNED' AND d."personId" = ${actor.personId}::uuid`) }] : [];
    default:
      return [];
  }
}
