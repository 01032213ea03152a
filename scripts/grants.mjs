import { pathToFileURL } from "node:url";
import pg from "pg";

const APPEND_ONLY = ["AuditEvent"];
const READ_ONLY = ["_prisma_migrations"];
const SCHEMAS = ["public", "pgboss"];

const quoted = pg.escapeIdentifier;

/** The statements that give `role` rows but no structure; `tables` are the names present in schema public. */
export function grantStatements(role, database, schemas, tables) {
  const who = quoted(role);
  const limited = (names, rights) =>
    names.filter((name) => tables.includes(name)).flatMap((name) => [
      `REVOKE ALL ON public.${quoted(name)} FROM ${who}`,
      `GRANT ${rights} ON public.${quoted(name)} TO ${who}`,
    ]);
  return [
    `REVOKE CREATE, TEMPORARY ON DATABASE ${quoted(database)} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${who}`,
    ...schemas.flatMap((schema) => [
      `REVOKE CREATE ON SCHEMA ${schema} FROM PUBLIC`,
      `REVOKE CREATE ON SCHEMA ${schema} FROM ${who}`,
      `GRANT USAGE ON SCHEMA ${schema} TO ${who}`,
      `REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA ${schema} FROM ${who}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${who}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${who}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${who}`,
    ]),
    ...limited(APPEND_ONLY, "SELECT, INSERT"),
    ...limited(READ_ONLY, "SELECT"),
  ];
}

/**
 * Gives the application role its rights, in one transaction, through a connection of the owner.
 * Rows of every table may be read and written; the audit trail may only grow; no structure may be changed.
 */
export async function grantTo(owner, role) {
  const { rows: [{ database, me }] } = await owner.query("SELECT current_database() AS database, current_user AS me");
  if (me === role) return;
  const { rows } = await owner.query("SELECT nspname AS name FROM pg_namespace WHERE nspname = ANY($1) ORDER BY nspname DESC", [SCHEMAS]);
  const tables = await owner.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const names = (result) => result.map((row) => row.name);
  await owner.query("BEGIN");
  for (const sql of grantStatements(role, database, names(rows), names(tables.rows))) await owner.query(sql);
  await owner.query("COMMIT");
}

/** By hand: DATABASE_OWNER_URL=... node scripts/grants.mjs ROLE */
async function byHand(role, address) {
  if (!role || !address) {
    process.stdout.write("用法：设置 DATABASE_OWNER_URL 后运行 node scripts/grants.mjs 应用角色名\n");
    process.exit(1);
  }
  const owner = new pg.Client({ connectionString: address });
  await owner.connect();
  await grantTo(owner, role);
  await owner.end();
  process.stdout.write(`已授权 ${role}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await byHand(process.argv[2], process.env.DATABASE_OWNER_URL);
