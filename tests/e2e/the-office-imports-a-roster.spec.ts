import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { signInAs } from "../support/sign-in";

const expectClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
};

test("a wrong password says no more than that, and keeps the user name", async ({ page }) => {
  await page.goto("/login");
  await page.fill("[name=username]", "shenwenqing");
  await page.fill("[name=password]", "not-the-password");
  await page.click('button:text-is("登录")');
  await expect(page.getByRole("alert")).toContainText("登录名或口令不正确");
  await expect(page.locator("[name=username]")).toHaveValue("shenwenqing");
});

test("the office finds every delegate of the imported roster", async ({ page }) => {
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/delegates");
  await expect(page.getByText("共 420 人")).toBeVisible();
  await expectClean(page);
  await page.fill("[name=q]", "王建国");
  await page.click('button:text-is("查询")');
  await expect(page.getByText("共 2 人")).toBeVisible();
});

test("the office imports a sheet into an empty term and takes it back", async ({ page }) => {
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/delegates/import");
  await page.selectOption("[name=term]", { label: "青澜区第四次党代会" });
  await page.setInputFiles("[name=file]", "tests/fixtures/roster_small.xlsx");
  await page.click('button:text-is("上传并核对")');
  await page.click('button:text-is("导入 60 人")', { timeout: 40_000 });
  await expect(page.getByText("已导入：新增 60 人")).toBeVisible({ timeout: 40_000 });
  await page.click('a:text-is("查看花名册")');
  await expect(page.getByText("共 60 人")).toBeVisible();
  await page.goBack();
  await page.click('summary:text-is("整批撤销")');
  await page.click('button:text-is("撤销这次导入的 60 人")');
  await expect(page.getByText("已整批撤销")).toBeVisible({ timeout: 30_000 });
});

test("a liaison sees the own unit and not a sign of another", async ({ page }) => {
  await signInAs(page, "mengfan");
  await page.goto("/manage/delegates");
  await expect(page.getByText("共 30 人")).toBeVisible();
  await page.goto("/manage/delegates?q=%E7%8E%8B%E5%BB%BA%E5%9B%BD");
  await expect(page.getByText("王建国", { exact: true })).toHaveCount(0);
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
