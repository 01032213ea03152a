import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { NEWCOMER, WITHOUT_ROLE } from "./app-pages";
import { brokenRoster } from "./broken-roster";
import { makeOpinions } from "./furnish-opinions";
import { makeDuties } from "./furnish-duties";
import { makeActivities } from "./furnish-activities";
import { makeAttendance } from "./furnish-attendance";
import { makeResearches } from "./furnish-researches";
import { makeLetters, readLetter } from "./furnish-letters";
import { makePair } from "./furnish-pair";
import { makeTrainings } from "./furnish-trainings";
import { lookAtUnits } from "./furnish-units";
import { newAccount } from "./new-account";
import { credentialsOf, signInAs, type Credentials } from "./sign-in";
import { FORMER_TERM, uploadRoster, xlsx } from "./roster-steps";

/** Addresses of what was made, by the names of places.ts. */
export type Made = Readonly<Record<string, string>>;

/** What was made, and accounts at their very beginning. */
export type Furniture = { places: Made; accounts: Readonly<Record<string, Credentials>> };

const FOLDER = path.join(import.meta.dirname, "..", "..", ".data", "test", "furniture");

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
  await page.fill("#add-group [name=name]", "闭会期间活动第一小组");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("增加代表小组")')]);
}

/** A termination that waits for its decision. */
async function makeTermination(page: Page): Promise<string> {
  await page.goto("/manage/delegates");
  await page.locator(".sheet .who a").first().click();
  await page.waitForURL("**/manage/delegates/*-*");
  await page.goto(`${pathOf(page)}/terminate`);
  await page.locator("#propose [name=cause]").first().check();
  await page.fill("#propose [name=grounds]", "区纪委处分决定〔2026〕1号，留党察看一年");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("提出终止")')]);
  await page.goto("/manage/terminations");
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** A seat that waits for a by-election: somebody of the roster's last page moves away. */
async function makeVacancy(page: Page): Promise<string> {
  await page.goto("/manage/delegates?order=pinyin");
  await page.locator(".sheet .who a").last().click();
  await page.waitForURL("**/manage/delegates/*-*");
  await page.goto(`${pathOf(page)}/status`);
  await page.check("#status [name=event][value=TRANSFER_OUT]");
  await page.fill("#status [name=basis]", "组织关系转出，区委组织部通知");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("办理变更")')]);
  await page.goto("/manage/vacancies");
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** Forms made and ready to be taken. */
async function makeForms(page: Page): Promise<string> {
  await page.goto("/manage/delegates/forms?q=%E7%8E%8B&sex=2");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("生成登记表")')]);
  await page.goto("/manage/delegates/forms");
  await page.locator("#batches .who a").first().click();
  await page.getByText("下载压缩文件").waitFor({ timeout: 40_000 });
  return pathOf(page);
}

/** The account of one delegate opened by a batch whose slip waits to be taken. */
async function makeAccounts(page: Page): Promise<string> {
  await page.goto("/manage/delegates/accounts?q=%E7%8E%8B");
  await page.locator(".sheet input[name=pick]").first().check();
  await page.click('button:text-is("开通账号")');
  await page.waitForURL("**/accounts/new?**");
  await page.fill("#request [name=password]", credentialsOf("luoyan").password);
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("#request .send button")]);
  await page.goto("/manage/delegates/accounts");
  await page.locator("#batches .who a").first().click();
  await page.getByText("领取口令条（只有一次）").waitFor({ timeout: 40_000 });
  return pathOf(page);
}

/** A batch that numbered some delegates, and a saved view. */
async function makeBatch(page: Page): Promise<string> {
  await page.goto("/manage/delegates/numbers?sex=2&q=%E7%8E%8B&prefix=%E9%9D%92&digits=4&start=9001");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("#number button")]);
  await page.goto("/manage/delegates/views?sex=2");
  await page.fill("#save-view [name=name]", "女代表");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('#save-view button:text-is("保存视图")')]);
  await page.goto("/manage/delegates/batches");
  return (await page.locator(".sheet .who a").first().getAttribute("href")) ?? "";
}

/** A correction the delegate of the demo data asks for, once; its unit has no liaison, so it waits for the office. */
async function askForCorrection(page: Page): Promise<string> {
  await signInAs(page, "delegate");
  await page.goto("/my/profile/corrections/new?field%5B%5D=mobile&field%5B%5D=position");
  await page.fill("#ask [name=position]", "文昌阁社区党总支书记");
  await page.fill("#ask [name=mobile]", "10055556666");
  await page.fill("#ask [name=reason]", "职务调整，有任免通知");
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("提交更正申请")')]);
  await page.goto("/my/profile/corrections");
  return (await page.locator(".rows a.need").first().getAttribute("href")) ?? "";
}

async function makeImports(page: Page): Promise<Made> {
  const done = await firstImport(page);
  await uploadRoster(page, FORMER_TERM, xlsx("十处有误的名册.xlsx", await brokenRoster()));
  await page.getByRole("button", { name: "仅导入无误的" }).waitFor({ timeout: 40_000 });
  const preview = pathOf(page);
  await uploadRoster(page, FORMER_TERM, xlsx("旧格式.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex")));
  await page.getByText("文件没有被读取").waitFor({ timeout: 40_000 });
  const refused = pathOf(page);
  await makeGroup(page);
  return { done, preview, refused };
}

/** A page of one's own, for as long as something is made on it. */
async function onPage<T>(browser: Browser, baseURL: string, make: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL, locale: "zh-CN" });
  const made = await make(await context.newPage());
  await context.close();
  return made;
}

const byOffice = (make: (page: Page) => Promise<Made>) => (browser: Browser, baseURL: string) =>
  onPage(browser, baseURL, async (page) => {
    await signInAs(page, "luoyan");
    return { places: await make(page), accounts: {} };
  });

async function makeNotices(browser: Browser, baseURL: string): Promise<Furniture> {
  const { places } = await byOffice(makeLetters)(browser, baseURL);
  const [message, ownMessage] = [await onPage(browser, baseURL, (page) => readLetter(page, "mengfan")), await onPage(browser, baseURL, (page) => readLetter(page, "delegate"))];
  return { places: { ...places, message, ownMessage }, accounts: {} };
}

async function makePeople(browser: Browser, baseURL: string): Promise<Furniture> {
  const ownCorrection = await onPage(browser, baseURL, askForCorrection);
  const accounts = { [NEWCOMER]: await newAccount(browser, baseURL, "党代表"), [WITHOUT_ROLE]: await newAccount(browser, baseURL) };
  return { places: { ownCorrection, correction: ownCorrection.replace("/my/profile", "/manage") }, accounts };
}

const makeLedger = (browser: Browser, baseURL: string): Promise<Furniture> =>
  onPage(browser, baseURL, async (delegate) => ({ places: await onPage(browser, baseURL, (office) => makeDuties(delegate, office)), accounts: {} }));

/** What the demo data has not, in parts that need nothing of each other. */
export const parts: Readonly<Record<string, (browser: Browser, baseURL: string) => Promise<Furniture>>> = {
  "imports with faults, and a group": byOffice(makeImports),
  "forms and numbers": byOffice(async (page) => ({ forms: await makeForms(page), batch: await makeBatch(page) })),
  "accounts, a termination and a vacancy": byOffice(async (page) => ({ accountBatch: await makeAccounts(page), termination: await makeTermination(page), vacancy: await makeVacancy(page) })),
  "activities to sign in to and to confirm": byOffice(makeAttendance),
  "a training with certificates": byOffice(makeTrainings),
  "notices and their readers": makeNotices,
  "a pair that looks like one person, and units about to change": byOffice(async (page) => ({ ...(await makePair(page)), ...(await lookAtUnits(page)) })),
  "activities": byOffice(makeActivities),
  "researches to mend, to review, adopted and to come": byOffice(makeResearches),
  "a correction, and accounts with a first password": makePeople,
  "opinions after a meeting": byOffice(makeOpinions),
  "duties of a delegate, and a sheet of past ones": makeLedger,
};

const fileOf = (part: string): string => path.join(FOLDER, `${Object.keys(parts).indexOf(part)}.json`);

/** Makes one part and keeps where it stands, for the look that follows. */
export async function furnish(part: string, browser: Browser, baseURL: string): Promise<void> {
  rmSync(fileOf(part), { force: true });
  const made = await parts[part]?.(browser, baseURL);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(made), { mode: 0o600 });
}

/** All that was made. */
export function furniture(): Furniture {
  const made = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as Furniture);
  return { places: Object.assign({}, ...made.map(({ places }) => places)) as Made, accounts: Object.assign({}, ...made.map(({ accounts }) => accounts)) as Furniture["accounts"] };
}
