// Takes the pictures of the README from the running platform: npm start in one window, npm run shots in another.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { browserOptions } from "./setup/browser.mjs";

const ORIGIN = process.env.APP_URL ?? "http://127.0.0.1:3000";
const FOLDER = path.resolve(process.env.SHOTS ?? "docs/shots");
const ACCOUNTS = path.resolve(".data/demo-accounts.json");
const DESK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Who looks at what: user name, viewport, and addresses by the name of the picture. */
const TOURS = [
  { user: null, view: DESK, pages: { login: "/login" } },
  { user: null, view: PHONE, pages: { "login-phone": "/login" } },
  { user: "shenwenqing", view: DESK, pages: {
    home: "/manage", roster: "/manage/delegates", delegate: "first:/manage/delegates", composition: "/manage/composition", import: "/manage/delegates/import",
    "import-done": "first:/manage/delegates/import", units: "/manage/units", terms: "/manage/terms", new: "/manage/delegates/new", print: "/manage/delegates/print" } },
  { user: "mengfan", view: DESK, pages: { liaison: "/manage/delegates" } },
  { user: "delegate", view: PHONE, pages: { "my-home": "/my", "my-profile": "/my/profile" } },
  { user: "liangqiming", view: DESK, pages: { overview: "/overview" } },
  { user: "sysadmin", view: DESK, pages: { accounts: "/system/accounts" } },
  { user: "secadmin", view: DESK, pages: { grants: "/system/grants" } },
  { user: "auditadmin", view: DESK, pages: { audit: "/system/audit" } },
];

async function signIn(page, username) {
  const { password } = JSON.parse(readFileSync(ACCOUNTS, "utf8")).find((a) => a.username === username);
  await page.goto(`${ORIGIN}/login`);
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/login"), page.click("button:text-is(\"登录\")")]);
}

/** "first:/list" is the page behind the first name of that list. */
async function open(page, address) {
  const list = address.startsWith("first:");
  await page.goto(ORIGIN + address.replace("first:", ""), { waitUntil: "networkidle" });
  if (!list) return;
  const href = await page.locator("table .who a").first().getAttribute("href");
  await page.goto(ORIGIN + href, { waitUntil: "networkidle" });
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch(browserOptions());
for (const tour of TOURS) {
  const context = await browser.newContext({ viewport: tour.view, deviceScaleFactor: tour.view === PHONE ? 2 : 1, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  if (tour.user) await signIn(page, tour.user);
  for (const [name, address] of Object.entries(tour.pages)) {
    await open(page, address);
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    process.stdout.write(`${name} ${page.url().replace(ORIGIN, "")}\n`);
  }
  await context.close();
}
await browser.close();
