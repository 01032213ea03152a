import { acts } from "@/lib/deadlines/acts";
import { now } from "@/lib/platform/clock";
import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";

const page = acts["meeting.absentList"].page;

/** Whoever organises an activity enters that it was held, and confirms its list: the office those of the committee, a liaison those of the own units. */
export function pendingAttendances(actor: AccountActor): Pending[] {
  const own = actor.role === "OFFICE" ? Prisma.sql`u."parentId" IS NULL` : actor.role === "UNIT_LIAISON" ? Prisma.sql`a."unitId" = ANY(${[...actor.unitIds]}::uuid[])` : null;
  if (!own) return [];
  const rows = (where: Prisma.Sql) => Prisma.sql`
    SELECT a.id, a.title, u.name AS note, a."endsAt" AS since FROM "Activity" a JOIN "Unit" u ON u.id = a."unitId"
    WHERE a."committeeId" = ${actor.committeeId}::uuid AND ${own} AND ${where}`;
  return [
    { kind: "activity.hold", name: "登记活动已举行", page, rows: rows(Prisma.sql`a.state = 'PUBLISHED' AND a."endsAt" <= ${now()}`) },
    // One kind for each rule of the clock, so that each task stands with its own.
    { kind: "training.absentList", name: "确认培训的出席名单", page, rows: rows(Prisma.sql`a.state = 'HELD' AND a.kind = 'TRAINING'`) },
    { kind: "meeting.absentList", name: "确认活动的出席名单", page, rows: rows(Prisma.sql`a.state = 'HELD' AND a.kind <> 'TRAINING'`) },
  ];
}
