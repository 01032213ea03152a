import { expect, test } from "@playwright/test";
import { addDays, today } from "../../lib/platform/clock";
import { signInAs } from "../support/sign-in";

/** The day after tomorrow: the term of the demo data has an end, and so soon the notice is short. */
const ON = addDays(today(), 2);

test("the office plans a training, publishes it at short notice, and calls it off", async ({ page, browser, baseURL }) => {
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/activities/new");
  const form = page.locator("#activity");
  for (const [name, value] of [["title", "提案提议写法培训"], ["place", "区委党校"], ["replyBy", `${addDays(ON, -1)}T18:00`], ["day1", ON], ["from1", "09:00"], ["to1", "08:30"], ["hours1", "2.5"]] as const) await form.locator(`[name=${name}]`).fill(value);
  await form.locator("[name=kind]").selectOption("TRAINING");
  await form.locator("[name=entry][value=ENROLMENT]").check();
  await form.getByRole("button", { name: "增加一场" }).click();
  for (const [name, value] of [["day2", ON], ["from2", "14:00"], ["to2", "17:00"]] as const) await form.locator(`[name=${name}]`).fill(value);
  await page.getByRole("button", { name: "存为拟稿" }).click();

  await expect(page.locator("#activity-to1-err")).toHaveText("结束须晚于开始");
  await expect(form.locator("[name=to2]")).toHaveValue("17:00");
  await form.locator("[name=to1]").fill("11:30");
  await page.getByRole("button", { name: "存为拟稿" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "提案提议写法培训" })).toBeVisible();
  await page.getByRole("link", { name: "发布", exact: true }).click();
  await page.getByRole("button", { name: "发布活动" }).click();
  await expect(page.locator("#step-confirm-err")).toContainText("通知时间不足");
  await page.getByLabel("已知悉通知时间不足，仍要发布").check();
  await page.getByRole("button", { name: "发布活动" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已发布");
  const path = new URL(page.url()).pathname;

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const leader = await other.newPage();
  await signInAs(leader, "liangqiming");
  await leader.goto(path.replace("/manage", "/overview"));
  await expect(leader.getByText("2 场，共 2.5 学时")).toBeVisible();
  await other.close();

  await page.getByRole("link", { name: "取消活动" }).click();
  await page.getByLabel("取消的原因").fill("因防汛工作改期举行");
  await page.getByRole("button", { name: "取消这次活动" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已取消");
  await expect(page.getByRole("link", { name: "修改", exact: true })).toHaveCount(0);
});
