import ExcelJS from "exceljs";
import type { Page } from "@playwright/test";
import pg from "pg";
import { v7 as newId } from "uuid";
import { demoDatabase } from "./demo-database";

type Gathering = { title: string; state: "PUBLISHED" | "HELD"; from: Date; marks: readonly string[] };

/** An activity of two sessions for the delegations of the demo delegates and of the liaison, as publishing and holding leave it: one cannot be published once it has begun. */
async function gather(client: pg.Client, { title, state, from, marks }: Gathering): Promise<{ id: string; session: string }> {
  const [id, first, second] = [newId(), newId(), newId()];
  const hours = (n: number) => new Date(from.getTime() + n * 3_600_000);
  await client.query(
    `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "authorName", "publishedAt", "heldAt", "updatedAt")
     SELECT $1, c.id, c."currentTermId", u.id, 'TRAINING', $2::"ActivityState", 'OBLIGATION', $3, '区委党校报告厅', $4, $5, '沈文清', now(), CASE WHEN $2 = 'HELD' THEN now() END, now()
     FROM "Committee" c JOIN "Unit" u ON u."committeeId" = c.id AND u."parentId" IS NULL`, [id, state, title, from, hours(7)]);
  for (const [i, [session, begins]] of ([[first, 0], [second, 4]] as const).entries()) {
    await client.query(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt", hours, "signOut") SELECT $1, "committeeId", id, $3, $4, $5, 4, true FROM "Activity" WHERE id = $2`, [session, id, i + 1, hours(begins), hours(begins + 3)]);
  }
  await client.query(
    `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt")
     SELECT gen_random_uuid(), d."committeeId", $1, d.id, d."unitId", 'ACCEPTED', now() FROM "Delegate" d JOIN "Delegation" g ON g.id = d."delegationId"
     WHERE d.status = 'ACTIVE' AND (g.name = '云帆街道代表团' OR EXISTS (SELECT FROM "Account" a JOIN "Delegate" o ON o."personId" = a."personId" WHERE o."delegationId" = g.id))`, [id]);
  await client.query(
    `INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "updatedAt")
     SELECT gen_random_uuid(), p."committeeId", $1, $2, p.id, p."delegateId", m.mark::"AttendanceMark", 'HAND', now()
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM "Participation" WHERE "activityId" = $1) p JOIN unnest($3::text[]) WITH ORDINALITY m (mark, n) ON m.n = p.n`, [id, first, marks]);
  return { id, session: first };
}

/** A sign-in sheet of one name and one mark nobody knows. */
async function sheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("签到表").addRows([["党代表培训班签到表"], ["时间：2026年4月16日"], ["序号", "代表团", "姓名", "4月16日上午", "4月16日下午"], [1, "云帆街道代表团", "巡视无名", "√", "√"], [2, "云帆街道代表团", "罗光根", "√", "到？"]]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** An activity that people sign in to now, one whose list is to be confirmed, and a sheet looked at. */
export async function makeAttendance(page: Page): Promise<Record<"gathering" | "signIn" | "held" | "markSheet", string>> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  const now = await gather(client, { title: "巡视用培训班", state: "PUBLISHED", from: new Date(), marks: [] });
  const past = await gather(client, { title: "巡视用已举行的培训班", state: "HELD", from: new Date("2026-04-16T09:00:00+08:00"), marks: ["PRESENT", "LATE", "LEAVE", "OFFICIAL", "ABSENT"] });
  await client.end();
  const held = `/manage/activities/${past.id}`;
  await page.goto(`${held}/attendance/import`);
  await page.setInputFiles("#file", { name: "签到表.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await sheet() });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/batch=/);
  const { pathname, search } = new URL(page.url());
  return { gathering: `/manage/activities/${now.id}`, signIn: `/my/sign-in/${now.session}`, held, markSheet: `${pathname}${search}` };
}
