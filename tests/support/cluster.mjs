import { ROOT } from "../../scripts/setup/bootstrap.mjs";
import { databasesLike, dropDatabase } from "../../scripts/setup/databases.mjs";
import { generateClient } from "../../scripts/setup/migrate.mjs";
import { openTestPostgres, templateOf } from "../../scripts/setup/test-postgres.mjs";

const PREFIX = "ddb_worker_";

const dropAll = async (cluster) => {
  for (const name of await databasesLike(cluster.superuser, PREFIX)) await dropDatabase(cluster.superuser, name);
};

/** Opens the tests' PostgreSQL with its template before the first integration test and closes it after the last. */
export default async function setup(project) {
  await generateClient(ROOT);
  const cluster = await openTestPostgres(ROOT);
  await dropAll(cluster);
  project.provide("cluster", {
    template: await templateOf(ROOT, cluster),
    prefix: PREFIX,
    superuser: cluster.superuser(""),
    owner: cluster.owner(""),
    app: cluster.app(""),
    secrets: { APP_SECRET: cluster.secrets.APP_SECRET, DATA_KEYS: cluster.secrets.DATA_KEYS, INDEX_KEY: cluster.secrets.INDEX_KEY },
  });
  return async () => {
    await dropAll(cluster);
    await cluster.close();
  };
}
