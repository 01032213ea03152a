import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "../../scripts/setup/databases.mjs";

const SETTLE = 400;

const lengthOf = (file) => readFileSync(file).length;

/** Turns the writing of every statement into the log on or off; open connections follow at once. */
const logging = (cluster, level) =>
  withClient(cluster.superuser("postgres"), async (client) => {
    await client.query(`ALTER SYSTEM SET log_statement = '${level}'`);
    await client.query("SELECT pg_reload_conf()");
    await pause(SETTLE);
  });

/** Runs `work` and returns how many statements reached the database meanwhile, whoever sent them. */
export async function countStatements(cluster, work) {
  await logging(cluster, "all");
  const before = lengthOf(cluster.log);
  await work();
  await pause(SETTLE);
  const written = readFileSync(cluster.log).subarray(before).toString();
  await logging(cluster, "none");
  return written.split("\n").filter((line) => /LOG: {2}(execute|statement)\b/.test(line)).length;
}
