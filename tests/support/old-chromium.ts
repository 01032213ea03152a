import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-90";

const FOLDER = path.resolve(import.meta.dirname, "../../.data/chromium90");

/**
 * Opens a real Chromium 90, driven by the Playwright of its year; `npm test` has put it in .data/chromium90. The caller closes it.
 */
export async function launch(): Promise<Browser> {
  const executablePath = path.join(FOLDER, "chromium");
  if (!existsSync(executablePath)) throw new Error("没有 Chromium 90，请先运行 npm test -- e2e 装入。");
  return chromium.launch({
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH: path.join(FOLDER, "lib"), TZ: "Asia/Shanghai" },
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
}
