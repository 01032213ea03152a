import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { brokenRoster, CLEAN_ROSTER, faults, markedCells, mended } from "../support/broken-roster";
import { compositionOf, expectedFigures, figuresOn, totalOf, type Figure } from "../support/composition-figures";
import { confirmImport, expectAllImportable, expectImported, expectUntouched, FORMER_TERM, takeBack, termId, undoImport, uploadRoster, xlsx } from "../support/roster-steps";
import { signInAs } from "../support/sign-in";

// One term, one file of tests: they run one after the other, and each leaves the term as it found it.
test.describe.configure({ timeout: 300_000 });

const rosters = [
  { file: "roster_small.xlsx", heads: 60 },
  { file: "roster_district.xlsx", heads: 420 },
  { file: "roster_gb18030.csv", heads: 120 },
];

let term = "";

test.beforeEach(async ({ page }) => {
  await signInAs(page, "shenwenqing");
  term = await termId(page, FORMER_TERM);
});

test.afterEach(async ({ page }, info) => {
  // What a failed test left in the term would fail the others as well.
  if (info.status !== info.expectedStatus) await takeBack(page, FORMER_TERM);
});

/** Imports a file of which every row can be taken; ends on the page of the finished import. */
async function importWhole(page: Page, file: Parameters<typeof uploadRoster>[2], heads: number): Promise<string> {
  await uploadRoster(page, FORMER_TERM, file);
  await expectAllImportable(page, heads);
  await confirmImport(page, heads);
  await expectImported(page, heads);
  return page.url();
}

/** Follows a few figures as a reader does: there by a click, and back to the figures. */
async function clickSome(page: Page, figures: readonly Figure[]): Promise<void> {
  const linked = figures.filter(({ href }) => href !== null);
  expect(linked.length).toBeGreaterThan(20);
  for (const { href, heads } of [linked[0], linked[5], linked.at(-1)].filter((figure) => figure !== undefined)) {
    // The same figure also stands in tables that are folded away.
    await page.locator(`a[href="${href}"]:visible`).first().click();
    await expect(page.getByText(`共 ${heads} 人`)).toBeVisible();
    await page.goBack();
    await page.waitForURL("**/manage/composition?**");
    await page.getByRole("heading", { level: 1, name: "代表构成" }).waitFor();
  }
}

for (const { file, heads } of rosters) {
  test(`${file} goes in, is counted right, leads to its people, and comes out again`, async ({ page }) => {
    const batch = await importWhole(page, `tests/fixtures/${file}`, heads);
    await page.goto(compositionOf(term));
    const figures = await figuresOn(page);
    expect(Object.fromEntries(figures.map((f) => [f.name, f.heads]))).toMatchObject(expectedFigures(file));
    const wrong: string[] = [];
    for (const { name, heads: said, href } of figures) {
      const listed = href ? await totalOf(page, href) : 0;
      if (listed !== said) wrong.push(`${name}: ${said} said, ${listed} listed`);
    }
    expect(wrong).toEqual([]);
    await clickSome(page, figures);
    await page.goto(batch);
    await undoImport(page, heads);
    await expectUntouched(page, term);
  });
}

test("ten wrong cells are told, come back marked, and go in when mended", async ({ page }) => {
  await uploadRoster(page, FORMER_TERM, xlsx("名册.xlsx", await brokenRoster()));
  await expect(page.getByRole("button", { name: "仅导入无误的 50 人" })).toBeVisible({ timeout: 40_000 });
  for (const { row, heading, says, tone } of faults) {
    const line = page.locator(`.import-sheet tr:has(> td:first-child:text-is("${row}"))`);
    const cell = line.locator(heading === "姓名" ? ".who" : `[data-head="${heading}"]`);
    await expect(line.locator(".problem")).toContainText(`${tone === "red" ? "错误" : "待定"}：${says}`);
    await expect(cell).toHaveClass(new RegExp(tone === "red" ? "bad" : "wait"));
  }
  await expect(page.locator(".import-sheet td.bad, .import-sheet td.wait")).toHaveCount(faults.length);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click('a:text-is("下载错误工作簿")')]);
  expect(download.suggestedFilename()).toBe("名册-待改正.xlsx");
  const bytes = readFileSync(await download.path());
  const marks = faults.map(({ row, column, says, tone }) => ({ cell: `${column}${row}`, colour: tone === "red" ? "FFF4C7C3" : "FFFCE8B2", note: `${tone === "red" ? "错误" : "待定"}：${says}` }));
  expect(await markedCells(bytes)).toEqual(marks);
  await importWhole(page, xlsx("名册-待改正.xlsx", await mended(bytes)), 60);
  await undoImport(page, 60);
  await expectUntouched(page, term);
});

test("whoever loads the page again while a job runs finds it where it is", async ({ page }) => {
  await uploadRoster(page, FORMER_TERM, "tests/fixtures/roster_district.xlsx");
  await page.waitForURL("**/manage/delegates/import/*");
  await page.reload();
  await expectAllImportable(page, 420);
  // Loaded again before the answer, the page would take the request back.
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), confirmImport(page, 420)]);
  await page.reload();
  await expectImported(page, 420);
  await undoImport(page, 420);
  await expectUntouched(page, term);
});

test("giving up before the import leaves nothing behind", async ({ page }) => {
  await uploadRoster(page, FORMER_TERM, CLEAN_ROSTER);
  await expectAllImportable(page, 60);
  await page.click('summary:text-is("放弃这次导入")');
  await page.click('button:text-is("放弃这次导入")');
  await expect(page.getByText("已取消，没有写入任何数据。")).toBeVisible();
  await expect(page.getByRole("button", { name: "导入" })).toHaveCount(0);
  await expectUntouched(page, term);
});
