import { expect, test, type Browser, type Page } from "@playwright/test";
import { signInAs } from "../support/sign-in";
import { lookAtClocks, weeksAgo } from "../support/weeks-later";

const REASON = "毕业证书上的校名与登记的不同";

async function open(browser: Browser, baseURL: string, username: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options })).newPage();
  await signInAs(page, username);
  return page;
}

/** A delegate asks to have the own school put right; the unit has no liaison, so the office has it. Returns the request's id. */
async function ask(browser: Browser, baseURL: string): Promise<string> {
  const page = await open(browser, baseURL, "delegate", { viewport: { width: 390, height: 844 } });
  await page.goto("/my/profile/corrections/new?field%5B%5D=school");
  await page.fill("#ask [name=school]", "望澜师范学院");
  await page.fill("#ask [name=reason]", REASON);
  await page.click('button:text-is("提交更正申请")');
  await expect(page).toHaveURL(/corrections\/[\w-]{36}$/);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.context().close();
  return id;
}

const unread = (page: Page) => page.locator('.tools a[href="/messages"] .count');

test("a request runs late, the ladder climbs, the head urges once, and the record tells it all", async ({ browser, baseURL }) => {
  const origin = baseURL ?? "";
  const id = await ask(browser, origin);
  await weeksAgo(id, 28);
  await lookAtClocks();

  const head = await open(browser, origin, "luoyan");
  await expect(async () => {
    await head.goto("/deadlines?light=overdue&act=correction.approve");
    await expect(head.locator(".sheet .who a").first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await head.goto("/manage");
  await expect(head.locator(".say")).toContainText("件超期");
  await head.locator(".say").getByRole("link", { name: /^\d+$/ }).last().click();
  await expect(head).toHaveURL(/light=overdue/);
  await head.locator(".sheet .who a").first().click();
  for (const step of ["超期，告知督查室", "超期，告知组织部", "超期，告知上一级负责人"]) await expect(head.locator(".tl")).toContainText(step);
  const clock = new URL(head.url()).pathname;

  await head.click('a:text-is("催办")');
  await head.fill("[name=note]", "请在本周内审核");
  await head.click('button:text-is("催办")');
  await expect(head.locator(".tl li").nth(1)).toContainText("催办");
  await expect(head.locator(".tl li").nth(1)).toContainText("请在本周内审核");
  await head.goto(`${clock}?step=urge`);
  await head.click('button:text-is("催办")');
  await expect(head.locator(".notice[role=alert]")).toContainText("每 3 日限催办一次");
  await head.goto("/deadlines");
  await expect(head.locator('a[href*="urged=1"]').first()).toHaveText("1");

  const clerk = await open(browser, origin, "shenwenqing");
  await expect(async () => {
    await clerk.goto("/manage");
    await expect(unread(clerk)).toBeVisible({ timeout: 1000 });
    await expect(clerk.getByRole("button", { name: "催办：审核更正申请", exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(clerk.getByText(/超期，应于 \d{4}-\d\d-\d\d/).first()).toBeVisible();
  const before = Number(await unread(clerk).innerText());
  await clerk.getByRole("button", { name: "催办：审核更正申请", exact: true }).click();
  await expect(clerk).toHaveURL(new RegExp(`/manage/corrections/${id}$`));
  expect(Number((await unread(clerk).count()) > 0 ? await unread(clerk).innerText() : "0")).toBe(before - 1);
  await expect(clerk.locator("#deadlines")).toContainText("已超期");
  await clerk.click('a:text-is("审核通过，更正资料")');
  await clerk.click('button:text-is("审核通过，更正资料")');
  await expect(clerk.locator("#deadlines")).toContainText("逾期办结");
  await clerk.goto("/tasks?tab=done");
  await expect(clerk.getByLabel("已办").first()).toContainText("审核通过");

  const supervisor = await open(browser, origin, "weizheng");
  await supervisor.goto(clock);
  await expect(supervisor.locator(".tl")).toContainText("请在本周内审核");
});
