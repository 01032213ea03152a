// The platform as the end-to-end tests use it: a seeded copy of the template, the built pages, the jobs. Ends on SIGTERM.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { giveUp, ROOT } from "./setup/bootstrap.mjs";
import { build } from "./setup/build.mjs";
import { endRuns, logFile } from "./setup/run.mjs";
import { Stop } from "./setup/say.mjs";
import { diedSentence, startWeb, startWorker, stopServers } from "./setup/servers.mjs";
import { demoEnv, seed } from "./setup/store.mjs";
import { cloneOf, openTestPostgres, templateOf } from "./setup/test-postgres.mjs";

const DATABASE = "ddb_e2e";
const port = Number(process.env.E2E_PORT ?? 3100);
const origin = `http://127.0.0.1:${port}`;
const servers = [];
let cluster;

async function end(code) {
  endRuns();
  await stopServers(servers.splice(0));
  await cluster?.close();
  process.exit(code);
}

async function serve() {
  await build(ROOT);
  cluster = await openTestPostgres(ROOT);
  await cloneOf(cluster, await templateOf(ROOT, cluster), DATABASE);
  const accounts = process.env.DEMO_ACCOUNTS_FILE ?? path.join(cluster.folder, "demo-accounts.json");
  const mine = demoEnv({ url: cluster.app(DATABASE), secrets: cluster.secrets, origin, accounts });
  await seed(ROOT, { ...mine, DATABASE_OWNER_URL: cluster.owner(DATABASE) }, logFile(ROOT, "e2e-seed"));
  const env = { ...process.env, ...mine };
  // Sentences about what takes weeks move days in the database, and have the scheduler look at once.
  writeFileSync(path.join(path.dirname(accounts), "e2e-database.json"), JSON.stringify({ owner: cluster.owner(DATABASE), app: cluster.app(DATABASE) }), { mode: 0o600 });
  servers.push(startWeb(ROOT, { env, host: "127.0.0.1", port, log: logFile(ROOT, "e2e-web") }), startWorker(ROOT, { env, log: logFile(ROOT, "e2e-worker") }));
  const dead = await Promise.race(servers.map((server) => server.exited.then((code) => ({ server, code }))));
  if (servers.length > 0) throw new Stop(diedSentence(dead.server, dead.code, ROOT));
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => end(0));
await serve().catch(async (error) => {
  await stopServers(servers.splice(0));
  await cluster?.close();
  giveUp(error);
});
