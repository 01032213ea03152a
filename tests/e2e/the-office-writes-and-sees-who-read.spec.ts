import { expect, test, type Page } from "@playwright/test";
import { signInAs } from "../support/sign-in";

test.use({ javaScriptEnabled: false });

const TITLE = `关于核对履职情况的通知 ${Date.now().toString(36)}`;

const unread = async (page: Page): Promise<number> => Number((await page.locator('.phone-tabs a[href="/messages"] b').count()) && (await page.locator('.phone-tabs a[href="/messages"] b').innerText()).replace(/\D/g, ""));

/** The list as the reader has it, once the worker brought the notice. */
async function awaitNotice(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/messages");
    await expect(page.locator(".mail", { hasText: TITLE })).toHaveCount(1, { timeout: 500 });
  }).toPass();
}

test("the office writes to a delegate from the roster, who reads it on the phone, and both see it read, without scripts", async ({ page, browser }, info) => {
  await signInAs(page, "luoyan");
  await page.goto("/manage/delegates?q=%E7%83%AD%E5%90%88%E6%9B%BC%E5%8F%A4%E4%B8%BD");
  await page.locator(".sheet input[name=pick]").first().check();
  await page.click('button:text-is("发通知")');
  await page.fill("[name=title]", TITLE);
  await page.click("#letter .send button");
  await expect(page.locator(".field.bad")).toContainText("请填写正文");
  await expect(page.locator("[name=title]")).toHaveValue(TITLE);
  await page.fill("[name=text]", "请于周五前核对本人履职登记。");
  await page.click("#letter .send button");
  await expect(page.getByText("将发给 1 人")).toBeVisible();
  await page.setInputFiles("#file", { name: "核对表.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await page.click('button:text-is("上传附件")');
  await expect(page.getByText("核对表.pdf")).toBeVisible();
  await page.click("#send .send button");
  await expect(page).toHaveURL(/messages\/sent\/[\w-]{36}(#files)?$/);

  const phone = await browser.newContext({ baseURL: info.project.use.baseURL ?? "", locale: "zh-CN", javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const reader = await phone.newPage();
  await signInAs(reader, "delegate");
  await awaitNotice(reader);
  const before = await unread(reader);
  await reader.click(`.mail button:text-is("${TITLE}")`);
  await expect(reader).toHaveURL(/messages\/[\w-]{36}$/);
  await expect(reader.getByText("请于周五前核对本人履职登记。")).toBeVisible();
  const answer = await phone.request.get((await reader.getByRole("link", { name: "核对表.pdf" }).getAttribute("href")) ?? "");
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  expect(await unread(reader)).toBe(before - 1);
  await phone.close();

  await page.reload();
  await expect(page.getByRole("heading", { name: "已读 1 人，未读 0 人" })).toBeVisible();
  await expect(page.locator(".sheet")).toContainText("已读");
});
