import { expect, type Page } from "@playwright/test";

/** The term of the demo data that nobody stands in. */
export const FORMER_TERM = "青澜区第四次党代会";

/** Checking and writing are jobs of another program. */
const JOB = { timeout: 40_000 };

export type File = string | { name: string; mimeType: string; buffer: Buffer };

export const xlsx = (name: string, buffer: Buffer): File => ({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });

/** Gives a file to the import page and sends it; what the page says of it comes next. */
export async function uploadRoster(page: Page, term: string, file: File): Promise<void> {
  await page.goto("/manage/delegates/import");
  await page.selectOption("[name=term]", { label: term });
  await page.setInputFiles("[name=file]", file);
  await page.click('button:text-is("上传并核对")');
}

/** Waits until the file is checked and nobody in it waits for anything. */
export const expectAllImportable = (page: Page, heads: number): Promise<void> => expect(page.getByRole("button", { name: `导入 ${heads} 人`, exact: true })).toBeVisible(JOB);

export const confirmImport = (page: Page, heads: number): Promise<void> => page.click(`button:text-is("导入 ${heads} 人")`);

export const expectImported = (page: Page, heads: number): Promise<void> => expect(page.getByText(`已导入：新增 ${heads} 人`)).toBeVisible(JOB);

/** On the page of a finished import: takes everybody back. */
export async function undoImport(page: Page, heads: number): Promise<void> {
  await page.click('summary:text-is("整批撤销")');
  await page.click(`button:text-is("撤销这次导入的 ${heads} 人")`);
  await expect(page.getByText("已整批撤销")).toBeVisible(JOB);
}

/** Undoes the newest finished import into a term, if there is one. */
export async function takeBack(page: Page, term: string): Promise<void> {
  await page.goto("/manage/delegates/import");
  const finished = page.locator(`#history tr:has-text("${term}"):has-text("已完成") a`);
  if ((await finished.count()) === 0) return;
  await finished.first().click();
  await page.click('summary:text-is("整批撤销")');
  await page.click('button:has-text("撤销这次导入的")');
  await expect(page.getByText("已整批撤销")).toBeVisible(JOB);
}

/** The identifier of a term, as the list of terms links to it. */
export async function termId(page: Page, term: string): Promise<string> {
  await page.goto("/manage/terms");
  const href = await page.locator(`tr:has-text("${term}") .who a`).getAttribute("href");
  return href?.split("/").at(-1) ?? "";
}

/** The term as it was found: nobody on its roster, and no delegation an import had made for it. */
export async function expectUntouched(page: Page, id: string): Promise<void> {
  await page.goto(`/manage/delegates?term=${id}`);
  await expect(page.getByText("共 0 人")).toBeVisible();
  await page.goto(`/manage/terms/${id}`);
  await expect(page.getByText("还没有代表团", { exact: true })).toBeVisible();
}
