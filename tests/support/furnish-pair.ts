import type { Page } from "@playwright/test";

const NAME = "核对样例甲";

/** Registers somebody of this name in the term; one alike is said to be somebody else. */
async function register(page: Page, term: string, delegation: string): Promise<void> {
  await page.goto(`/manage/delegates/new?term=${term}`);
  await page.fill("#delegate-name", NAME);
  await page.fill("#delegate-birthMonth", "1979.04");
  await page.selectOption("#delegate-delegationId", { label: delegation });
  await page.click("form#delegate .send button");
  const asked = page.locator("select[name=samePerson]");
  const registered = /manage\/delegates\/[\da-f-]{36}$/;
  await Promise.race([asked.waitFor(), page.waitForURL(registered)]);
  if (registered.test(page.url())) return;
  await asked.selectOption("different");
  await page.click("form#delegate .send button");
  await page.waitForURL(registered);
}

/** A pair that looks like one person, and a merge of two others. */
export async function makePair(page: Page): Promise<{ pair: string; merge: string }> {
  const delegation = `${NAME}代表团`;
  await page.goto("/manage/terms/new");
  await page.fill("#term [name=ordinal]", "80");
  for (const [name, value] of Object.entries({ name: `${NAME}的届次`, startsOn: "2001-03-01", endsOn: "2002-03-01" })) await page.fill(`#term [name=${name}]`, value);
  await page.click('button:text-is("新增届次")');
  await page.waitForURL(/manage\/terms\/[\da-f-]{36}$/);
  const term = page.url().split("/").at(-1) ?? "";
  await page.fill("#add-delegation [name=name]", delegation);
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click('button:text-is("增加代表团")')]);
  for (let round = 0; round < 3; round += 1) await register(page, term, delegation);
  const first = async (): Promise<string> => {
    await page.goto(`/manage/quality/sameName?term=${term}`);
    return (await page.locator(`tr:has-text("${NAME}") a:text-is("核对")`).first().getAttribute("href")) ?? "";
  };
  await page.goto(await first());
  await page.locator("#merge [name=stays]").first().check();
  await page.fill("#merge [name=grounds]", "核对干部档案，系同一人重复登记");
  await page.click('button:text-is("合并为一人")');
  await page.waitForURL(/merges\/[\da-f-]{36}$/);
  return { merge: new URL(page.url()).pathname, pair: await first() };
}
