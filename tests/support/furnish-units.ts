import type { Page } from "@playwright/test";

const address = (page: Page): string => `${new URL(page.url()).pathname}${new URL(page.url()).search}`;

const LIST = "名称,上级,类别\n巡视一支部,云帆街道党工委,支部\n巡视二支部,没有这个上级,支部\n巡视三支部,云帆街道党工委,某某\n";

/** A merge and a split looked at, and a list of units with two faulty rows; none of them is done. */
export async function lookAtUnits(page: Page): Promise<{ merging: string; splitting: string; unitImport: string }> {
  await page.goto("/manage/units");
  await page.locator('.units a:has-text("街道党工委")').first().click();
  await page.waitForURL(/units\/[\da-f-]{36}$/);
  const unit = new URL(page.url()).pathname;
  await page.goto(`${unit}/merge`);
  await page.locator("[name=into]").selectOption({ index: 1 });
  await page.getByRole("button", { name: "核对合并的影响" }).click();
  await page.waitForURL(/into=/);
  const merging = address(page);
  await page.goto(`${unit}/split`);
  await page.locator("[name=to]").selectOption({ index: 1 });
  await page.locator('[name="delegates[]"]').first().check();
  await page.getByRole("button", { name: "核对拆分的影响" }).click();
  await page.waitForURL(/look=1/);
  const splitting = address(page);
  await page.goto("/manage/units/import");
  await page.setInputFiles("#file", { name: "巡视党组织.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[\da-f-]{36}$/);
  return { merging, splitting, unitImport: new URL(page.url()).pathname };
}

const PAST = "代表姓名,履职日期,活动类型,活动名称,填报日期\n没有此人,2025-03-01,宣讲,宣讲党章,2025-03-02\n没有此人,2025-13-01,开会,走访,2025-03-02\n";

/** A list of past duties with faulty rows, looked at and not written. */
export async function lookAtPastDuties(page: Page): Promise<{ dutyImport: string }> {
  await page.goto("/manage/duties/import");
  await page.setInputFiles("#file", { name: "巡视履职记录.csv", mimeType: "text/csv", buffer: Buffer.from(PAST) });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[\da-f-]{36}$/);
  return { dutyImport: new URL(page.url()).pathname };
}
