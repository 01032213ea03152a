import { expect, test, type Page } from "@playwright/test";
import { newAccount } from "../support/new-account";
import { credentialsOf, signInAs, signInWith } from "../support/sign-in";

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

const NEW_PASSWORD = "湖心亭看雪 上下一白 余三两点";

const rootSize = (page: Page): Promise<string> => page.locator("html").evaluate((html) => getComputedStyle(html).fontSize);

test("a wrong password is said, and the user name stays", async ({ page }) => {
  await page.goto("/login");
  await page.fill("[name=username]", "delegate");
  await page.fill("[name=password]", "not-the-password");
  await page.click('button:text-is("登录")');
  await expect(page.locator(".notice[role=alert]")).toContainText("登录名或口令不正确");
  await expect(page.locator("[name=username]")).toHaveValue("delegate");
  await expect(page.locator("[name=password]")).toHaveValue("");
});

test("a delegate signs in, reads the own record and signs out", async ({ page }) => {
  await signInAs(page, "delegate");
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("热合曼古丽·玉素因代表，您好");
  await page.click('.phone-tabs a:has-text("我的")');
  await expect(page.locator("dd").getByText("热合曼古丽·玉素因")).toBeVisible();
  await expect(page.locator("dd").getByText("青石桥街道代表团")).toBeVisible();
  await page.click('button:text-is("退出登录")');
  await expect(page.getByText("已退出登录")).toBeVisible();
  await page.goto("/my");
  await expect(page).toHaveURL(/\/login\?to=%2Fmy$/);
});

test("somebody who has to sign in first is led on to the address asked for", async ({ page }) => {
  await page.goto("/my/sign-in?of=1%262");
  await expect(page).toHaveURL(/\/login\?to=/);
  const { username, password } = credentialsOf("delegate");
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", password);
  await page.click('button:text-is("登录")');
  await expect(page).toHaveURL(/\/my\/sign-in\?of=1%262$/);
});

test("large type is one button away, on the page at hand, and stays", async ({ page }) => {
  await page.goto("/login");
  expect(await rootSize(page)).toBe("16px");
  await page.click('button:has-text("大字版")');
  await expect(page).toHaveURL(/\/login$/);
  expect(await rootSize(page)).toBe("22.4px");
  await signInAs(page, "delegate");
  await page.goto("/my/profile");
  expect(await rootSize(page)).toBe("22.4px");
  await page.click('button:has-text("标准版")');
  await expect(page).toHaveURL(/\/my\/profile$/);
  expect(await rootSize(page)).toBe("16px");
});

test("whoever comes with a first password must change it, and then is in", async ({ page, browser }, info) => {
  const account = await newAccount(browser, info.project.use.baseURL ?? "", "党代表");
  await signInWith(page, account);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/account\/password$/);
  await expect(page.getByText("现在的口令别人见过")).toBeVisible();
  await page.fill("[name=current]", account.password);
  await page.fill("[name=password]", NEW_PASSWORD);
  await page.fill("[name=again]", "湖心亭看雪 上下一白 余两三点");
  await page.click('button:text-is("修改口令")');
  await expect(page.locator(".notice[role=alert]")).toContainText("两次输入的新口令不一致");
  await page.fill("[name=current]", account.password);
  await page.fill("[name=password]", NEW_PASSWORD);
  await page.fill("[name=again]", NEW_PASSWORD);
  await page.click('button:text-is("修改口令")');
  await expect(page).not.toHaveURL(/\/account\/password$/);
  await page.goto("/my");
  await expect(page.getByText("没有查到您的代表资格")).toBeVisible();
});
