import { existsSync } from "node:fs";
import path from "node:path";
import { aptInstall, hasApt, hasChineseFont } from "./fonts.mjs";
import { logFile, run } from "./run.mjs";
import { Stop } from "./say.mjs";

const SYSTEM = "/usr/bin/chromium";

/**
 * Makes sure of today's Chromium and of a Chinese font for the end-to-end tests. As root on Debian both are installed;
 * elsewhere Playwright's own browser is fetched. Refuses when there is no browser in the end.
 */
export async function ensureBrowser(root, note) {
  const wanted = [!existsSync(SYSTEM) && "chromium", !hasChineseFont() && "fonts-noto-cjk"].filter(Boolean);
  if (wanted.length > 0 && hasApt()) {
    if (!(await aptInstall(root, wanted))) throw new Stop(`没有装上 ${wanted.join("、")}，详情见 .data/logs/apt-install.log。请检查软件源后重试。`);
    note(`装入 ${wanted.join("、")}`);
    return;
  }
  if (wanted.includes("fonts-noto-cjk")) note("本机没有中文字体，截图中的汉字会是方框");
  if (existsSync(SYSTEM)) return;
  const cli = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  const code = await run(process.execPath, [cli, "install", "chromium"], { cwd: root, env: process.env, log: logFile(root, "chromium") });
  if (code !== 0) throw new Stop("没有可用的 Chromium。请安装系统的 chromium 软件包后再运行端到端测试。");
}
