import pg from "pg";
import { inject } from "vitest";

interface Cluster {
  template: string;
  prefix: string;
  superuser: string;
  owner: string;
  app: string;
  secrets: { APP_SECRET: string; DATA_KEYS: string; INDEX_KEY: string };
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

export interface TestDatabase {
  /** Address for the restricted application role, the one the program runs as. */
  url: string;
  /** Address for the role that owns the tables. */
  ownerUrl: string;
}

let owner: pg.Client | undefined;

const connected = async (address: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: address, options: "-c TimeZone=UTC" });
  await client.connect();
  return client;
};

async function ensureCopy(cluster: Cluster, name: string): Promise<void> {
  const admin = await connected(`${cluster.superuser}postgres`);
  try {
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    const copy = pg.escapeIdentifier(name);
    await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${pg.escapeIdentifier(cluster.template)} OWNER dangdaibiao_owner`);
    // The rights on a database itself are not part of a copy.
    await admin.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${copy} FROM PUBLIC`);
  } finally {
    await admin.end();
  }
}

/** The database of this vitest worker: a copy of the migrated template, shared by the worker's files one after the other. */
async function workerDatabase(): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `${cluster.prefix}${process.env.VITEST_POOL_ID ?? "1"}`;
  await ensureCopy(cluster, name);
  return { url: cluster.app + name, ownerUrl: cluster.owner + name };
}

export { workerDatabase as useDatabase };

/** Asks this worker's database as the owner of its tables; rows come as the driver reads them. */
export async function ownerQuery<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  owner ??= await connected((await workerDatabase()).ownerUrl);
  return (await owner.query<Row>(sql, values)).rows;
}

/** Ends the connection behind ownerQuery. */
export async function endOwner(): Promise<void> {
  await owner?.end();
  owner = undefined;
}
