import { expect, test } from "@playwright/test";
import type { Browser, Page } from "playwright-90";
import { addDays } from "../../lib/platform/clock";
import { terms } from "../../prisma/seed/district";
import { launch } from "../support/old-chromium";
import { credentialsOf } from "../support/sign-in";

test.describe.configure({ timeout: 120_000 });

const JOB = { timeout: 60_000 };
const RED = "rgb(179, 38, 30)";

let browser: Browser;
let page: Page;
let faults: string[];

const at = (path: string): string => new URL(path, test.info().project.use.baseURL).href;

test.beforeEach(async () => {
  browser = await launch();
  expect(browser.version()).toMatch(/^90\./);
  page = await (await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } })).newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") faults.push(message.text()); });
});

test.afterEach(async () => {
  await browser.close();
  expect(faults).toEqual([]);
});

async function signIn(username: string): Promise<void> {
  const { password } = credentialsOf(username);
  await page.goto(at("/login"));
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/login"), page.click('button:text-is("登录")')]);
}

const sees = (text: string, options = {}) => page.waitForSelector(`text=${text}`, options);

const styleOf = (selector: string, property: string): Promise<string> =>
  page.$eval(selector, (element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Waits until the scripts have taken this element over: React keeps its own notes on every one it has. */
const alive = (selector: string) => expect.poll(() => page.$eval(selector, (element) => Object.keys(element).some((key) => key.startsWith("__reactProps")))).toBe(true);

test("a wrong password is said, and what says it takes the focus", async () => {
  await page.goto(at("/login"));
  expect(await styleOf(".btn.primary", "background-color")).toBe(RED);
  await page.fill("[name=username]", "liangqiming");
  await page.fill("[name=password]", "not-the-password");
  await page.click('button:text-is("登录")');
  await sees("登录名或口令不正确");
  // The focus is moved by a script after the answer, so this page is alive.
  await expect.poll(() => page.$eval(".notice[role=alert]", (alert) => alert === document.activeElement)).toBe(true);
});

test("the office searches the roster and opens a delegate by a click on the row", async () => {
  await signIn("shenwenqing");
  await page.goto(at("/manage/delegates"));
  await sees("共 420 人");
  expect(await styleOf(".frame", "display")).toBe("grid");
  expect(await styleOf(".menu a[aria-current]", "font-weight")).toBe("600");
  expect(await styleOf(".sheet thead th", "background-color")).toBe("rgb(243, 241, 238)");
  await page.fill(".filters [name=q]", "王建国");
  await page.click('.filters button:text-is("查询")');
  await sees("共 2 人");
  await alive(".sheet tbody tr");
  await page.click(".sheet tbody tr:first-child td:last-child");
  await sees("代表档案");
  await sees("资格与任职");
  expect(await page.textContent("section[aria-label=代表概况] h2")).toBe("王建国");
});

test("the office opens a term, imports a roster into it and takes it back", async () => {
  await signIn("shenwenqing");
  await page.goto(at("/manage/terms/new"));
  const term = await page.$eval("[name=name]", (input) => (input as HTMLInputElement).value);
  await page.fill("[name=startsOn]", terms.current.endsOn);
  await page.fill("[name=endsOn]", addDays(terms.current.endsOn, 1826));
  await page.click('button:text-is("新增届次")');
  await page.waitForSelector(`h1:has-text("${term}")`);
  await page.goto(at("/manage/delegates/import"));
  await page.selectOption("[name=term]", { label: term });
  await page.setInputFiles("[name=file]", "tests/fixtures/roster_small.xlsx");
  await page.click('button:text-is("上传并核对")');
  await page.click('button:text-is("导入 60 人")', JOB);
  await sees("已导入：新增 60 人", JOB);
  await page.click('a:text-is("查看花名册")');
  await sees("共 60 人");
  await page.goBack();
  await page.click('summary:text-is("整批撤销")');
  await page.click('button:text-is("撤销这次导入的 60 人")');
  await sees("已整批撤销", JOB);
});

test("a delegate reads the own page", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("delegate");
  await sees("热合曼古丽·玉素因代表，您好");
  expect(await styleOf(".phone-tabs", "position")).toBe("fixed");
  await alive(".phone-tabs a");
  const document = await page.evaluateHandle(() => window.document);
  await page.click('.phone-tabs a:has-text("我的")');
  await sees("资格记录");
  expect(new URL(page.url()).pathname).toBe("/my/profile");
  // Only a script changes the page and keeps the document.
  expect(await document.evaluate((before) => before === window.document)).toBe(true);
  expect(await styleOf(".phone-tabs a[aria-current]", "font-weight")).toBe("600");
});
