import { generateClient } from "./migrate.mjs";
import { add, lastLine, NOTHING, oneCheck } from "./report.mjs";
import { endRuns } from "./run.mjs";
import { say, seconds, sentenceOf, step } from "./say.mjs";
import { chosen, SUITES } from "./suites.mjs";
import { openTestPostgres, templateOf } from "./test-postgres.mjs";

async function attempt(root, name) {
  const from = performance.now();
  const { title, run } = SUITES[name];
  say(`\n【${title}】`);
  let totals = oneCheck(false);
  try {
    totals = await run(root);
  } catch (error) {
    say(sentenceOf(error));
  }
  say(`【${title}】${seconds(from)}，${lastLine(totals)}`);
  return totals;
}

/** Suites that need one core each and nothing of each other run side by side, the others one after the other. */
const inTurns = (names) => {
  const beside = names.filter((name) => SUITES[name].beside);
  return [...(beside.length > 0 ? [beside] : []), ...names.filter((name) => !SUITES[name].beside).map((name) => [name])];
};

/** One PostgreSQL for all suites that need it, its template ready; the suites find it through TEST_POSTGRES. */
async function openDatabase(root) {
  return step("准备测试数据库", async () => {
    const cluster = await openTestPostgres(root);
    process.env.TEST_POSTGRES = cluster.settings;
    await templateOf(root, cluster);
    return cluster;
  });
}

/** Runs the suites named (all without a name) and prints the true totals alone on the last line. Resolves to the exit code. */
export async function testRun(root, words) {
  const names = chosen(words);
  let cluster;
  const stop = async () => {
    endRuns();
    await cluster?.close();
    say("收到停止信号，测试没有做完。");
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop).once("disconnect", stop);
  let totals = NOTHING;
  try {
    await generateClient(root);
    for (const together of inTurns(names)) {
      if (together.some((name) => SUITES[name].needsDatabase)) cluster ??= await openDatabase(root);
      for (const of of await Promise.all(together.map((name) => attempt(root, name)))) totals = add(totals, of);
    }
  } catch (error) {
    say(sentenceOf(error));
    totals = add(totals, oneCheck(false));
  }
  await cluster?.close();
  say(`\n${lastLine(totals)}`);
  return totals.failed > 0 ? 1 : 0;
}
