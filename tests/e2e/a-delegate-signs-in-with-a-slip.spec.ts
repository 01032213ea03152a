import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { credentialsOf, signInAs, signInWith } from "../support/sign-in";

const PHONE = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
const NEW_PASSWORD = "湖心亭看雪 上下一白 余三两点";
const DELEGATION = "松岭镇代表团";

const faultsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);

/** Everybody of one delegation without an account, from the list to the page that says what will be done. */
async function prepare(page: Page): Promise<number> {
  await page.goto("/manage/delegates/accounts");
  await page.selectOption("[name=delegation]", { label: DELEGATION });
  await page.click('button:text-is("查询")');
  await page.click('a:has-text("没有账号的")');
  const title = await page.locator(".card h2, .card header").first().innerText();
  return Number(/(\d+) 名/.exec(title)?.[1]);
}

/** The slips of the batch, as (user name, first password). */
async function takeSlips(page: Page): Promise<string[][]> {
  await page.getByText("领取口令条（只有一次）").waitFor({ timeout: 40_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), page.click('button:text-is("领取口令条（只有一次）")')]);
  expect(download.suggestedFilename()).toMatch(/^口令条_开通账号_\d+人_.*\.docx$/);
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))["word/document.xml"] ?? new Uint8Array());
  const after = (label: string) => [...xml.matchAll(new RegExp(`${label}：([\\w-]+)`, "g"))].map((m) => m[1] ?? "");
  return after("登录名").map((username, i) => [username, after("初始口令")[i] ?? ""]);
}

test("the office opens the accounts of a delegation, and a delegate signs in with the slip", async ({ page, browser, baseURL }) => {
  await signInAs(page, "shenwenqing");
  const heads = await prepare(page);
  expect(heads).toBeGreaterThan(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.fill("[name=password]", "不是这个口令");
  await page.click("#request .send button");
  await expect(page.locator(".notice[role=alert]")).toContainText("没有提交");
  await page.fill("[name=password]", credentialsOf("shenwenqing").password);
  await page.click("#request .send button");
  await page.waitForURL(/accounts\/[\w-]{36}$/);
  const slips = await takeSlips(page);
  expect(slips).toHaveLength(heads);
  await expect(page.locator("main")).toContainText("口令条已领取");
  expect(await faultsOf(page)).toEqual([]);

  const phone = await (await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...PHONE })).newPage();
  const [username = "", password = ""] = slips[0] ?? [];
  await signInWith(phone, { username, password });
  await phone.fill("[name=current]", password);
  await phone.fill("[name=password]", NEW_PASSWORD);
  await phone.fill("[name=again]", NEW_PASSWORD);
  await phone.click('button:text-is("修改口令")');
  await expect(phone).toHaveURL(/\/my$/);

  await page.goto("/manage/delegates/accounts?account=active");
  await page.selectOption("[name=delegation]", { label: DELEGATION });
  await page.click('button:text-is("查询")');
  await expect(page.getByRole("table", { name: "代表账号" })).toContainText(username);
});

test("the office opens the account of one delegate, and the first password is shown once", async ({ page }) => {
  await signInAs(page, "luoyan");
  await page.goto("/manage/delegates/accounts?account=none&order=pinyin");
  await page.locator(".sheet th.who a").last().click();
  await page.waitForURL("**/account");
  await page.click('button:text-is("开通账号")');
  const told = page.locator("dd b.num");
  await expect(told).toHaveText(/^\w{4}-\w{4}-\w{4}$/);
  await expect(page.locator("main")).toContainText("尚未首次登录");
  await expect(told).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('button:text-is("重置口令")')).toBeVisible();
  await expect(told).toHaveCount(0);
});
