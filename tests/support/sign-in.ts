import type { Page } from "@playwright/test";
import { demoAccounts } from "./demo-accounts";

/** Signs in through the page, as a person does; also without scripts. */
export async function signInAs(page: Page, username: string): Promise<void> {
  const account = demoAccounts().find((a) => a.username === username);
  if (!account) throw new Error(`演示数据里没有账号 ${username}`);
  await page.goto("/login");
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", account.password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/login"), page.click('button:text-is("登录")')]);
}
