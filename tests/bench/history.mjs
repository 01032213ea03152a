import { say, step } from "../../scripts/setup/say.mjs";
import { stopServers, typescript } from "../../scripts/setup/servers.mjs";
import { HISTORY, WHO } from "./data.mjs";
import { environmentOf, factsOf, scratchOf } from "./database.mjs";
import { race } from "./drive.mjs";
import { startProgram } from "./programs.mjs";

const TENTH = "ddb_bench_tenth";

/**
 * Asks the ledger and the activities of all delegates and, in turn, those of a tenth of them, whose records are a tenth as
 * well. Returns by question how many times as long the many take.
 */
export async function measureHistory(root, cluster, heads, product, seconds) {
  const database = await step(`装入 ${heads / 10} 名代表`, (note) => scratchOf(root, cluster, heads / 10, note, TENTH));
  const env = { ...environmentOf(cluster, database), BENCH_FACTS: JSON.stringify(await factsOf(cluster, database)) };
  const tenth = await startProgram(root, "tenth", typescript("tests/bench/product-server.ts"), env);
  const results = {};
  try {
    for (const { key, name, as, paths } of HISTORY) {
      const speeds = await race([{ name: "all", origin: product.origin, paths }, { name: "tenth", origin: tenth.origin, paths }], 1, seconds);
      results[key] = { name: `${name}·${WHO[as]}`, times: speeds.tenth.perSecond / speeds.all.perSecond, all: 1000 / speeds.all.perSecond, tenth: 1000 / speeds.tenth.perSecond };
      say(`  ${results[key].name}：${results[key].all.toFixed(1)} 毫秒，十分之一的记录 ${results[key].tenth.toFixed(1)} 毫秒，${results[key].times.toFixed(2)} 倍`);
    }
  } finally {
    await stopServers([tenth]);
  }
  return results;
}
