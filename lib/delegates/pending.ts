import type { AccountActor } from "@/lib/platform/actor";
import { dayOf, today } from "@/lib/platform/clock";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const mandates = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT d.id, p.name AS title, u.name AS note, d."createdAt" AS since FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" JOIN "Unit" u ON u.id = d."unitId"
  JOIN "Committee" c ON c."currentTermId" = d."termId" AND c.id = d."committeeId" WHERE ${where}`;

/** The head of the office decides on qualifications (domain 6.1); a delegate looks through the own record once a year. */
export function pendingDelegates(actor: AccountActor): Pending[] {
  if (actor.role === "OFFICE_HEAD") {
    return [{ kind: "delegate.review", name: "审查代表资格", page: (id) => `/manage/delegates/${id}/status`, rows: mandates(Prisma.sql`d."committeeId" = ${actor.committeeId}::uuid AND d.status = 'PENDING_REVIEW'`) }];
  }
  if (actor.role !== "DELEGATE" || !actor.personId) return [];
  const year = Number(today().slice(0, 4));
  const rows = Prisma.sql`
    SELECT d.id, ${`${year} 年登记资料`} AS title, '组织部' AS note, ${dayOf(`${year}-01-01`)}::timestamptz AS since FROM "Delegate" d JOIN "Committee" c ON c."currentTermId" = d."termId" AND c.id = d."committeeId"
    WHERE d."committeeId" = ${actor.committeeId}::uuid AND d."personId" = ${actor.personId}::uuid AND d.status = 'ACTIVE' AND NOT EXISTS (SELECT 1 FROM "OwnConfirmation" o WHERE o."delegateId" = d.id AND o.year = ${year})`;
  return [{ kind: "delegate.confirmOwn", name: "确认登记资料无误", page: () => "/my/profile", rows }];
}
