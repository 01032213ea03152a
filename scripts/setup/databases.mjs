import pg from "pg";
import { Stop } from "./say.mjs";

export const OWNER = "dangdaibiao_owner";
export const APP = "dangdaibiao_app";

/** Opens one connection, hands it to `work` and closes it. Every session speaks UTC. */
export async function withClient(address, work) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000, options: "-c TimeZone=UTC" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const REASONS = {
  "28P01": "用户名或口令不对",
  "28000": "数据库不接受这个用户",
  "3D000": "没有这个数据库",
  "57P03": "数据库正在启动或恢复，请稍候",
  "53300": "连接数已满",
  ECONNREFUSED: "该地址没有数据库在运行",
  ENOTFOUND: "找不到这台主机",
  EAI_AGAIN: "找不到这台主机",
  ETIMEDOUT: "连接超时",
  ECONNRESET: "连接被对方关闭",
  SELF_SIGNED_CERT_IN_CHAIN: "证书不受信任",
};

/** One sentence for a database that cannot be used: where, why, what to do; never a password. */
export function unreachable(name, address, error) {
  const { host, pathname } = URL.canParse(address) ? new URL(address) : { host: "（地址无法识别）", pathname: "" };
  const code = error.code ?? error.errors?.[0]?.code;
  const reason = REASONS[code] ?? (/timeout/i.test(error.message) ? "连接超时" : (code ?? "原因不明"));
  return new Stop(`连不上数据库 ${host}${pathname}：${reason}。请检查 ${name} 与数据库是否在运行。`);
}

/** Proves that an address given by the operator answers; refuses with `unreachable`. */
export async function mustReach(name, address) {
  try {
    await withClient(address, (client) => client.query("SELECT 1"));
  } catch (error) {
    throw unreachable(name, address, error);
  }
}

/** The two roles of the bundled cluster: one owns the tables and migrates, one only reads and writes rows. */
export async function prepareRoles(superuser, secrets) {
  await withClient(superuser("postgres"), async (client) => {
    for (const [role, password] of [[OWNER, secrets.owner], [APP, secrets.app]]) {
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
      const verb = rowCount ? "ALTER" : "CREATE";
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
    }
    await client.query(`ALTER ROLE ${OWNER} CREATEDB`);
  });
}

export const exists = (superuser, name) =>
  withClient(superuser("postgres"), async (client) => (await client.query("SELECT FROM pg_database WHERE datname = $1", [name])).rowCount === 1);

/**
 * Creates a database owned by the owner role, empty or as a copy of `template`. A copy does not inherit the rights on the
 * database itself, so strangers and the application role are kept from temporary tables and schemas here.
 */
export const createDatabase = (superuser, name, template = "template0") =>
  withClient(superuser("postgres"), async (client) => {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${OWNER} TEMPLATE ${pg.escapeIdentifier(template)} ENCODING UTF8`);
    await client.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${pg.escapeIdentifier(name)} FROM PUBLIC`);
  });

export const dropDatabase = (superuser, name) =>
  withClient(superuser("postgres"), (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));

export const renameDatabase = (superuser, from, to) =>
  withClient(superuser("postgres"), (client) => client.query(`ALTER DATABASE ${pg.escapeIdentifier(from)} RENAME TO ${pg.escapeIdentifier(to)}`));

/** Names of the databases that begin with `prefix`. */
export const databasesLike = (superuser, prefix) =>
  withClient(superuser("postgres"), async (client) =>
    (await client.query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [prefix])).rows.map((row) => row.datname));
