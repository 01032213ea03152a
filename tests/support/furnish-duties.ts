import type { Page } from "@playwright/test";
import { signInAs } from "./sign-in";

const sent = (page: Page) => page.waitForURL(/my\/duties\/[\da-f-]{36}/);

/** Somebody the delegate keeps in touch with, named by the duty. */
async function keepContact(page: Page): Promise<string> {
  await page.goto("/my/contacts/new");
  await page.check("#contact [value=HOUSEHOLD]");
  await page.fill("#contact [name=name]", "杨家岭三组老支书家");
  await page.fill("#contact [name=since]", "2026-09-01");
  await page.click('#contact button:text-is("登记联系对象")');
  await page.waitForURL("**/my/contacts");
  return (await page.locator('a.row[href^="/my/contacts/"]').first().getAttribute("href")) ?? "";
}

/** A duty under review and a draft, as the delegate of the demo data leaves them. */
async function logDuties(page: Page): Promise<{ ownDuty: string; ownDraft: string }> {
  await signInAs(page, "delegate");
  await page.goto("/my/duties/new?kind=VOLUNTEER");
  await page.fill("#duty [name=title]", "社区义诊");
  await page.fill("#duty [name=content]", "为老人量血压、讲用药");
  await page.click('#duty button:text-is("提交审核")');
  const again = page.locator("#duty [name=again]");
  await Promise.race([again.waitFor(), sent(page)]);
  if (await again.count()) {
    await again.check();
    await page.click('#duty button:text-is("提交审核")');
    await sent(page);
  }
  const ownDuty = new URL(page.url()).pathname;
  await page.goto("/my/duties/new?kind=TRAINING");
  await page.fill("#duty [name=title]", "基层治理专题培训班");
  await page.click('#duty button:text-is("存草稿")');
  await sent(page);
  return { ownDuty, ownDraft: new URL(page.url()).pathname };
}

/** A sheet of past duties that waits to be confirmed. */
async function uploadDuties(page: Page): Promise<string> {
  await signInAs(page, "luoyan");
  await page.goto("/manage/duties/import");
  await page.setInputFiles("[type=file]", { name: "履职登记汇总.csv", mimeType: "text/csv", buffer: Buffer.from("代表姓名,履职日期,活动类型,活动名称\n查无此人,2026-03-01,志愿服务,社区义诊\n") });
  await page.click("main form[enctype] button");
  await page.waitForURL(/manage\/duties\/import\/[\da-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** What the pages about duties need, each by its own hand. */
export async function makeDuties(delegate: Page, office: Page): Promise<Record<string, string>> {
  const { ownDuty, ownDraft } = await logDuties(delegate);
  const ownContact = await keepContact(delegate);
  return { ownDuty, ownDraft, ownContact, contact: ownContact.replace("/my", "/manage"), duty: ownDuty.replace("/my", "/manage"), dutyImport: await uploadDuties(office) };
}
