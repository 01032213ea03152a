import { v7 as newId } from "uuid";
import pg from "pg";
import { demoDatabase } from "./demo-database";

/** A training whose list was confirmed, with a certificate for everybody of the delegations of the demo delegate and of the liaison but one. */
export async function makeTrainings(): Promise<Record<"closedTraining", string>> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  const [id, session] = [newId(), newId()];
  const [from, to] = [new Date("2026-04-20T09:00:00+08:00"), new Date("2026-04-20T12:00:00+08:00")];
  await client.query(
    `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "authorName", "publishedAt", "heldAt", "closedAt", "updatedAt")
     SELECT $1, c.id, c."currentTermId", u.id, 'TRAINING', 'ARCHIVED', 'OBLIGATION', '巡视用已归档的培训班', '区委党校报告厅', $2, $3, '沈文清', now(), now(), now(), now()
     FROM "Committee" c JOIN "Unit" u ON u."committeeId" = c.id AND u."parentId" IS NULL`, [id, from, to]);
  await client.query(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt", hours) SELECT $1, "committeeId", id, 1, $3, $4, 4 FROM "Activity" WHERE id = $2`, [session, id, from, to]);
  await client.query(
    `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, hours, "updatedAt")
     SELECT gen_random_uuid(), d."committeeId", $1, d.id, d."unitId", 'ACCEPTED', 4, now() FROM "Delegate" d JOIN "Delegation" g ON g.id = d."delegationId"
     WHERE d.status = 'ACTIVE' AND (g.name = '云帆街道代表团' OR g.id IN (SELECT o."delegationId" FROM "Account" a JOIN "Delegate" o ON o."personId" = a."personId" WHERE a.username = 'delegate'))`, [id]);
  await client.query(
    `INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "updatedAt")
     SELECT gen_random_uuid(), p."committeeId", $1, $2, p.id, p."delegateId", (CASE WHEN own.n = 0 AND row_number() OVER (PARTITION BY own.n ORDER BY p.id) = 1 THEN 'ABSENT' ELSE 'PRESENT' END)::"AttendanceMark", 'IMPORT', now()
     FROM "Participation" p CROSS JOIN LATERAL (SELECT count(a.id) AS n FROM "Delegate" d JOIN "Account" a ON a."personId" = d."personId" WHERE d.id = p."delegateId") own WHERE p."activityId" = $1`, [id, session]);
  await client.query(
    `INSERT INTO "Certificate" (id, "committeeId", "participationId", year, number, hours, "issuedAt", "issuedBy")
     SELECT gen_random_uuid(), m."committeeId", m."participationId", 2025, row_number() OVER (ORDER BY m.id), 4, now(), '沈文清' FROM "Attendance" m WHERE m."sessionId" = $1 AND m.mark = 'PRESENT'`, [session]);
  await client.query(
    `INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, "activityId", "sourceKey", "authorName", "updatedAt")
     SELECT gen_random_uuid(), d."committeeId", d."termId", d.id, d."unitId", 'TRAINING', 'APPROVED', 'ACTIVITY', '巡视用已归档的培训班', '2026-04-20', 4, $1::uuid, 'activity:' || $1 || ':' || d.id, '沈文清', now()
     FROM "Attendance" m JOIN "Delegate" d ON d.id = m."delegateId" WHERE m."sessionId" = $2 AND m.mark = 'PRESENT'`, [id, session]);
  await client.end();
  return { closedTraining: `/manage/activities/${id}` };
}
