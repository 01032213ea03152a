import { expect, test } from "@playwright/test";
import { addDays, today } from "../../lib/platform/clock";
import { daysAgo } from "../support/activity-past";
import { signInAs } from "../support/sign-in";

/** The day after tomorrow, for the term of the demo data has an end. */
const ON = addDays(today(), 2);
const WORDS = "建议在老旧小区加装电梯时，先听取低层住户的意见";
const ANSWER = "已写入今年加装电梯的办法，动工前须征求全体住户意见";

test("a delegate says something after a meeting, and reads what came of it", async ({ page, browser, baseURL }) => {
  test.setTimeout(150_000);
  await signInAs(page, "shenwenqing");
  await page.goto("/manage/activities/new");
  for (const [name, value] of [["title", "四季度城建工作座谈会"], ["place", "区委会议中心"], ["replyBy", `${addDays(ON, -1)}T18:00`], ["day1", ON], ["from1", "09:00"], ["to1", "11:00"]] as const) await page.locator(`#activity [name=${name}]`).fill(value);
  await page.locator("#activity [name=kind]").selectOption("MEETING");
  await page.locator("#activity [name=entry][value=INVITATION]").check();
  await page.getByRole("button", { name: "存为拟稿" }).click();
  await page.waitForURL(/\/manage\/activities\/[\w-]{36}$/);
  const meeting = new URL(page.url()).pathname;

  await page.goto(`${meeting}/participants/invite?scope=active&q=${encodeURIComponent("贺宏川")}`);
  await page.locator('input[type="checkbox"][name="pick"]').first().check();
  await page.getByRole("button", { name: "核对所选代表" }).click();
  await page.getByRole("button", { name: "列入 1 人" }).click();
  await page.waitForURL(`**${meeting}/participants`);
  await page.goto(`${meeting}?step=publish`);
  await page.locator("#step [name=confirm]").check();
  await page.getByRole("button", { name: "发布活动" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已发布");

  const phone = await browser.newContext({ baseURL: baseURL ?? "", viewport: { width: 390, height: 844 } });
  const delegate = await phone.newPage();
  await signInAs(delegate, "tangxin");
  await delegate.goto("/account");
  await Promise.all([delegate.waitForURL("**/my"), delegate.click('button:text-is("切换到这个身份")')]);
  await delegate.goto(meeting.replace("/manage", "/my"));
  await delegate.locator("[name=answer][value=ACCEPTED]").check();
  await delegate.getByRole("button", { name: "提交答复" }).click();
  await expect(delegate.locator(".card .tag").first()).toHaveText("参加");
  await expect(delegate.getByRole("link", { name: "提出意见" })).toHaveCount(0);

  await daysAgo(meeting.split("/").at(-1) ?? "", 3);
  await page.goto(`${meeting}/attendance`);
  await page.getByRole("button", { name: "登记已举行" }).click();
  await expect(page.locator(".head .tag")).toHaveText("待确认出席");
  await page.locator('#roll select[name="marks[]"]').first().selectOption({ label: "√ 到会" });
  await page.locator("#roll [name=reason]").fill("纸质签到表");
  await page.getByRole("button", { name: "保存到会情况" }).click();
  await expect(page.getByText("已保存 1 处登记")).toBeVisible();

  await delegate.goto(meeting.replace("/manage", "/my"));
  await delegate.getByRole("link", { name: "提出意见" }).click();
  await delegate.locator("#give [name=content]").fill("太短了");
  await delegate.getByRole("button", { name: "提交意见" }).click();
  await expect(delegate.locator("#give-content-err")).toContainText("至少 10 个字");
  await delegate.locator("#give [name=content]").fill(WORDS);
  await delegate.getByRole("button", { name: "提交意见" }).click();
  await expect(delegate.getByText("已提交", { exact: true }).first()).toBeVisible();
  const opinion = new URL(delegate.url()).pathname;

  await page.goto(opinion.replace("/my", "/manage"));
  await page.getByRole("link", { name: "交办", exact: true }).click();
  await page.locator("#hand [name=body]").fill("区住房和城乡建设局");
  await page.getByRole("button", { name: "交办", exact: true }).click();
  await expect(page.locator(".head .tag")).toHaveText("办理中");
  await page.locator("#answer [name=answer]").fill(ANSWER);
  await page.locator("#answer [name=answeredBy]").fill("区住房和城乡建设局 王某");
  await page.getByRole("button", { name: "登记答复" }).click();
  await expect(page.locator(".head .tag")).toHaveText("待送代表");

  await delegate.goto(opinion);
  await expect(delegate.getByText(ANSWER)).toHaveCount(0);
  await page.getByRole("button", { name: "将答复送代表" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已答复");
  await delegate.goto(opinion);
  await expect(delegate.getByText(ANSWER)).toBeVisible();
  await delegate.getByRole("button", { name: "知悉，办结" }).click();
  await expect(delegate.locator(".card .tag").first()).toHaveText("已知悉");
  await phone.close();
});
