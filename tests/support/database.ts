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

const nameHere = (): string => `${inject("cluster").prefix}${process.env.VITEST_POOL_ID ?? "1"}`;

/** Makes this worker's database anew from the migrated template, so that no test file sees the rows of another. */
export async function renewDatabase(): Promise<void> {
  const { superuser, template } = inject("cluster");
  const admin = await connected(`${superuser}postgres`);
  const copy = pg.escapeIdentifier(nameHere());
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${pg.escapeIdentifier(template)} OWNER dangdaibiao_owner`);
    // The rights on a database itself are not part of a copy.
    await admin.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${copy} FROM PUBLIC`);
  } finally {
    await admin.end();
  }
}

/** The database of this test file. */
export async function useDatabase(): Promise<TestDatabase> {
  const { app, owner: ownerAt } = inject("cluster");
  return { url: app + nameHere(), ownerUrl: ownerAt + nameHere() };
}

/** The question before: one connection answers one after the other. */
let before: Promise<unknown> = Promise.resolve();

/** Asks this file's database as the owner of its tables; rows come as the driver reads them. */
export function ownerQuery<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const asked = before.then(async () => {
    owner ??= await connected(inject("cluster").owner + nameHere());
    return (await owner.query<Row>(sql, values)).rows;
  });
  before = asked.catch(() => undefined);
  return asked;
}

/** Ends the connection behind ownerQuery. */
export async function endOwner(): Promise<void> {
  await owner?.end();
  owner = undefined;
}
