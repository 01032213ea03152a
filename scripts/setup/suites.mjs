import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build, NEXT } from "./build.mjs";
import { ensureBrowser } from "./chromium.mjs";
import { ensureOldChromium } from "./old-chromium.mjs";
import { freePort } from "./ports.mjs";
import { oneCheck, playwrightTotals, totalsIn, vitestTotals } from "./report.mjs";
import { logFile, run } from "./run.mjs";
import { say, step, Stop } from "./say.mjs";

/** Colours are for a terminal; in a file they are noise. */
const plain = () => (process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1" });

const bin = (root, ...parts) => path.join(root, "node_modules", ...parts);

/** One check made of commands: quiet while they succeed, everything they printed when one does not. */
async function check(root, name, commands) {
  const log = logFile(root, `test-${name}`);
  for (const args of commands) {
    const code = await run(process.execPath, args, { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }, log });
    if (code === 0) continue;
    say(`\n${readFileSync(log, "utf8").split("\n").slice(0, 200).join("\n")}`);
    return oneCheck(false);
  }
  return oneCheck(true);
}

function freshReport(root, name) {
  const folder = path.join(root, ".data", "reports");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  if (existsSync(file)) rmSync(file);
  return file;
}

async function vitest(root, project, built = false) {
  // Tests of the built pages never look at the remains of a build that did not end.
  if (built) await build(root);
  const report = freshReport(root, project);
  const args = [bin(root, "vitest", "vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(process.execPath, args, { cwd: root, env: plain() });
  return totalsIn(report, vitestTotals, code);
}

async function playwright(root) {
  await step("准备浏览器", async (note) => {
    await ensureBrowser(root, note);
    await ensureOldChromium(root, note);
  });
  const report = freshReport(root, "e2e");
  const env = { ...plain(), E2E_PORT: String(await freePort(3100)), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run(process.execPath, [bin(root, "@playwright", "test", "cli.js"), "test", "--reporter=list,json"], { cwd: root, env });
  return totalsIn(report, playwrightTotals, code);
}

async function buildOnce(root) {
  try {
    await build(root);
    return oneCheck(true);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n${error.message}`);
    return oneCheck(false);
  }
}

/** Types of everything, tests too; what was checked here the build need not check again. */
async function checkTypes(root) {
  const totals = await check(root, "types", [[path.join(root, ...NEXT), "typegen"], [bin(root, "typescript", "bin", "tsc"), "--noEmit"]]);
  if (totals.failed === 0) process.env.TYPES_CHECKED = "1";
  return totals;
}

/** Every suite in the order of a full run: what it is called, what it needs, how it is run to its totals. */
export const SUITES = {
  types: { title: "类型", beside: true, run: checkTypes },
  lint: { title: "规范", beside: true, run: (root) => check(root, "lint", [[bin(root, "eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"]]) },
  unit: { title: "单元与结构", run: (root) => vitest(root, "unit") },
  integration: { title: "集成", needsDatabase: true, run: (root) => vitest(root, "integration") },
  build: { title: "构建", run: buildOnce },
  built: { title: "构建产物", run: (root) => vitest(root, "built", true) },
  matrix: { title: "权限矩阵", needsDatabase: true, run: (root) => vitest(root, "matrix", true) },
  e2e: { title: "端到端", needsDatabase: true, run: playwright },
};

const GROUPS = { check: ["types", "lint", "unit"] };

/** The suites meant by the words after `npm test --`; none means all. Refuses an unknown word. */
export function chosen(words) {
  const names = words.length === 0 ? Object.keys(SUITES) : words.flatMap((word) => GROUPS[word] ?? [word]);
  const unknown = names.find((name) => !SUITES[name]);
  if (unknown) throw new Stop(`没有名为 ${unknown} 的测试，可用：${[...Object.keys(SUITES), ...Object.keys(GROUPS)].join("、")}。`);
  return names;
}
