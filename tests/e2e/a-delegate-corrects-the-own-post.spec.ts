import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { newAccount } from "../support/new-account";
import { signInAs, signInWith } from "../support/sign-in";

const PHONE = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
const NEW_PASSWORD = "湖心亭看雪 上下一白 余三两点";
const NEW_POST = "区直机关工委常务副书记";
const PDF = { name: "任免通知.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n%%EOF\n") };

const pathOf = (page: Page) => new URL(page.url()).pathname;
const faultsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);

async function open(browser: Browser, baseURL: string, options: object = {}): Promise<Page> {
  return (await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options })).newPage();
}

/** A liaison of the unit who is not the delegate, past the first password. */
async function openLiaison(browser: Browser, baseURL: string): Promise<Page> {
  const account = await newAccount(browser, baseURL, "选举单位联络员", "区直机关工委");
  const page = await open(browser, baseURL);
  await signInWith(page, account);
  await page.fill("[name=current]", account.password);
  await page.fill("[name=password]", NEW_PASSWORD);
  await page.fill("[name=again]", NEW_PASSWORD);
  await page.click('button:text-is("修改口令")');
  await page.waitForURL((url) => url.pathname !== "/account/password");
  return page;
}

/** 贺宏川 on the phone: the second role of an account that is a liaison too. */
async function openDelegate(browser: Browser, baseURL: string): Promise<Page> {
  const page = await open(browser, baseURL, PHONE);
  await signInAs(page, "tangxin");
  await page.goto("/account");
  await page.click('button:text-is("切换到这个身份")');
  await page.waitForURL("**/my");
  return page;
}

async function ask(page: Page): Promise<string> {
  await page.goto("/my/profile");
  await page.click('main > .stack > a:text-is("申请更正")');
  await page.click('button:text-is("下一步")');
  await expect(page.locator("[role=alert]")).toContainText("请至少选择一项");
  await page.check("[value=position]");
  await page.click('button:text-is("下一步")');
  await page.fill("[name=position]", NEW_POST);
  await page.fill("[name=reason]", "免");
  await page.click('button:text-is("提交更正申请")');
  await expect(page.locator(".notice[role=alert]")).toContainText("至少 4 个字");
  await expect(page.locator("[name=position]")).toHaveValue(NEW_POST);
  await page.fill("[name=reason]", "2026年11月任现职，有任免通知");
  await page.click('button:text-is("提交更正申请")');
  await expect(page).toHaveURL(/corrections\/[\w-]{36}$/);
  await page.setInputFiles("#proof", { name: "任免通知.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html></html>") });
  await page.click('button:text-is("上传证明材料")');
  await expect(page.locator("[role=alert]")).toContainText("不是 JPG、PNG 照片或 PDF");
  await page.setInputFiles("#proof", PDF);
  await page.click('button:text-is("上传证明材料")');
  await expect(page.getByRole("link", { name: PDF.name })).toBeVisible();
  return pathOf(page);
}

const todo = (page: Page) => page.locator('nav a[href="/manage/corrections"]').first();

test("a delegate corrects the own post on the phone without scripts, the liaison confirms, the office approves, and record and history show both", async ({ browser }, info) => {
  test.setTimeout(180_000);
  const baseURL = info.project.use.baseURL ?? "";
  const [liaison, delegate] = [await openLiaison(browser, baseURL), await openDelegate(browser, baseURL)];
  const own = await ask(delegate);
  const request = own.replace("/my/profile", "/manage");
  const oldPost = (await delegate.getByText("原登记：").innerText()).replace("原登记：", "");

  await liaison.goto("/manage/corrections?state=todo");
  await expect(todo(liaison)).toContainText(String(await liaison.locator(".sheet tbody tr").count()));
  expect(await faultsOf(liaison)).toEqual([]);
  await liaison.goto(`${request}?step=confirm`);
  const [download] = await Promise.all([liaison.waitForEvent("download"), liaison.click(`a:text-is("${PDF.name}")`)]);
  expect(download.suggestedFilename()).toBe(PDF.name);
  await liaison.click('button:text-is("核实属实，送组织部审核")');
  await expect(liaison.locator("h1 + .kind")).toContainText("待组织部审核");

  const office = await open(browser, baseURL);
  await signInAs(office, "shenwenqing");
  await office.goto(`${request}?step=approve`);
  await expect(office.locator(".sheet tbody tr")).toContainText(`职务${oldPost}${NEW_POST}`);
  expect(await faultsOf(office)).toEqual([]);
  await office.click('button:text-is("审核通过，更正资料")');
  await expect(office.locator("h1 + .kind")).toContainText("已更正");
  await office.click('dd a[href*="/manage/delegates/"]');
  await office.waitForURL("**/manage/delegates/*-*");
  await office.goto(`${pathOf(office)}?tab=mandate`);
  await expect(office.locator("dd").getByText(NEW_POST, { exact: true }).first()).toBeVisible();
  await office.goto(`${pathOf(office)}?tab=changes`);
  for (const act of ["申请更正资料", "更正申请：核实属实", "更正申请：审核通过，更正资料", "按本人申请更正资料"]) await expect(office.getByRole("cell", { name: act, exact: true })).toBeVisible();

  await delegate.goto(own);
  await expect(delegate.locator("main")).toContainText("已更正");
  await delegate.goto("/my/profile");
  await expect(delegate.locator("dd").getByText(NEW_POST, { exact: true })).toBeVisible();
  await delegate.goto("/my/profile/history");
  await expect(delegate.locator(".tl li").filter({ hasText: "按本人申请更正资料" })).toContainText(`职务：${oldPost} → ${NEW_POST}`);
  await expect(delegate.locator(".tl")).toContainText("审核通过，更正资料");
  for (const page of [delegate, liaison, office]) await page.context().close();
});
