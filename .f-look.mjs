import { chromium } from "@playwright/test";
const BASE = "http://127.0.0.1:3106", PW = "雨后山色 分外清朗";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const sizes = { d: { width: 1366, height: 768 }, m: { width: 390, height: 844 } };
const only = process.argv.slice(2);
async function as(user, fn, js = true) {
  for (const [k, viewport] of Object.entries(sizes)) {
    const ctx = await browser.newContext({ viewport, javaScriptEnabled: js, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    const page = await ctx.newPage();
    page.on("console", (m) => m.type() === "error" && console.log(user, k, "console:", m.text().slice(0, 200)));
    page.on("pageerror", (e) => console.log(user, k, "pageerror:", e.message.slice(0, 200)));
    const shot = async (name) => { await page.screenshot({ path: `/tmp/f-shots/${name}-${k}.png`, fullPage: false });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth).catch(() => "?"); if (over > 0) console.log("overflow", name, k, over); };
    const go = async (p, name) => { const r = await page.goto(BASE + p); if (name) await shot(name); return r.status(); };
    const login = async (u = user, pw = PW) => { await page.goto(BASE + "/login"); await page.fill("[name=username]", u); await page.fill("[name=password]", pw); await Promise.all([page.waitForURL((x) => !x.pathname.endsWith("/login") || x.search !== "", { timeout: 15000 }).catch(() => null), page.click("button.primary")]); };
    await fn({ page, shot, go, login, k });
    await ctx.close();
  }
}
const steps = {
  login: () => as("-", async ({ page, go, shot }) => { await go("/login", "login"); await page.fill("[name=username]", "shenwenqing"); await page.fill("[name=password]", "x"); await page.click("button.primary"); await page.waitForSelector("[role=alert]"); await shot("login-wrong"); await go("/login?bye=1", "login-bye"); }),
  bare: () => as("bare", async ({ login, shot, page }) => { await login(); await shot("no-grant"); }),
  first: () => as("newcomer", async ({ login, shot, page }) => { await login(); await shot("first-password"); console.log(page.url()); }),
  own: () => as("shenwenqing", async ({ login, go, shot, page, k }) => { await login(); console.log(page.url()); await go("/account", "account"); if (k === "d") { await page.click(".me > summary"); await shot("me-menu"); } await go("/account/password", "password"); await go("/account/sessions", "sessions"); console.log("system as office", await go("/system", "forbidden"), await go("/system/accounts")); }),
  dele: () => as("dinglan", async ({ login, go }) => { await login(); await go("/account", "account-delegate"); await go("/account/sessions", "sessions-delegate"); }),
  sys: () => as("sysadmin", async ({ login, go, shot, page, k }) => {
    await login(); await shot("system-sys"); await go("/system/accounts", "accounts");
    await page.click("text=沈文清"); await page.waitForURL(/accounts\/0/); await page.waitForSelector("h1"); await shot("account-one"); await page.click("text=停用账号 >> nth=0"); await shot("account-disable");
    console.log("reset", await go(page.url().replace(/#.*/, "").replace(BASE, "") + "/password", "reset"));
    await go("/system/accounts/new", "account-new"); await page.fill("[name=username]", "A b"); await page.click("button.primary"); await page.waitForSelector("[role=alert]"); await shot("account-new-refused");
    await page.fill("[name=username]", "u" + Date.now().toString(36)); await page.fill("[name=displayName]", "于海波"); await page.click("button.primary"); await page.waitForSelector("[role=status]"); await shot("account-issued");
    console.log("grants", await go("/system/grants"), "audit", await go("/system/audit"), "export", (await page.request.get(BASE + "/system/audit/export")).status()); }),
  sec: () => as("secadmin", async ({ login, go, shot, page, k }) => { await login(); await shot("system-sec"); await go("/system/grants", "grants"); await page.click("text=沈文清"); await page.waitForURL(/grants\/0/); await page.waitForSelector("text=授予角色"); await page.screenshot({ path: `/tmp/f-shots/grant-one-${k}.png`, fullPage: true });
    await page.selectOption("[name=role]", "AUDIT_ADMIN"); await page.click("#give button.primary"); await page.waitForSelector("[role=alert]:not([id])"); await page.screenshot({ path: `/tmp/f-shots/grant-refused-${k}.png`, fullPage: true }); console.log("accounts", await go("/system/accounts")); }),
  aud: () => as("auditadmin", async ({ login, go, shot, page }) => { await login(); await shot("system-aud"); await go("/system/audit", "audit"); await page.click("text=较早的"); await page.waitForURL(/before/); await page.click(".sheet .who a >> nth=2"); await page.waitForURL(/audit\/\d/); await page.waitForSelector("dl"); await shot("audit-one"); }),
  nojs: () => as("sysadmin", async ({ login, go, shot, page, k }) => { await login(); console.log("nojs", page.url()); await go("/system/accounts/new"); await page.fill("[name=username]", "n" + Date.now().toString(36)); await page.fill("[name=displayName]", "马骁"); await page.click("button.primary"); await shot("nojs-issued"); await page.reload().catch(() => null); console.log("after reload form:", await page.locator("[name=displayName]").count()); }, false),
};
for (const [name, run] of Object.entries(steps)) if (only.length === 0 || only.includes(name)) { try { await run(); console.log("ok", name); } catch (e) { console.log("FAILED", name, e.message.slice(0, 400)); } }
await browser.close();
