import pg from "pg";
import { v7 as newId } from "uuid";
import { demoDatabase } from "./demo-database";

/** A meeting of yesterday the delegate of the demo data was at, with an opinion that waits and one that was answered. */
export async function makeOpinions(): Promise<Record<"meeting" | "opinion" | "ownOpinion" | "answered" | "ownAnswered", string>> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  const [id, session, part, waits, answered] = [newId(), newId(), newId(), newId(), newId()];
  const from = new Date(Date.now() - 86_400_000);
  const to = new Date(from.getTime() + 2 * 3_600_000);
  await client.query(
    `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "authorName", "publishedAt", "heldAt", "updatedAt")
     SELECT $1, c.id, c."currentTermId", u.id, 'MEETING', 'HELD', 'INVITATION', '巡视用区委全会', '区委会议中心', $2, $3, '沈文清', now(), now(), now() FROM "Committee" c JOIN "Unit" u ON u."committeeId" = c.id AND u."parentId" IS NULL`, [id, from, to]);
  await client.query(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt") SELECT $1, "committeeId", id, 1, "startsAt", "endsAt" FROM "Activity" WHERE id = $2`, [session, id]);
  await client.query(
    `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt")
     SELECT $1, d."committeeId", $2, d.id, d."unitId", 'ACCEPTED', now() FROM "Account" a JOIN "Delegate" d ON d."personId" = a."personId" AND d.status = 'ACTIVE' WHERE a.username = 'delegate' LIMIT 1`, [part, id]);
  await client.query(
    `INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "updatedAt")
     SELECT gen_random_uuid(), "committeeId", "activityId", $2, id, "delegateId", 'PRESENT', 'HAND', now() FROM "Participation" WHERE id = $1`, [part, session]);
  for (const [opinion, state, content] of [[waits, "SUBMITTED", "建议在老旧小区加装电梯时先听取低层住户的意见"], [answered, "RELEASED", "柏树坪村村口的路没有路灯，晚上出行不便"]]) {
    await client.query(
      `INSERT INTO "Opinion" (id, "committeeId", "termId", "activityId", "delegateId", "unitId", kind, state, content, "authorName", "handedTo", "handedAt", answer, "answeredBy", "answeredOn", "releasedAt", "updatedAt")
       SELECT $1, a."committeeId", a."termId", a.id, p."delegateId", p."unitId", 'OPINION', $3::"OpinionState", $4, '巡视', h.*, now()
       FROM "Participation" p JOIN "Activity" a ON a.id = p."activityId", LATERAL (SELECT x.* FROM (VALUES ('区供电公司', now(), '已列入今年的路灯改造计划', '区供电公司 王某', current_date, now())) x RIGHT JOIN (SELECT) y ON $3 = 'RELEASED') h WHERE p.id = $2`, [opinion, part, state, content]);
  }
  await client.end();
  return { meeting: `/manage/activities/${id}`, opinion: `/manage/opinions/${waits}`, ownOpinion: `/my/opinions/${waits}`, answered: `/manage/opinions/${answered}`, ownAnswered: `/my/opinions/${answered}` };
}
