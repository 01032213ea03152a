import "server-only";
import { validate as isId } from "uuid";
import { statusOnSql } from "@/lib/delegates/as-of";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import { openJson, sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/client/client";
import { dueSql } from "./figure-sql";
import { checkSheet, notInSheet, type Check, type Listed, type Settled, type Unlisted } from "./import-check";
import type { MarkSheet } from "./import-sheet";
import { codeOf, type Code } from "./labels";
import { rollOptions, rollStates, type HeldActivity } from "./queries";

export const contextOf = (id: string): string => `AttendanceImport.rows:${id}`;

/** Everybody on the roll of an activity within the actor's sight, with what stands for each session that is due. */
async function listListed(actor: Actor, activityId: string): Promise<Listed[]> {
  const due = await db().$queryRaw<{ participationId: string; delegateId: string; name: string; delegation: string; sessions: string[] }[]>`
    SELECT f."participationId", f."delegateId", n.name, g.name AS delegation, array_agg(f."sessionId"::text) AS sessions
    FROM (${dueSql(actor, { activityId }, rollOptions)}) f JOIN "Delegate" d ON d.id = f."delegateId" JOIN "Person" n ON n.id = d."personId" JOIN "Delegation" g ON g.id = f."delegationId"
    GROUP BY f."participationId", f."delegateId", n.name, g.name, g.position, d."sortOrder" ORDER BY g.position, d."sortOrder", f."participationId"`;
  const marks = await db().attendance.findMany({ where: { activityId }, select: { participationId: true, sessionId: true, mark: true, leftEarly: true } });
  const at = new Map(marks.map((m) => [`${m.participationId}~${m.sessionId}`, m]));
  return due.map(({ sessions, ...row }) => ({ ...row, cells: new Map(sessions.map((sessionId): [string, Code] => [sessionId, codeOf(at.get(`${row.participationId}~${sessionId}`))])) }));
}

/** Delegates of the term with these names who are not on the roll, and at which sessions each was in office. */
async function listUnlisted(actor: Actor, activity: HeldActivity, names: readonly string[], listed: readonly Listed[]): Promise<Unlisted[]> {
  const found = await db().delegate.findMany({
    where: { AND: [delegatesVisibleTo(actor), { termId: activity.termId, person: { name: { in: [...names] } }, id: { notIn: listed.map((p) => p.delegateId) } }] },
    select: { id: true, person: { select: { name: true } }, delegation: { select: { name: true } }, participations: { where: { activityId: activity.id }, select: { state: true } } }, orderBy: { id: "asc" }, take: 500,
  });
  if (found.length === 0) return [];
  const due = await db().$queryRaw<{ delegateId: string; sessionId: string }[]>`
    SELECT d.id AS "delegateId", x.id AS "sessionId" FROM "Delegate" d CROSS JOIN "ActivitySession" x
    WHERE x."activityId" = ${activity.id}::uuid AND d.id = ANY(${found.map((d) => d.id)}::uuid[]) AND ${statusOnSql(Prisma.sql`((x."startsAt" AT TIME ZONE 'Asia/Shanghai')::date)`, Prisma.sql`s."toStatus" = 'ACTIVE'`)}`;
  const sessions = (id: string) => new Set(due.filter((row) => row.delegateId === id).map((row) => row.sessionId));
  return found.map((d) => ({ delegateId: d.id, name: d.person.name, delegation: d.delegation.name, out: d.participations.some((p) => !rollStates.includes(p.state)), due: sessions(d.id) }));
}

/** What a sheet says against list, roster and marks as they stand, and who an unknown name may be; `mark` tells whether anything moved since. */
export async function checkAgainst(actor: Actor, activity: HeldActivity, sheet: MarkSheet, settled?: Settled): Promise<{ check: Check; free: Listed[]; mark: string }> {
  const listed = await listListed(actor, activity.id);
  const unlisted = await listUnlisted(actor, activity, [...new Set(sheet.rows.map((row) => row.name))], listed);
  const mark = sha256(JSON.stringify([activity.state, listed.map((p) => [p.participationId, [...p.cells].sort()]), unlisted.map((d) => [d.delegateId, d.out, [...d.due].sort()])]));
  return { check: checkSheet(sheet, listed, unlisted, settled), free: notInSheet(sheet, listed, unlisted), mark };
}

/** An upload to this activity that waits to be confirmed; null when it is done or cleared, or never was. Power was asked of the activity before. */
export async function findUpload(actor: Actor, activity: HeldActivity, id: string): Promise<{ id: string; fileName: string; sheet: MarkSheet } | null> {
  const found = isId(id) ? await db().attendanceImport.findFirst({ where: { id, activityId: activity.id, committeeId: actor.committeeId ?? "", doneAt: null }, select: { id: true, fileName: true, rowsCipher: true } }) : null;
  return found?.rowsCipher ? { id: found.id, fileName: found.fileName, sheet: openJson(found.rowsCipher, contextOf(found.id)) as MarkSheet } : null;
}
