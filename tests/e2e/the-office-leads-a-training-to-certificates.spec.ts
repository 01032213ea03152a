import { expect, test } from "@playwright/test";
import pg from "pg";
import { addDays, today } from "../../lib/platform/clock";
import { demoDatabase } from "../support/demo-database";
import { signInAs } from "../support/sign-in";

/** The day after tomorrow and the next: the term of the demo data has an end. */
const [FIRST, SECOND] = [addDays(today(), 2), addDays(today(), 3)];
const HALVES = [[FIRST, "09:00", "11:30", "2025-06-11"], [FIRST, "14:30", "17:00", "2025-06-11"], [SECOND, "09:00", "11:30", "2025-06-12"]] as const;

/** As if the training had been on the days of its sign-in sheet: what has begun cannot be published. */
async function heldOnItsDays(activityId: string): Promise<void> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  for (const [i, [, from, to, day]] of HALVES.entries()) await client.query(`UPDATE "ActivitySession" SET "startsAt" = $3, "endsAt" = $4 WHERE "activityId" = $1 AND position = $2`, [activityId, i + 1, `${day}T${from}:00+08:00`, `${day}T${to}:00+08:00`]);
  await client.query(`UPDATE "Activity" SET "startsAt" = '2025-06-11T09:00:00+08:00', "endsAt" = '2025-06-12T11:30:00+08:00' WHERE id = $1`, [activityId]);
  await client.end();
}

test("the office leads a training from the plan to the certificates, and a delegate has hours and certificate on the phone", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/trainings?add=1");
  for (const [name, value] of [["title", "党代表专题培训班"], ["hours", "12"], ["people", "0"], ["organiser", "区委党校"]] as const) await page.locator(`#line [name=${name}]`).fill(value);
  for (const [name, value] of [["month", "11"], ["topic", "DUTY"], ["form", "CLASS"]] as const) await page.locator(`#line [name=${name}]`).selectOption(value);
  await page.getByRole("button", { name: "增加", exact: true }).click();
  await expect(page.locator("#line-people-err")).toHaveText("人数须是 1 至 9999 的整数");
  await page.locator("#line [name=people]").fill("180");
  await page.getByRole("button", { name: "增加", exact: true }).click();
  await page.getByRole("row", { name: /党代表专题培训班/ }).getByRole("link", { name: "据此拟活动" }).click();
  const form = page.locator("#activity");
  await expect(form.locator("[name=title]")).toHaveValue("党代表专题培训班");
  await expect(form.locator("[name=kind]")).toHaveValue("TRAINING");
  for (let more = 0; more < 2; more++) await form.getByRole("button", { name: "增加一场" }).click();
  await form.locator("[name=entry][value=OBLIGATION]").check();
  await form.locator("[name=place]").fill("区委党校报告厅");
  for (const [i, [day, from, to]] of HALVES.entries()) for (const [name, value] of [["day", day], ["from", from], ["to", to], ["hours", "4"]] as const) await form.locator(`[name=${name}${i + 1}]`).fill(value);
  await page.getByRole("button", { name: "存为拟稿" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "党代表专题培训班" })).toBeVisible();
  const activity = new URL(page.url()).pathname;
  await page.goto(`${activity}/participants/invite?scope=active&q=${encodeURIComponent("热合曼")}`);
  await page.locator('input[type="checkbox"][name="pick"]').first().check();
  await page.getByRole("button", { name: "核对所选代表" }).click();
  await page.getByRole("button", { name: "列入 1 人" }).click();
  await page.waitForURL(`**${activity}/participants`);
  await page.goto(`${activity}?step=publish`);
  await page.getByLabel("已知悉通知时间不足，仍要发布").check();
  await page.getByRole("button", { name: "发布活动" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已发布");

  await heldOnItsDays(activity.split("/").at(-1) ?? "");
  await page.goto(`${activity}/attendance`);
  await page.getByRole("button", { name: "登记已举行" }).click();
  await expect(page.locator(".head .tag")).toHaveText("待确认出席");
  await page.goto(`${activity}/attendance/import`);
  await page.setInputFiles("#file", "tests/fixtures/training_attendance.xlsx");
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.locator("#import [name=add]").check();
  await page.getByRole("button", { name: "写入到会登记" }).click();
  await page.waitForURL(`**${activity}/attendance`);
  await page.getByRole("link", { name: "确认出席名单" }).click();
  await page.getByLabel("已与签到情况核对，缺席名单无误").check();
  await page.getByRole("button", { name: "确认出席名单" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已归档");

  await page.goto("/manage/trainings");
  await expect(page.getByRole("row", { name: /党代表专题培训班/ })).toContainText("已举行");
  await page.goto(activity);
  await page.getByRole("link", { name: "证书", exact: true }).click();
  await page.getByRole("link", { name: /^不发证/ }).click();
  await expect(page.getByRole("row", { name: /夏杰杰/ })).toContainText("第 1 场请假");
  await page.getByRole("button", { name: /^发给这 \d+ 人$/ }).click();
  await expect(page.getByRole("row", { name: /崔淑琳/ })).toContainText(/培训证〔\d{4}〕\d{3}号/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^下载证书/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^培训证书_党代表专题培训班_\d+人\.docx$/);

  const phone = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const delegate = await phone.newPage();
  await signInAs(delegate, "delegate");
  await delegate.goto("/my/trainings?year=2025");
  const line = delegate.getByRole("listitem").filter({ hasText: "党代表专题培训班" });
  await expect(line).toContainText("12 学时");
  const own = delegate.waitForEvent("download");
  await line.getByRole("link", { name: /下载证书/ }).click();
  expect((await own).suggestedFilename()).toMatch(/^培训证书_培训证〔\d{4}〕\d{3}号_热合曼古丽·玉素因\.docx$/);
  await phone.close();
});
