import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { grantTo } from "../grants.mjs";
import { withClient } from "./databases.mjs";
import { logFile, run, tail } from "./run.mjs";
import { Stop } from "./say.mjs";
import { stampOf } from "./stamp.mjs";

const MODELS = ["prisma/schema.prisma", "prisma/models"];

/** Names of the migrations in the tree, oldest first. */
export function migrationNames(root) {
  const folder = path.join(root, "prisma", "migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "migration.sql"))).sort();
}

/**
 * What stands between the tree and a database. `applied` are the rows of _prisma_migrations ({ name, finished, undone }).
 * Refuses a database with a migration that broke off, or one that a newer program has changed.
 */
export function pendingOf(names, applied) {
  const broken = applied.find((row) => !row.finished && !row.undone);
  if (broken) throw new Stop(`数据库升级 ${broken.name} 上次没有做完。请从备份恢复，或按 Prisma 的 migrate resolve 处理后再启动。`);
  const done = new Set(applied.filter((row) => row.finished && !row.undone).map((row) => row.name));
  const unknown = [...done].find((name) => !names.includes(name));
  if (unknown) throw new Stop(`数据库已由更新的程序升级过（${unknown}），当前程序版本较旧，请换用新版本。`);
  return names.filter((name) => !done.has(name));
}

async function appliedIn(client) {
  const { rows: [{ there }] } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!there) return [];
  const { rows } = await client.query('SELECT migration_name AS name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS undone FROM "_prisma_migrations"');
  return rows;
}

/** Runs Prisma's command line with the engine kept in this project; nothing is downloaded and nothing is reported. */
async function prisma(root, args, log, extra = {}) {
  const engine = path.join(root, "prisma", "schema-engine.mjs");
  try {
    chmodSync(engine, 0o755);
  } catch (error) {
    if (error.code !== "EPERM" && error.code !== "EROFS") throw error;
  }
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1", NO_COLOR: "1", ...extra };
  env.PATH = [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
  return run(process.execPath, [path.join(root, "node_modules", "prisma", "build", "index.js"), ...args], { cwd: root, env, log, minutes: 10 });
}

/** Writes the database client when it is missing or older than the models. Returns whether it had to. */
export async function generateClient(root) {
  const stamp = stampOf(root, MODELS);
  const file = path.join(root, "prisma", "client", ".schema-stamp");
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) return false;
  const log = logFile(root, "generate");
  if ((await prisma(root, ["generate"], log)) !== 0) throw new Stop(`数据库客户端没有生成，详情见 ${path.relative(root, log)}：\n${tail(log, 6)}`);
  writeFileSync(file, stamp);
  return true;
}

/** The queue's tables carry the version of the package that made them, so that an equal one is not asked again. */
async function installQueue(root, client, ownerUrl) {
  const { version } = JSON.parse(readFileSync(path.join(root, "node_modules", "pg-boss", "package.json"), "utf8"));
  const { rows: [made] } = await client.query("SELECT obj_description(oid) AS by FROM pg_namespace WHERE nspname = 'pgboss'");
  if (made?.by === `pg-boss ${version}`) return;
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query(`COMMENT ON SCHEMA pgboss IS ${pg.escapeLiteral(`pg-boss ${version}`)}`);
}

/**
 * Brings a database up to the tree: migrations, the queue's tables, the application role's rights.
 * `ownerUrl` may change structure; `appRole` is the role that gets rows only. Returns the names applied now.
 */
export async function migrate(root, ownerUrl, appRole) {
  return withClient(ownerUrl, async (client) => {
    const pending = pendingOf(migrationNames(root), await appliedIn(client));
    if (pending.length > 0) {
      const log = logFile(root, "migrate");
      const code = await prisma(root, ["migrate", "deploy"], log, { DATABASE_OWNER_URL: ownerUrl });
      if (code !== 0) throw new Stop(`数据库升级没有完成，详情见 ${path.relative(root, log)}：\n${tail(log, 6)}`);
    }
    await installQueue(root, client, ownerUrl);
    await grantTo(client, appRole);
    return pending;
  });
}
