import { expect, test } from "@playwright/test";
import { signInAs } from "../support/sign-in";

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
