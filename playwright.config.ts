import { existsSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const SYSTEM = "/usr/bin/chromium";
const LOOK = "**/every-page-is-accessible.spec.ts";
const FURNISH = "**/furnish-the-look.spec.ts";
const port = Number(process.env.E2E_PORT ?? 3100);
const origin = `http://127.0.0.1:${port}`;

// Inherited by the server, which has the seed write it, and by the workers, which sign in with it.
process.env.DEMO_ACCOUNTS_FILE ??= path.join(import.meta.dirname, ".data", "test", "demo-accounts.json");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  // Every page is looked at once the work is done: what is made for the look stands in the term that others fill and empty.
  projects: [
    { name: "work", testIgnore: [LOOK, FURNISH] },
    { name: "furnish", testMatch: FURNISH, dependencies: ["work"] },
    { name: "look", testMatch: LOOK, dependencies: ["furnish"] },
  ],
  use: {
    baseURL: origin,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(SYSTEM) && { executablePath: SYSTEM }),
      // Without a UTF-8 locale Chromium names no download in Chinese; a bare machine has none set.
      env: { ...process.env, LANG: "C.UTF-8" },
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/e2e-server.mjs`,
    url: `${origin}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
