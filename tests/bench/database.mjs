import path from "node:path";
import { databasesLike, dropDatabase, exists, renameDatabase, withClient } from "../../scripts/setup/databases.mjs";
import { logFile, run, tail } from "../../scripts/setup/run.mjs";
import { Stop } from "../../scripts/setup/say.mjs";
import { typescript } from "../../scripts/setup/servers.mjs";
import { stampOf } from "../../scripts/setup/stamp.mjs";
import { cloneOf, templateOf } from "../../scripts/setup/test-postgres.mjs";

const SCRATCH = "ddb_bench";
const PREFIX = "ddb_loaded_";
/** What the loaded rows depend on. */
const SHAPE = ["prisma/migrations", "scripts/grants.mjs", "lib/delegates/keys.ts", "lib/delegates/written.ts", "lib/platform/chinese", "tests/bench/load.ts", "tests/bench/people.ts", "tests/bench/names.ts", "tests/bench/dice.ts"];

/** What every program of the bench needs to run on this database, as the restricted role. */
export const environmentOf = (cluster, database, origin = "http://127.0.0.1:3900") => {
  const { APP_SECRET, DATA_KEYS, INDEX_KEY } = cluster.secrets;
  return { ...process.env, NODE_ENV: "production", DATABASE_URL: cluster.app(database), APP_URL: origin, APP_SECRET, DATA_KEYS, INDEX_KEY, LOG_LEVEL: "error" };
};

async function loaded(root, cluster, heads, note) {
  const name = `${PREFIX}${heads}_${stampOf(root, SHAPE).slice(0, 10)}`;
  if (await exists(cluster.superuser, name)) {
    note("沿用上次装入的数据");
    return name;
  }
  for (const old of await databasesLike(cluster.superuser, `${PREFIX}${heads}_`)) await dropDatabase(cluster.superuser, old);
  const fresh = `${PREFIX}new`;
  await cloneOf(cluster, await templateOf(root, cluster), fresh);
  const log = logFile(root, "bench-load");
  const env = { ...environmentOf(cluster, fresh), DATABASE_OWNER_URL: cluster.owner(fresh), BENCH_HEADS: String(heads) };
  if ((await run(process.execPath, typescript("tests/bench/load.ts"), { cwd: root, env, log, minutes: 20 })) !== 0) {
    throw new Stop(`测速数据没有装成，详情见 ${path.relative(root, log)}：\n${tail(log)}`);
  }
  await renameDatabase(cluster.superuser, fresh, name);
  return name;
}

/** A fresh copy of the loaded data, made once per number of delegates; a run may change its copy. Returns its name. */
export async function scratchOf(root, cluster, heads, note, name = SCRATCH) {
  const template = await loaded(root, cluster, heads, note);
  await cloneOf(cluster, template, name);
  // A copy carries the rows and their statistics, but the visibility of its pages is written to disk by a checkpoint only.
  await withClient(cluster.superuser(name), (client) => client.query("CHECKPOINT"));
  return name;
}

const one = async (client, sql, values = []) => (await client.query(sql, values)).rows[0];
const all = async (client, sql, values = []) => (await client.query(sql, values)).rows;

/** What there is to ask for: ids of the house, both actors, and samples spread over the data. */
export const factsOf = (cluster, database) =>
  withClient(cluster.owner(database), async (client) => {
    const house = await one(client, `SELECT c.id AS "committeeId", c."currentTermId" AS "termId", u.id AS "rootUnitId" FROM "Committee" c JOIN "Unit" u ON u."committeeId" = c.id AND u."parentId" IS NULL WHERE c."areaName" = '青澜区'`);
    const accounts = await all(client, `SELECT a.username, a.id AS "accountId", a."displayName" AS name, a."personId", g.id AS "grantId", g.role, g."unitId", u.path FROM "Account" a JOIN "Grant" g ON g."accountId" = a.id LEFT JOIN "Unit" u ON u.id = g."unitId"`);
    const unitsUnder = async (prefix) => (prefix ? (await all(client, `SELECT id FROM "Unit" WHERE path LIKE $1 || '%'`, [prefix])).map((row) => row.id) : []);
    const actors = {};
    for (const { username, path: prefix, ...account } of accounts) actors[username.replace("bench-", "")] = { ...account, committeeId: house.committeeId, unitIds: await unitsUnder(prefix) };
    const delegates = await all(client, `
      SELECT d.id, p.name, p.initials FROM "Delegate" d JOIN "Person" p ON p.id = d."personId"
      WHERE d."termId" = $1 AND d."unitId" = ANY($2) AND d.status = 'ACTIVE' AND length(p.name) < 4 ORDER BY md5(d.id::text) LIMIT 200`, [house.termId, actors.liaison.unitIds]);
    const places = await one(client, `SELECT d."delegationId", d."unitId", d."groupId" FROM "Delegate" d WHERE d.id = $1`, [delegates[0].id]);
    const { heads } = await one(client, `SELECT count(*)::int AS heads FROM "Delegate" WHERE "termId" = $1`, [house.termId]);
    const { path: ordinaryPath } = await one(client, `SELECT path FROM "Unit" WHERE name = '寻常社区党委'`);
    return { ...house, ordinaryPath, actors, places, heads, delegates: delegates.map((d) => d.id), names: delegates.map((d) => d.name.slice(0, 2)), initials: delegates.map((d) => d.initials) };
  });
