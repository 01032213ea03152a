import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const records = (actor: AccountActor, since: Prisma.Sql, where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT y.id, y.title AS title, p.name AS note, ${since} AS since FROM "Duty" y JOIN "Delegate" d ON d.id = y."delegateId" JOIN "Person" p ON p.id = d."personId"
  WHERE y."committeeId" = ${actor.committeeId}::uuid AND ${where}`;

/** What a workbook says was sent back came without the day of that review. */
const [submitted, reviewed, disputed] = [Prisma.sql`y."submittedAt"`, Prisma.sql`coalesce(y."reviewedAt", y."createdAt")`, Prisma.sql`y."disputedAt"`];

const desk = (id: string): string => `/manage/duties/${id}`;
const mine = (id: string): string => `/my/duties/${id}`;

/** The office reviews and answers disputes, the writer mends what came back, the delegate confirms what the liaison wrote. A test holds this and the powers together. */
export function pendingDuties(actor: AccountActor): Pending[] {
  switch (actor.role) {
    case "OFFICE":
      return [
        { kind: "duty.review", name: "审核履职记录", page: desk, rows: records(actor, submitted, Prisma.sql`y.state = 'SUBMITTED' AND y."authorId" IS DISTINCT FROM ${actor.accountId}::uuid`) },
        { kind: "duty.settle", name: "答复对履职记录的异议", page: desk, rows: records(actor, disputed, Prisma.sql`y."disputedAt" IS NOT NULL AND y."settledAt" IS NULL AND y.state <> 'DRAFT'`) },
      ];
    case "UNIT_LIAISON":
      return [{ kind: "duty.redo", name: "修改退回的履职记录", page: desk, rows: records(actor, reviewed, Prisma.sql`y.state = 'REJECTED' AND y.origin = 'BEHALF' AND y."unitId" = ANY(${[...actor.unitIds]}::uuid[])`) }];
    case "DELEGATE":
      return actor.personId ? [
        { kind: "duty.redo", name: "修改退回的履职记录", page: mine, rows: records(actor, reviewed, Prisma.sql`y.state = 'REJECTED' AND y.origin IN ('OWN', 'IMPORT') AND d."personId" = ${actor.personId}::uuid`) },
        { kind: "duty.confirm", name: "确认联络员代填的履职", page: mine, rows: records(actor, submitted, Prisma.sql`y.state IN ('SUBMITTED', 'APPROVED') AND y.origin = 'BEHALF' AND y."confirmedAt" IS NULL AND y."disputedAt" IS NULL AND d."personId" = ${actor.personId}::uuid`) },
      ] : [];
    default:
      return [];
  }
}
