import { rmSync } from "node:fs";
import path from "node:path";
import { claim } from "../../scripts/setup/claim.mjs";
import { APP, OWNER, prepareRoles } from "../../scripts/setup/databases.mjs";
import { addressOf, startPostgres } from "../../scripts/setup/postgres.mjs";
import { Stop } from "../../scripts/setup/say.mjs";
import { keptSecrets } from "../../scripts/setup/secrets.mjs";

const PORT = 55435;

/**
 * A PostgreSQL of the bench under .data/bench with the settings of a real one: every commit waits for the disk and
 * autovacuum runs. Its databases stay for the next run.
 */
export async function openBenchPostgres(root) {
  const folder = path.join(root, ".data", "bench");
  const held = claim(folder, root);
  if (held.holder) throw new Stop("另一次测速还没有结束，请等它完成后再试。");
  const secrets = keptSecrets(folder);
  const server = await startPostgres({ folder, port: PORT, password: secrets.superuser });
  await prepareRoles(server.superuser, secrets);
  return {
    secrets,
    log: path.join(folder, "postgres.log"),
    superuser: server.superuser,
    owner: (database) => addressOf(server, OWNER, secrets.owner, database),
    app: (database) => addressOf(server, APP, secrets.app, database),
    close: async () => {
      await server.stop();
      if (server.outside) [server.outside, path.join(folder, "place.json")].forEach((name) => rmSync(name, { recursive: true, force: true }));
      held.release();
    },
  };
}
