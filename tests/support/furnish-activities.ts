import type { Page } from "@playwright/test";
import { addDays, today } from "../../lib/platform/clock";

/** Plans an activity open to enrol the day after tomorrow (the term of the demo data has an end), by the head of the office who is signed in. */
async function plan(page: Page, title: string): Promise<string> {
  const on = addDays(today(), 2);
  await page.goto("/manage/activities/new");
  const fields: [string, string][] = [["title", title], ["place", "区委党校报告厅"], ["replyBy", `${addDays(on, -1)}T18:00`], ["day1", on], ["from1", "09:00"], ["to1", "11:30"], ["hours1", "3"], ["agenda", "一、专题辅导\n二、分组讨论"]];
  for (const [name, value] of fields) await page.fill(`#activity [name=${name}]`, value);
  await page.selectOption("#activity [name=kind]", "TRAINING");
  await page.check("#activity [name=entry][value=ENROLMENT]");
  await page.click("#activity .send button");
  await page.waitForURL(/\/manage\/activities\/[\w-]{36}$/);
  return new URL(page.url()).pathname;
}

/** A draft with a guest, a material and somebody on its list, and an activity that was published. */
export async function makeActivities(page: Page): Promise<{ activity: string; participation: string; overviewActivity: string; ownActivity: string }> {
  const published = await plan(page, "新任党代表履职培训班");
  await page.goto(`${published}?step=publish`);
  await page.check("#step [name=confirm]");
  await page.click("#step .send button");
  await page.waitForURL(`**${published}`);
  const activity = await plan(page, "提案提议写法专题培训");
  await page.goto(`${activity}/guests`);
  await page.fill("#guest [name=name]", "章向阳");
  await page.selectOption("#guest [name=kind]", "EXPERT");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("#guest .send button")]);
  await page.goto(`${activity}/files`);
  await page.setInputFiles("[name=file]", { name: "课程表.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await page.click('button:text-is("上传材料")');
  await page.waitForURL(`**${activity}/files`);
  await page.goto(`${activity}/participants/invite?scope=active&q=%E7%8E%8B`);
  await page.locator('input[type="checkbox"][name="pick"]').first().check();
  await page.getByRole("button", { name: "核对所选代表" }).click();
  await page.getByRole("button", { name: "列入 1 人" }).click();
  await page.waitForURL(`**${activity}/participants`);
  const participation = (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
  return { activity, participation, overviewActivity: published.replace("/manage", "/overview"), ownActivity: published.replace("/manage", "/my") };
}
