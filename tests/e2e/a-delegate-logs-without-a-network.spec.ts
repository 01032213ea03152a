import { expect, test, type Page } from "@playwright/test";
import { signInAs } from "../support/sign-in";

test.use({ viewport: { width: 390, height: 844 } });

async function write(page: Page, title: string, masses: string): Promise<void> {
  await page.fill('[name="masses"]', masses);
  await page.fill('[name="title"]', title);
  await page.fill('[name="content"]', "了解用水情况，答应下周答复。");
  await page.click('button:text-is("提交审核")');
  await expect(page.getByText("这一条已存在本机")).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue("");
}

test("three records are written without a network and sent once each when there is one again", async ({ page, context }) => {
  await signInAs(page, "delegate");
  await page.goto("/my/duties/new?kind=CONTACT");
  await context.setOffline(true);
  for (const n of [1, 2, 3]) await write(page, `断网走访第 ${n} 户`, String(n));
  await expect(page.getByText("3 条履职记录存在本机")).toBeVisible();

  // Two pages of one phone send at the same time.
  const second = await context.newPage();
  await context.setOffline(false);
  await second.goto("/my/duties/new");
  await expect(async () => {
    await second.goto("/my/duties");
    for (const n of [1, 2, 3]) await expect(second.getByText(`断网走访第 ${n} 户`)).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  await page.goto("/my/duties");
  await expect(page.getByText("存在本机，还没有送出")).toHaveCount(0);
  // The first is submitted; those of the same day and kind wait for the word that they are another matter.
  for (const [state, count] of [["SUBMITTED", 1], ["DRAFT", 2]] as const) {
    await page.goto(`/my/duties?state=${state}`);
    await expect(page.getByText("断网走访第")).toHaveCount(count);
  }
});

test("what was typed is there again after the page was closed, and signing out forgets it", async ({ page, context }) => {
  await signInAs(page, "delegate");
  await page.goto("/my/duties/new?kind=VOLUNTEER");
  await page.fill('[name="title"]', "清理河道");
  await expect(async () => {
    const again = await context.newPage();
    await again.goto("/my/duties/new?kind=VOLUNTEER");
    await expect(again.getByText("已恢复上次没有提交的内容")).toBeVisible({ timeout: 1000 });
    await expect(again.locator('[name="title"]')).toHaveValue("清理河道");
    await again.close();
  }).toPass();

  await page.goto("/my/profile");
  await page.click('button:text-is("退出登录")');
  await expect(page.getByText("本机还有 1 条填写的履职记录没有送出")).toBeVisible();
  await page.click('button:text-is("退出登录")');
  await page.waitForURL("**/login**");
  await signInAs(page, "delegate");
  await page.goto("/my/duties/new?kind=VOLUNTEER");
  await expect(page.locator('[name="title"]')).toHaveValue("");
});
