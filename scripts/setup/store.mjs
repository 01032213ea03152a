import { chmodSync, existsSync } from "node:fs";
import path from "node:path";
import { APP, createDatabase, dropDatabase, exists, mustReach, OWNER, prepareRoles, renameDatabase } from "./databases.mjs";
import { migrate } from "./migrate.mjs";
import { addressOf, startPostgres } from "./postgres.mjs";
import { isFree } from "./ports.mjs";
import { logFile, run, tail } from "./run.mjs";
import { say, step, Stop } from "./say.mjs";
import { keptSecrets } from "./secrets.mjs";
import { typescript } from "./servers.mjs";

const DATABASE = "dangdaibiao";
const PORT = 55433;

const counted = (names, note) => note(names.length > 0 ? `执行 ${names.length} 项升级` : "已是最新");

/** Fills a migrated database with demo data; the seed writes its sign-ins to DEMO_ACCOUNTS_FILE, kept from other users. */
export async function seed(root, env, log) {
  const code = await run(process.execPath, typescript("prisma/seed/seed.ts"), { cwd: root, env: { ...process.env, ...env }, log, minutes: 10 });
  if (code !== 0) throw new Stop(`演示数据没有写成，详情见 ${path.relative(root, log)}：\n${tail(log)}`);
  if (existsSync(env.DEMO_ACCOUNTS_FILE)) chmodSync(env.DEMO_ACCOUNTS_FILE, 0o600);
}

/** What the programs need to run on the bundled database; `accounts` is where the demo sign-ins are kept. */
export const demoEnv = ({ url, secrets, origin, accounts }) => ({
  DATABASE_URL: url,
  APP_URL: origin,
  APP_SECRET: secrets.APP_SECRET,
  DATA_KEYS: secrets.DATA_KEYS,
  INDEX_KEY: secrets.INDEX_KEY,
  DEMO: "1",
  DEMO_ACCOUNTS_FILE: accounts,
});

async function startBundled(folder, secrets) {
  return step("启动数据库", async (note) => {
    const started = await startPostgres({ folder, port: PORT, password: secrets.superuser, note });
    if (started.port !== PORT) note(`端口 ${PORT} 已被占用，改用 ${started.port}`);
    return started;
  });
}

/**
 * The database of a trial or a small office: bundled PostgreSQL under .data, filled with demo data at first.
 * A new database is made under another name and renamed when complete, so a start that was cut short begins anew.
 * `opening` receives the promise of the server before anything is asked of it. Resolves to the programs' environment.
 */
export async function openBundled(root, origin, opening) {
  const folder = path.join(root, ".data");
  const secrets = keptSecrets(folder);
  const starting = startBundled(folder, secrets);
  opening(starting);
  const server = await starting;
  const address = (role, password, name) => addressOf(server, role, password, name);
  await prepareRoles(server.superuser, secrets);
  const complete = await exists(server.superuser, DATABASE);
  const name = complete ? DATABASE : `${DATABASE}_new`;
  if (!complete) await dropDatabase(server.superuser, name).then(() => createDatabase(server.superuser, name));
  const owner = address(OWNER, secrets.owner, name);
  await step("检查数据库结构", async (note) => counted(await migrate(root, owner, APP), note));
  const accounts = path.join(folder, "demo-accounts.json");
  const env = (database) => demoEnv({ url: address(APP, secrets.app, database), secrets, origin, accounts });
  if (!complete) {
    await step("写入演示数据", () => seed(root, { ...env(name), DATABASE_OWNER_URL: owner }, logFile(root, "seed")));
    await renameDatabase(server.superuser, name, DATABASE);
  }
  return { ...process.env, ...env(DATABASE) };
}

/** The operator's own database: reached, brought up to date by its owner role, then used by the application role alone. */
export async function openGiven(root) {
  const { DATABASE_OWNER_URL: owner, ...env } = process.env;
  await mustReach("DATABASE_URL", env.DATABASE_URL);
  if (owner) await mustReach("DATABASE_OWNER_URL", owner);
  else say("没有设置 DATABASE_OWNER_URL，升级也用 DATABASE_URL 的角色；正式使用请分设两个角色。");
  const role = decodeURIComponent(new URL(env.DATABASE_URL).username);
  await step("检查数据库结构", async (note) => counted(await migrate(root, owner ?? env.DATABASE_URL, role), note));
  return { ...env, DEMO: "0" };
}

/** Reads .env beside package.json, which never overrules the environment. */
export function readDotEnv(root) {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Refuses at once when another program has the address. */
export async function mustBeFree(port, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Stop("PORT 应是 1 至 65535 之间的整数。");
  if (await isFree(port, host)) return;
  throw new Stop(`端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口启动：PORT=${port + 1} npm start`);
}
