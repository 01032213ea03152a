import { rmSync } from "node:fs";
import path from "node:path";
import { claim } from "./claim.mjs";
import { APP, createDatabase, databasesLike, dropDatabase, exists, OWNER, prepareRoles, renameDatabase } from "./databases.mjs";
import { migrate } from "./migrate.mjs";
import { addressOf, startPostgres } from "./postgres.mjs";
import { keptSecrets } from "./secrets.mjs";
import { stampOf } from "./stamp.mjs";

const PORT = 55434;
const PREFIX = "ddb_template_";
const NOT_DURABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];
const SHAPE = ["prisma/migrations", "scripts/grants.mjs", "scripts/setup/migrate.mjs", "node_modules/pg-boss/package.json"];

/** A second run at the same time gets a folder of its own, removed at its end. */
function takeFolder(root) {
  const folder = path.join(root, ".data", "test");
  const held = claim(folder, root);
  if (!held.holder) return { folder, done: held.release };
  const own = `${folder}-${process.pid}`;
  return { folder: own, done: () => rmSync(own, { recursive: true, force: true }) };
}

/** The cluster of the tests as its users see it; `settings` is what another process needs to use the same one. */
function usable(port, secrets, folder, close) {
  return {
    secrets,
    folder,
    settings: JSON.stringify({ port, secrets, folder }),
    superuser: (database) => addressOf({ port }, "postgres", secrets.superuser, database),
    owner: (database) => addressOf({ port }, OWNER, secrets.owner, database),
    app: (database) => addressOf({ port }, APP, secrets.app, database),
    close,
  };
}

/** The tests' own PostgreSQL under .data/test: the one named by TEST_POSTGRES, else one started here and ended by close(). */
export async function openTestPostgres(root) {
  if (process.env.TEST_POSTGRES) {
    const { port, secrets, folder } = JSON.parse(process.env.TEST_POSTGRES);
    return usable(port, secrets, folder, async () => undefined);
  }
  const { folder, done } = takeFolder(root);
  const secrets = keptSecrets(folder);
  const server = await startPostgres({ folder, port: PORT, settings: NOT_DURABLE, password: secrets.superuser });
  await prepareRoles(server.superuser, secrets);
  return usable(server.port, secrets, folder, async () => {
    await server.stop();
    if (server.outside) [server.outside, path.join(folder, "place.json")].forEach((name) => rmSync(name, { recursive: true, force: true }));
    done();
  });
}

/** The migrated, empty database every test database is copied from; made anew when the migrations change. Returns its name. */
export async function templateOf(root, cluster) {
  const name = PREFIX + stampOf(root, SHAPE).slice(0, 12);
  if (await exists(cluster.superuser, name)) return name;
  for (const old of await databasesLike(cluster.superuser, PREFIX)) await dropDatabase(cluster.superuser, old);
  const fresh = `${PREFIX}new`;
  await createDatabase(cluster.superuser, fresh);
  await migrate(root, cluster.owner(fresh), APP);
  await renameDatabase(cluster.superuser, fresh, name);
  return name;
}

/** Copies the template under a new name, replacing what was there. */
export async function cloneOf(cluster, template, name) {
  await dropDatabase(cluster.superuser, name);
  await createDatabase(cluster.superuser, name, template);
}
