import pg from "pg";
import { v7 as newId } from "uuid";
import { demoDatabase } from "./demo-database";

const REPORT = "一、基本情况\n走访了两个点，访谈居民三十余人。\n（一）加装情况\n两个单元已经加装。\n二、建议\n由住建部门统一方案。";

type Told = { title: string; state: "RETURNED" | "SUBMITTED" | "ADOPTED"; activity: "HELD" | "PUBLISHED"; published?: boolean };

/** A research the delegate of the demo data leads, as holding it, its findings and its report leave it: one cannot be published once it has begun. */
async function look(client: pg.Client, { title, state, activity, published = false }: Told): Promise<string> {
  const [id, research, first, second, place] = [newId(), newId(), newId(), newId(), newId()];
  const from = activity === "HELD" ? "2026-04-20T09:00:00+08:00" : new Date(Date.now() + 2 * 86_400_000).toISOString();
  await client.query(
    `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "authorName", "publishedAt", "heldAt", "updatedAt")
     SELECT $1, c.id, c."currentTermId", u.id, 'RESEARCH', $2::"ActivityState", 'INVITATION', $3, '区委大院东门', $4::timestamptz, $4::timestamptz + interval '3 hours', '沈文清', now(), CASE WHEN $2 = 'HELD' THEN now() END, now()
     FROM "Committee" c JOIN "Unit" u ON u."committeeId" = c.id AND u."parentId" IS NULL`, [id, activity, title, from]);
  await client.query(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt") SELECT $1, "committeeId", id, 1, "startsAt", "endsAt" FROM "Activity" WHERE id = $2`, [newId(), id]);
  await client.query(`INSERT INTO "ActivityGuest" (id, "committeeId", "activityId", name, kind, organization) SELECT $1, "committeeId", id, '章向阳', 'DEPUTY', '望湖社区' FROM "Activity" WHERE id = $2`, [newId(), id]);
  await client.query(
    `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt")
     SELECT $1, d."committeeId", $2, d.id, d."unitId", 'ACCEPTED', now() FROM "Account" a JOIN "Delegate" d ON d."personId" = a."personId" JOIN "Committee" c ON c."currentTermId" = d."termId" WHERE a.username = 'delegate'`, [place, id]);
  await client.query(
    `INSERT INTO "Research" (id, "committeeId", "activityId", topic, "leaderId", state, "reportTitle", "reportText", "writerName", "submittedAt", "submitterId", "submitterName", "reviewedAt", "reviewerName", "reviewReason", "adoptedBy", "adoptionPaper", "publishedAt", "updatedAt")
     SELECT $1, "committeeId", id, '老旧小区加装电梯的难点和办法', $3, $4::"ReportState", '关于老旧小区加装电梯的调研报告', $5, '沈文清', now(), NULL, '沈文清', CASE WHEN $4 <> 'SUBMITTED' THEN now() END, CASE WHEN $4 <> 'SUBMITTED' THEN '罗岩' END,
       CASE WHEN $4 = 'RETURNED' THEN '请补充费用分摊的数据' END, CASE WHEN $4 = 'ADOPTED' THEN '区政府' END, CASE WHEN $4 = 'ADOPTED' THEN '青政办〔2026〕12号' END, CASE WHEN $6 THEN now() END, now() FROM "Activity" WHERE id = $2`, [research, id, place, state, REPORT, published]);
  for (const [stop, position, name, kind] of [[first, 1, "望湖社区", "COMMUNITY"], [second, 2, "云帆小学", "SCHOOL"]] as const) {
    await client.query(`INSERT INTO "ResearchStop" (id, "committeeId", "researchId", position, name, kind, address) SELECT $1, "committeeId", id, $3, $4, $5::"StopKind", '望湖路 12 号' FROM "Research" WHERE id = $2`, [stop, research, position, name, kind]);
  }
  await client.query(
    `INSERT INTO "Finding" (id, "committeeId", "researchId", "stopId", kind, text, "authorId", "authorName", "updatedAt") SELECT $1, r."committeeId", r.id, $3, 'ISSUE', '三单元一楼住户对采光有顾虑，加装方案两次未通过。', a.id, a."displayName", now() FROM "Research" r, "Account" a WHERE r.id = $2 AND a.username = 'delegate'`, [newId(), research, first]);
  if (state === "ADOPTED") await client.query(`INSERT INTO "ResearchRemark" (id, "committeeId", "researchId", "byName", "writtenOn", text) SELECT $1, "committeeId", id, '梁启明', '2026-05-06', '请住建局研究，年内拿出统一方案。' FROM "Research" WHERE id = $2`, [newId(), research]);
  return id;
}

/** A report to be mended by the delegate who leads, one to be reviewed, one adopted and open to all, and a research to come whose route can be arranged. */
export async function makeResearches(): Promise<Record<"research" | "reviewed" | "coming" | "ownResearch" | "openResearch" | "overviewResearch", string>> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  const [mending, reviewing, adopted, coming] = [
    await look(client, { title: "巡视用退回的调研", state: "RETURNED", activity: "HELD" }), await look(client, { title: "巡视用待审阅的调研", state: "SUBMITTED", activity: "HELD" }),
    await look(client, { title: "巡视用已采纳的调研", state: "ADOPTED", activity: "HELD", published: true }), await look(client, { title: "巡视用将要举行的调研", state: "RETURNED", activity: "PUBLISHED" }),
  ];
  await client.end();
  const desk = (id: string) => `/manage/activities/${id}/research`;
  return { research: desk(adopted), reviewed: desk(reviewing), coming: desk(coming), ownResearch: `/my/researches/${mending}`, openResearch: `/my/researches/${adopted}`, overviewResearch: `/overview/researches/${adopted}` };
}
