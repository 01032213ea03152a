import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { signInAs, type Credentials } from "./sign-in";

async function as<T>(browser: Browser, baseURL: string, username: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL, locale: "zh-CN" });
  const page = await context.newPage();
  await signInAs(page, username);
  const done = await work(page);
  await context.close();
  return done;
}

async function create(page: Page, username: string): Promise<string> {
  await page.goto("/system/accounts/new");
  await page.fill("[name=username]", username);
  await page.fill("[name=displayName]", "阮新月");
  await page.click('button:text-is("建立账号")');
  return await page.locator("dd b.num").innerText();
}

async function give(page: Page, username: string, role: string, unit?: string): Promise<void> {
  await page.goto(`/system/grants?q=${username}`);
  await page.click(".sheet .who a");
  await page.selectOption("#give [name=role]", { label: role });
  if (unit) await page.selectOption("#give [name=unitId]", (await page.locator("#give [name=unitId] option", { hasText: unit }).first().getAttribute("value")) ?? "");
  await page.click('button:text-is("授予角色")');
  await page.locator(".sheet th.who", { hasText: role }).waitFor();
}

/** An account as the administrators make one: with its first password, and with this role, in this unit, or none. */
export async function newAccount(browser: Browser, baseURL: string, role?: string, unit?: string): Promise<Credentials> {
  const username = `u${randomBytes(6).toString("hex")}`;
  const password = await as(browser, baseURL, "sysadmin", (page) => create(page, username));
  if (role) await as(browser, baseURL, "secadmin", (page) => give(page, username, role, unit));
  return { username, password };
}
