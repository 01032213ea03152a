import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import sharp from "sharp";
import { addDays, today } from "../../lib/platform/clock";
import { daysAgo } from "../support/activity-past";
import { signInAs, signInWith } from "../support/sign-in";

const PHONE = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
const NEW_PASSWORD = "湖心亭看雪 上下一白 余三两点";
/** Nobody of this delegation is touched by another story. */
const DELEGATION = "柳堰镇代表团";
const TITLE = "老旧小区加装电梯联合调研";
const ON = addDays(today(), 2);

const faultsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
const pathOf = (page: Page) => new URL(page.url()).pathname;
const open = async (browser: Browser, baseURL: string, options: object = {}): Promise<Page> => (await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options })).newPage();
const sent = (page: Page, button: string) => Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.getByRole("button", { name: button, exact: true }).click()]);

/** A delegate of the delegation whose account the office opens; returns the name, and the phone after the first sign-in. */
async function openDelegate(page: Page, browser: Browser, baseURL: string): Promise<{ name: string; phone: Page }> {
  await page.goto("/manage/delegates");
  await page.selectOption("[name=delegation]", { label: DELEGATION });
  await page.click('button:text-is("查询")');
  await page.locator(".sheet .who a").first().click();
  await page.waitForURL(/\/manage\/delegates\/[\w-]{36}/);
  await page.goto(`${pathOf(page)}/account`);
  await page.getByRole("button", { name: "开通账号" }).click();
  const shown = page.locator("[role=status] dd .num");
  const [username = "", password = ""] = [await shown.first().innerText(), await page.locator("[role=status] b.num").innerText()];
  const phone = await open(browser, baseURL, PHONE);
  await signInWith(phone, { username, password });
  for (const [field, value] of [["current", password], ["password", NEW_PASSWORD], ["again", NEW_PASSWORD]] as const) await phone.fill(`[name=${field}]`, value);
  await phone.click('button:text-is("修改口令")');
  await expect(phone).toHaveURL(/\/my$/);
  return { name: (await phone.locator("h1").first().innerText()).replace("代表，您好", ""), phone };
}

/** Plans the research with two stops and a people's deputy, and publishes it with this delegate on its list. Returns its address. */
async function plan(page: Page, name: string): Promise<string> {
  await page.goto("/manage/researches/new");
  for (const [field, value] of [["title", TITLE], ["place", "区委大院东门"], ["replyBy", `${addDays(ON, -1)}T18:00`], ["day1", ON], ["from1", "09:00"], ["to1", "11:30"]] as const) await page.fill(`#activity [name=${field}]`, value);
  await page.getByRole("button", { name: "存为拟稿" }).click();
  await page.waitForURL(/\/manage\/activities\/[\w-]{36}\/research$/);
  const activity = pathOf(page).replace(/\/research$/, "");
  await page.getByRole("link", { name: "编排路线" }).first().click();
  for (const [field, value] of [["name1", "望湖社区"], ["address1", "望湖路 12 号"], ["name2", "云帆小学"]] as const) await page.fill(`#route [name=${field}]`, value);
  await page.selectOption("#route [name=kind1]", "COMMUNITY");
  await page.getByRole("button", { name: "保存路线" }).click();
  await expect(page.locator("#route-kind2-err")).toHaveText("请选择类别");
  await page.selectOption("#route [name=kind2]", "SCHOOL");
  await page.getByRole("button", { name: "保存路线" }).click();
  await expect(page.getByText("2 站", { exact: true })).toBeVisible();
  await page.goto(`${activity}/guests`);
  await page.fill("#guest [name=name]", "章向阳");
  await page.selectOption("#guest [name=kind]", "DEPUTY");
  await sent(page, "登记会外人员");
  await page.goto(`${activity}/participants/invite?scope=active&q=${encodeURIComponent(name)}`);
  await page.locator('input[type="checkbox"][name="pick"]').first().check();
  await page.getByRole("button", { name: "核对所选代表" }).click();
  await page.getByRole("button", { name: "列入 1 人" }).click();
  await page.waitForURL(`**${activity}/participants`);
  await page.goto(`${activity}?step=publish`);
  await page.getByLabel("已知悉通知时间不足，仍要发布").check();
  await page.getByRole("button", { name: "发布活动" }).click();
  await expect(page.locator(".head .tag")).toHaveText("已发布");
  return activity;
}

test("a joint research is planned, seen on the phone, reported, adopted and remarked on", async ({ page, browser, baseURL: base }) => {
  const baseURL = base ?? "";
  test.slow();
  await signInAs(page, "shenwenqing");
  const { name, phone } = await openDelegate(page, browser, baseURL);
  const activity = await plan(page, name);
  const [desk, mine] = [`${activity}/research`, activity.replace("/manage/activities", "/my/researches")];
  await page.goto(desk);
  await expect(page.getByText("与人大代表联合")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await phone.goto(activity.replace("/manage", "/my"));
  await phone.locator("[name=answer][value=ACCEPTED]").check();
  await phone.locator(".send button").first().click();
  await phone.goto(activity.replace("/manage", "/my"));
  await phone.getByRole("link", { name: "路线、所见和报告" }).click();
  await expect(phone.getByText("望湖路 12 号")).toBeVisible();
  await expect(phone.getByRole("link", { name: "记录所见" })).toHaveCount(0);

  await page.goto(`${desk}?step=arrange`);
  await page.selectOption("#arrange [name=leaderId]", { index: 1 });
  await page.getByRole("button", { name: "保存安排" }).click();
  await page.waitForURL(`**${desk}`);
  await daysAgo(activity.split("/").at(-1) ?? "", 3);

  await phone.goto(mine);
  await phone.getByRole("link", { name: "记录所见" }).click();
  await phone.getByRole("button", { name: "保存所见" }).click();
  await expect(phone.getByText("请选择调研点").first()).toBeVisible();
  await phone.selectOption("#finding [name=stopId]", { label: "1 望湖社区" });
  await phone.locator("#finding [name=kind][value=ISSUE]").check();
  await phone.fill("#finding [name=text]", "三单元一楼住户对采光有顾虑，加装方案两次未通过。");
  await phone.getByRole("button", { name: "保存所见" }).click();
  await expect(phone.getByText("加装方案两次未通过")).toBeVisible();
  await phone.setInputFiles("[name=photo]", { name: "楼道.jpg", mimeType: "image/jpeg", buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: "#8899aa" } }).jpeg().toBuffer() });
  await phone.click('button:text-is("上传照片")');
  await expect(phone.getByAltText("照片 1")).toBeVisible();

  await page.goto(`${activity}/attendance`);
  await sent(page, "登记已举行");
  await phone.goto(`${mine}?step=report`);
  await phone.fill("[name=reportTitle]", "关于老旧小区加装电梯的调研报告");
  await phone.fill("[name=reportText]", "一、基本情况\n走访了两个点。\n二、建议\n由住建部门统一方案。");
  await phone.getByRole("button", { name: "保存报告" }).click();
  await phone.getByRole("link", { name: "提交报告" }).click();
  await phone.getByRole("button", { name: "提交报告" }).click();
  await expect(phone.locator("#report .tag").first()).toHaveText("待审阅");

  await page.goto(desk);
  await expect(page.getByRole("heading", { name: "二、建议" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "采纳", exact: true }).click();
  await page.getByLabel("采纳单位或领导").fill("区政府");
  await page.getByRole("button", { name: "采纳报告" }).click();
  await expect(page.locator("#adopt-adoptionPaper-err")).toBeVisible();
  await page.getByLabel("采纳文件的文号").fill("青政办〔2026〕12号");
  await page.getByRole("button", { name: "采纳报告" }).click();
  await expect(page.getByText("区政府采纳")).toBeVisible();

  const leader = await open(browser, baseURL);
  await signInAs(leader, "liangqiming");
  await leader.goto("/overview/researches");
  await leader.locator(`a[href="${activity.replace("/manage/activities", "/overview/researches")}"]`).click();
  await leader.getByRole("link", { name: "写批示" }).click();
  await leader.getByLabel("批示").fill("请住建局研究，年内拿出统一方案。");
  await leader.getByRole("button", { name: "写下批示" }).click();
  await expect(leader.locator("#remarks")).toContainText("年内拿出统一方案");
  expect(await faultsOf(leader)).toEqual([]);

  await page.goto(`${activity}/attendance`);
  await page.locator("#roll select").first().selectOption({ label: "√ 到会" });
  await page.fill("#roll [name=reason]", "纸质签到表");
  await sent(page, "保存到会情况");
  await page.goto(`${activity}/attendance?step=close`);
  await page.locator("[name=confirm]").check();
  await sent(page, "确认出席名单");
  await phone.goto(mine);
  await expect(phone.locator("#remarks")).toContainText("年内拿出统一方案");
  await phone.goto("/my/duties");
  await expect(phone.getByText(TITLE)).toBeVisible();
});
