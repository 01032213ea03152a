import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signInAs } from "../support/sign-in";

test("a wrong password says no more than that, and keeps the user name", async ({ page }) => {
  await page.goto("/login");
  await page.fill("[name=username]", "shenwenqing");
  await page.fill("[name=password]", "not-the-password");
  await page.click('button:text-is("登录")');
  await expect(page.locator(".notice[role=alert]")).toContainText("登录名或口令不正确");
  await expect(page.locator("[name=username]")).toHaveValue("shenwenqing");
});

test("the office finds every delegate of the imported roster, also both of one name", async ({ page }) => {
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/delegates");
  await expect(page.getByText("共 420 人")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.fill(".filters [name=q]", "王建国");
  await page.click('.filters button:text-is("查询")');
  await expect(page.getByText("共 2 人")).toBeVisible();
  await page.locator(".sheet .who a").last().click();
  await page.click('a:text-is("任职与代表")');
  await page.click('.crumb a:text-is("花名册")');
  await expect(page.getByText("共 2 人")).toBeVisible();
});

test("a liaison sees the own unit and not a sign of another", async ({ page }) => {
  await signInAs(page, "mengfan");
  await page.goto("/manage/delegates");
  await expect(page.getByText("共 30 人")).toBeVisible();
  await page.goto("/manage/delegates?q=%E7%8E%8B%E5%BB%BA%E5%9B%BD");
  await expect(page.locator("table a", { hasText: "王建国" })).toHaveCount(0);
  const refused = await page.goto("/manage/delegates/import");
  expect(refused?.status()).toBe(403);
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("a delegate signs in and reads the own record", async ({ page }) => {
    await signInAs(page, "delegate");
    await page.goto("/my/profile");
    await expect(page.getByText("热合曼古丽·玉素因").first()).toBeVisible();
  });
});
