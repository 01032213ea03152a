import type { Page } from "@playwright/test";
import { demoAccounts } from "./demo-accounts";

export type Credentials = { username: string; password: string };

export function credentialsOf(username: string): Credentials {
  const account = demoAccounts().find((a) => a.username === username);
  if (!account) throw new Error(`演示数据里没有账号 ${username}`);
  return account;
}

/** Signs in through the page, as a person does; also without scripts. */
export async function signInWith(page: Page, { username, password }: Credentials): Promise<void> {
  await page.goto("/login");
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/login"), page.click('button:text-is("登录")')]);
}

/** Signs in with an account of the demo data. */
export const signInAs = (page: Page, username: string): Promise<void> => signInWith(page, credentialsOf(username));
