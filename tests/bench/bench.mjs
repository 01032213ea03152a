import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { whenNpmEnds } from "../../scripts/setup/bootstrap.mjs";
import { generateClient } from "../../scripts/setup/migrate.mjs";
import { endRuns } from "../../scripts/setup/run.mjs";
import { say, step, Stop } from "../../scripts/setup/say.mjs";
import { stopServers, typescript } from "../../scripts/setup/servers.mjs";
import { barsOf } from "./bars.mjs";
import { openBenchPostgres } from "./cluster.mjs";
import { raceData } from "./data.mjs";
import { environmentOf, factsOf, scratchOf } from "./database.mjs";
import { measureHistory } from "./history.mjs";
import { measureImport } from "./import.mjs";
import { measurePages } from "./pages.mjs";
import { explainAll } from "./plans.mjs";
import { startProgram } from "./programs.mjs";

const PARTS = ["plans", "history", "data", "pages", "import"];
const SECONDS = 3;

/** --heads=10000 loads fewer delegates, --only=plans,pages measures some parts, --seconds=6 drives each question longer. */
function readOptions(words) {
  const given = Object.fromEntries(words.map((word) => word.replace(/^--/, "").split("=")));
  const only = given.only ? given.only.split(",") : PARTS;
  const unknown = [...Object.keys(given).filter((name) => !["heads", "only", "seconds"].includes(name)), ...only.filter((name) => !PARTS.includes(name))];
  if (unknown.length > 0) throw new Stop(`没有名为 ${unknown.join("、")} 的选项。可用：--heads=人数 --seconds=秒 --only=${PARTS.join(",")}`);
  const [heads, seconds] = [Number(given.heads ?? 100_000), Number(given.seconds ?? SECONDS)];
  if (!Number.isInteger(heads) || heads < 1000 || heads > 1_000_000) throw new Stop("--heads 应是 1000 至 1000000 之间的整数。");
  return { heads, seconds, only: new Set(only) };
}

/** Runs the parts asked for in an order in which none disturbs the next: what only reads first, the import last. */
async function measure(root, cluster, { heads, seconds, only }, servers) {
  const database = await step(`装入 ${heads} 名代表`, (note) => scratchOf(root, cluster, heads, note));
  const facts = await factsOf(cluster, database);
  const env = { ...environmentOf(cluster, database), BENCH_FACTS: JSON.stringify(facts) };
  const start = async (name, args) => {
    servers.push(await startProgram(root, name, args, env));
    return servers.at(-1);
  };
  const [product, bare] = [await start("product", typescript("tests/bench/product-server.ts")), await start("bare", ["tests/bench/bare-server.mjs"])];
  const results = { heads: facts.heads };
  const part = async (name, title, work) => {
    if (!only.has(name)) return undefined;
    say(`\n${title}`);
    return work();
  };
  results.plans = await part("plans", "语句与索引（以受限角色执行产品发出的语句，取中位数）", () => explainAll(facts, product, cluster.app(database)));
  results.history = await part("history", "履职与活动（与十分之一的记录相比）", () => measureHistory(root, cluster, heads, product, seconds));
  results.pages = await part("pages", "整页", () => measurePages(root, cluster, database, facts, bare, seconds));
  results.data = await part("data", "数据（不含页面）", () => raceData(facts, product, bare, seconds));
  results.imported = await part("import", "导入", () => measureImport(root, cluster, database, facts, env));
  return results;
}

function report(root, results) {
  const bars = barsOf(results);
  say("\n要求");
  for (const { name, wanted, measured, reached } of bars) say(`  ${reached ? "达到" : "未达到"}  ${name}：要求 ${wanted}，实测 ${measured}`);
  const file = path.join(root, ".data", "reports", "bench.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, memory: os.totalmem(), load: os.loadavg(), node: process.version };
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, bars, ...results }, null, 2)}\n`);
  say(`\n${bars.filter((b) => b.reached).length} 项达到，${bars.filter((b) => !b.reached).length} 项未达到；全部数据见 ${path.relative(root, file)}。机器上的其他程序会影响绝对速度，比值较可靠。`);
}

/** Loads a large congress into a PostgreSQL of its own, measures and reports. Resolves to 0: speed is shown, it fails nothing. */
export async function bench(root, words) {
  const options = readOptions(words);
  await generateClient(root);
  const cluster = await step("启动数据库", () => openBenchPostgres(root));
  const servers = [];
  const close = async () => {
    endRuns();
    await stopServers(servers.splice(0));
    await cluster.close();
  };
  const stop = () => void close().then(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  whenNpmEnds(stop);
  try {
    report(root, await measure(root, cluster, options, servers));
  } finally {
    await close();
  }
  return 0;
}
