import "server-only";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Role } from "@/prisma/client/enums";
import { actOf } from "./acts";
import { visibleSql } from "./scope-sql";

export type Coming = { id: string; subject: string; act: string; owner: string; dueOn: string; provisional: boolean };
export type LateUnit = { unitId: string; name: string; late: number };

/** What is late and by whom: units with overdue clocks the actor may know of, most first. */
export const listLateUnits = (actor: Actor): Promise<LateUnit[]> =>
  db().$queryRaw<LateUnit[]>`
    SELECT u.id AS "unitId", u.name, count(*)::int AS late FROM "Deadline" d JOIN "Unit" u ON u.id = d."unitId"
    WHERE d."closedOn" IS NULL AND d.state = 'OVERDUE' AND ${visibleSql(actor)} GROUP BY u.id, u.name ORDER BY late DESC, u.name LIMIT 100`;

/** What comes next: the clocks not yet overdue whose last day is nearest. */
export async function listComing(actor: Actor, most = 5): Promise<Coming[]> {
  const rows = await db().$queryRaw<{ id: string; subjectName: string; act: string; ownerRole: Role; ownerName: string | null; dueOn: Date; provisional: boolean }[]>`
    SELECT d.id, d."subjectName", d.act, d."ownerRole"::text AS "ownerRole", u.name AS "ownerName", d."dueOn", d.provisional FROM "Deadline" d LEFT JOIN "Unit" u ON u.id = d."ownerUnitId"
    WHERE d."closedOn" IS NULL AND d.state = 'RUNNING' AND ${visibleSql(actor)} ORDER BY d."dueOn", d.id LIMIT ${most}`;
  return rows.map((row) => ({ id: row.id, subject: row.subjectName, act: actOf(row.act).name, owner: row.ownerName ?? roleNames[row.ownerRole], dueOn: isoOf(row.dueOn), provisional: row.provisional }));
}
