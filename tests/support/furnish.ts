import type { Browser, Page } from "@playwright/test";
import { NEWCOMER, WITHOUT_ROLE } from "./app-pages";
import { brokenRoster } from "./broken-roster";
import { makeLetters, readLetter } from "./furnish-letters";
import { makePair } from "./furnish-pair";
import { lookAtUnits } from "./furnish-units";
import { newAccount } from "./new-account";
import { credentialsOf, signInAs, type Credentials } from "./sign-in";
import { FORMER_TERM, uploadRoster, xlsx } from "./roster-steps";

/** Addresses of what was made, by the names of places.ts, and accounts at their very beginning. */
export type Furniture = { places: Readonly<Record<string, string>>; accounts: Readonly<Record<string, Credentials>> };

const PER_PAGE = 20;
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** The import of the demo data itself: the oldest of all. */
async function firstImport(page: Page): Promise<string> {
  await page.goto("/manage/delegates/import");
  const total = Number((await page.locator("#history > header").innerText()).replace(/\D/g, ""));
  await page.goto(`/manage/delegates/import?page=${Math.ceil(total / PER_PAGE)}`);
  return (await page.locator("#history .who a").last().getAttribute("href")) ?? "";
}

async function makeGroup(page: Page): Promise<void> {
  await page.goto("/manage/terms");
  await page.click(`tr:has-text("${FORMER_TERM}") .who a`);
  await page.waitForURL("**/manage/terms/*");
  if (await page.locator('a[href*="/groups/"]').count() > 0) return;
  await page.fill("#add-group [name=name]", "闭会期间活动第一小组");
  // The other worker may have been quicker; then the name is taken, and the group is there all the same.
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("增加代表小组")')]);
}

/** A termination that waits for its decision; the other worker may have been quicker, then theirs serves both. */
async function makeTermination(page: Page): Promise<string> {
  await page.goto("/manage/delegates");
  await page.locator(".sheet .who a").first().click();
  await page.waitForURL("**/manage/delegates/*-*");
  await page.goto(`${pathOf(page)}/terminate`);
  if (await page.locator("#propose").count() > 0) {
    await page.locator("#propose [name=cause]").first().check();
    await page.fill("#propose [name=grounds]", "区纪委处分决定〔2026〕1号，留党察看一年");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("提出终止")')]);
  }
  await page.goto("/manage/terminations");
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** A seat that waits for a by-election: somebody of the roster's last page moves away. */
async function makeVacancy(page: Page): Promise<string> {
  await page.goto("/manage/vacancies");
  if (await page.locator(".sheet .who a").count() === 0) {
    await page.goto("/manage/delegates?order=pinyin");
    await page.locator(".sheet .who a").last().click();
    await page.waitForURL("**/manage/delegates/*-*");
    await page.goto(`${pathOf(page)}/status`);
    await page.check("#status [name=event][value=TRANSFER_OUT]");
    await page.fill("#status [name=basis]", "组织关系转出，区委组织部通知");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("办理变更")')]);
    await page.goto("/manage/vacancies");
  }
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** Forms made and ready to be taken; the other worker may have been quicker, then theirs serves both. */
async function makeForms(page: Page): Promise<string> {
  await page.goto("/manage/delegates/forms?q=%E7%8E%8B&sex=2");
  if (await page.locator("#batches .who a").count() === 0) await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("生成登记表")')]);
  await page.goto("/manage/delegates/forms");
  await page.locator("#batches .who a").first().click();
  await page.getByText("下载压缩文件").waitFor({ timeout: 40_000 });
  return pathOf(page);
}

/** The account of one delegate opened by a batch whose slip waits to be taken; the other worker may have been quicker, then theirs serves both. */
async function makeAccounts(page: Page): Promise<string> {
  await page.goto("/manage/delegates/accounts?q=%E7%8E%8B");
  if (await page.locator("#batches .who a").count() === 0) {
    await page.locator(".sheet input[name=pick]").first().check();
    await page.click('button:text-is("开通账号")');
    await page.waitForURL("**/accounts/new?**");
    if (await page.locator("#request").count() > 0) {
      await page.fill("#request [name=password]", credentialsOf("luoyan").password);
      await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("#request .send button")]);
    }
    await page.goto("/manage/delegates/accounts");
  }
  await page.locator("#batches .who a").first().click();
  await page.getByText("领取口令条（只有一次）").waitFor({ timeout: 40_000 });
  return pathOf(page);
}

/** A batch that numbered some delegates, and a saved view; the other worker may have been quicker. */
async function makeBatch(page: Page): Promise<string> {
  await page.goto("/manage/delegates/batches");
  if (await page.locator(".sheet .who a").count() === 0) {
    await page.goto("/manage/delegates/numbers?sex=2&q=%E7%8E%8B&prefix=%E9%9D%92&digits=4&start=9001");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("#number button")]);
    await page.goto("/manage/delegates/views?sex=2");
    await page.fill("#save-view [name=name]", "女代表");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('#save-view button:text-is("保存视图")')]);
    await page.goto("/manage/delegates/batches");
  }
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** A correction the delegate of the demo data asks for, once; its unit has no liaison, so it waits for the office. */
async function askForCorrection(page: Page): Promise<string> {
  await signInAs(page, "delegate");
  await page.goto("/my/profile/corrections/new?field%5B%5D=mobile&field%5B%5D=position");
  if (await page.locator("#ask [name=position]").count() > 0) {
    await page.fill("#ask [name=position]", "文昌阁社区党总支书记");
    await page.fill("#ask [name=mobile]", "10055556666");
    await page.fill("#ask [name=reason]", "职务调整，有任免通知");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("提交更正申请")')]);
  }
  await page.goto("/my/profile/corrections");
  return (await page.locator(".rows a.need").first().getAttribute("href")) ?? "";
}

async function furnishOffice(page: Page): Promise<Furniture["places"]> {
  await signInAs(page, "luoyan");
  const done = await firstImport(page);
  await uploadRoster(page, FORMER_TERM, xlsx("十处有误的名册.xlsx", await brokenRoster()));
  await page.getByRole("button", { name: "仅导入无误的" }).waitFor({ timeout: 40_000 });
  const preview = pathOf(page);
  await uploadRoster(page, FORMER_TERM, xlsx("旧格式.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex")));
  await page.getByText("文件没有被读取").waitFor({ timeout: 40_000 });
  const refused = pathOf(page);
  await makeGroup(page);
  return { done, preview, refused, forms: await makeForms(page), batch: await makeBatch(page), accountBatch: await makeAccounts(page), termination: await makeTermination(page), vacancy: await makeVacancy(page), ...(await makeLetters(page)), ...(await makePair(page)), ...(await lookAtUnits(page)) };
}

/** What the demo data has not: a preview with faults, a refused file, a group, a termination, a correction and a vacancy under way, a pair that looks like one person, and accounts with a first password. */
export async function furnish(browser: Browser, baseURL: string): Promise<Furniture> {
  const context = await browser.newContext({ baseURL, locale: "zh-CN" });
  const places = await furnishOffice(await context.newPage());
  await context.close();
  const mine = await browser.newContext({ baseURL, locale: "zh-CN" });
  const ownCorrection = await askForCorrection(await mine.newPage());
  await mine.close();
  const reader = async (username: string) => {
    const theirs = await browser.newContext({ baseURL, locale: "zh-CN" });
    const address = await readLetter(await theirs.newPage(), username);
    await theirs.close();
    return address;
  };
  const [message, ownMessage] = [await reader("mengfan"), await reader("delegate")];
  const correction = ownCorrection.replace("/my/profile", "/manage");
  const accounts = { [NEWCOMER]: await newAccount(browser, baseURL, "党代表"), [WITHOUT_ROLE]: await newAccount(browser, baseURL) };
  return { places: { ...places, ownCorrection, correction, message, ownMessage }, accounts };
}
