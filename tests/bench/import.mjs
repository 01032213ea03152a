import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { withClient } from "../../scripts/setup/databases.mjs";
import { logFile, run, tail } from "../../scripts/setup/run.mjs";
import { say, step, Stop } from "../../scripts/setup/say.mjs";
import * as servers from "../../scripts/setup/servers.mjs";

const ROWS = 10_000;
const EVERY = 20;
const PAGE = 4096;
const childrenOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);

/** Resident bytes of a process and everything below it; pages that two of them share count twice. */
function residentOf(pid) {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE;
    return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), own);
  } catch {
    return 0;
  }
}

const placesOf = (address, termId) =>
  withClient(address, async (client) => (await client.query(`
    SELECT u.name AS unit, t.name AS delegation, min(g.name) AS "group" FROM "Delegate" d JOIN "Unit" u ON u.id = d."unitId" JOIN "Delegation" t ON t.id = d."delegationId" JOIN "DelegateGroup" g ON g.id = d."groupId"
    WHERE d."termId" = $1 GROUP BY u.name, t.name ORDER BY u.name, t.name`, [termId])).rows);

async function writeWorkbook(root, env, log) {
  if ((await run(process.execPath, servers.typescript("tests/bench/workbook.ts"), { cwd: root, env, log })) !== 0) throw new Stop(`测速用的花名册没有写成：\n${tail(log)}`);
}

/** Watches a process and its children until it ends; `seen` gets every line it prints. Resolves to its exit code. */
async function watched(root, env, log, seen) {
  const out = openSync(log, "w", 0o600);
  const child = spawn(process.execPath, [...servers.WORKER_MEMORY, ...servers.typescript("tests/bench/importing.ts")], { cwd: root, env, stdio: ["ignore", "pipe", out] });
  const memory = { idle: 0, peak: 0 };
  const clock = setInterval(() => (memory.peak = Math.max(memory.peak, residentOf(child.pid))), EVERY);
  readline.createInterface({ input: child.stdout }).on("line", (line) => {
    const told = JSON.parse(line);
    if (told.step === "idle") memory.idle = memory.peak = residentOf(child.pid);
    seen(told);
  });
  const code = await new Promise((resolve) => child.once("error", () => resolve(1)).once("close", resolve));
  clearInterval(clock);
  return { code, memory };
}

/** Imports 10,000 new people through the real importer. Returns seconds by step and the memory above idle in bytes (null where it cannot be read). */
export async function measureImport(root, cluster, database, facts, env) {
  const file = path.join(root, ".data", "bench", "roster.xlsx");
  const places = await placesOf(cluster.app(database), facts.termId);
  const mine = { ...env, BENCH_FILE: file, BENCH_ROWS: String(ROWS), BENCH_PLACES: JSON.stringify(places) };
  await step("写出 10,000 行的花名册", async (note) => {
    await writeWorkbook(root, mine, logFile(root, "bench-workbook"));
    note(`${(statSync(file).size / 1024).toFixed(0)} KB`);
  });
  const [log, steps] = [logFile(root, "bench-import"), {}];
  const { code, memory } = await watched(root, mine, log, ({ step: name, milliseconds }) => (steps[name] = milliseconds / 1000));
  if (code !== 0) throw new Stop(`导入没有完成，详情见 ${path.relative(root, log)}：\n${tail(log)}`);
  const seconds = steps.upload + steps.check + steps.commit;
  const above = existsSync("/proc/self/statm") ? memory.peak - memory.idle : null;
  say(`  导入 ${ROWS} 行：收下 ${steps.upload.toFixed(2)}，核对 ${steps.check.toFixed(2)}，写入 ${steps.commit.toFixed(2)}，合计 ${seconds.toFixed(2)} 秒；内存高出空闲 ${above === null ? "无法测量" : `${(above / 1024 / 1024).toFixed(0)} MB（空闲 ${(memory.idle / 1024 / 1024).toFixed(0)} MB）`}`);
  return { rows: ROWS, ...steps, seconds, idle: memory.idle, above };
}
