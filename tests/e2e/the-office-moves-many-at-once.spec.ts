import { expect, test, type Page } from "@playwright/test";
import { signInAs } from "../support/sign-in";

const FROM = "驻区部队代表团";
const TO = "白沙镇代表团";

/** The number an outcome of a batch leads with, held to the rows behind it. */
async function followed(page: Page, outcome: string): Promise<number> {
  const row = page.getByRole("row", { name: outcome });
  const heads = Number.parseInt(await row.locator("a").innerText(), 10);
  const result = page.url();
  await row.locator("a").click();
  await expect(page.locator(".listbar")).toContainText(`共 ${heads} 人`);
  await expect(page.locator(".sheet tbody tr")).toHaveCount(heads);
  await page.goto(result);
  return heads;
}

/** From the page of a batch to its people, and all of them into another delegation. */
async function moveOn(page: Page, to: string): Promise<void> {
  await page.selectOption("[name=toDelegation]", { label: to });
  await page.click('button:text-is("预览")');
  await page.locator("#move button").last().click();
  await expect(page).toHaveURL(/batches\/[\w-]{36}$/);
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the office ticks delegates, sees what will change, moves them and follows each figure to its people", async ({ page }) => {
    await signInAs(page, "shenwenqing");
    await page.goto("/manage/delegates");
    await page.click('button:text-is("调整编排")');
    await expect(page.locator("main")).toContainText("没有选择代表");
    await page.goto("/manage/delegates");
    await page.selectOption("[name=delegation]", { label: FROM });
    await page.click('button:text-is("查询")');
    const [first, second] = [page.locator("tbody [name=pick]").nth(0), page.locator("tbody [name=pick]").nth(1)];
    const names = await Promise.all([first, second].map((box) => box.getAttribute("aria-label")));
    await first.check();
    await second.check();
    await page.click('button:text-is("调整编排")');
    for (const name of names) await expect(page.locator("main")).toContainText(name ?? "");
    await page.click('button:text-is("预览")');
    await expect(page.locator("#move")).toHaveCount(0);
    await moveOn(page, TO);
    expect(await followed(page, "已办理")).toBe(2);
    await page.getByRole("row", { name: "已办理" }).locator("a").click();
    await page.goto(page.url().replace("/manage/delegates?", "/manage/delegates/move?"));
    await moveOn(page, FROM);
    expect(await followed(page, "已办理")).toBe(2);
  });
});

test("two in the office number the same list: one does, the other is told", async ({ page, browser, baseURL }) => {
  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "zh-CN" })).newPage();
  await Promise.all([signInAs(page, "shenwenqing"), signInAs(other, "luoyan")]);
  const asked = "/manage/delegates/numbers?q=%E6%AC%A7%E9%98%B3&prefix=%E6%AC%A7&digits=3&start=1";
  await Promise.all([page.goto(asked), other.goto(asked)]);
  await page.locator("#number button").last().click();
  await expect(page).toHaveURL(/batches\/[\w-]{36}$/);
  await other.locator("#number button").last().click();
  await expect(other.locator("#number .notice")).toContainText("预览之后有变动");
  await other.context().close();
});
