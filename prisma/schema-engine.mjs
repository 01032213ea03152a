#!/usr/bin/env node
// Stand-in for Prisma's native schema engine: the same JSON-RPC on standard input and output, the work done by
// @prisma/schema-engine-wasm (the same engine) through the PostgreSQL driver adapter. Nothing is downloaded.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const CHAR = 18;
const TEXT = 25;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
const url = values.datasource ? JSON.parse(values.datasource).url : undefined;

const tell = (level, message, extra = {}) =>
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, fields: { message, ...extra }, target: "schema_engine::logger" })}\n`);
const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** The adapter cuts a script at every semicolon and does not know the catalog's one-byte "char"; both are mended here. */
function mended(connection) {
  const pool = connection.underlyingDriver();
  const perform = connection.performIO.bind(connection);
  const query = connection.queryRaw.bind(connection);
  let fields = [];
  connection.executeScript = async (sql) => {
    try {
      await pool.query(sql);
    } catch (error) {
      connection.onError(error);
    }
  };
  connection.performIO = async (request) => {
    const result = await perform(request);
    fields = (result.fields ?? []).map((field) => {
      const wasChar = field.dataTypeID === CHAR;
      if (wasChar) field.dataTypeID = TEXT;
      return wasChar;
    });
    return result;
  };
  connection.queryRaw = async (request) => {
    const result = await query(request);
    fields.forEach((wasChar, i) => {
      if (wasChar) result.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return result;
  };
  return connection;
}

class Factory extends PrismaPg {
  constructor(address) {
    const target = new URL(address);
    const schema = target.searchParams.get("schema") ?? undefined;
    target.searchParams.delete("schema");
    super({ connectionString: target.href, max: 1, options: "-c TimeZone=UTC" }, { schema });
    this.target = target;
  }

  async connect() {
    return mended(await super.connect());
  }

  async connectToShadowDb() {
    const admin = new pg.Client({ connectionString: this.target.href });
    await admin.connect();
    const name = pg.escapeIdentifier(`prisma_migrate_shadow_db_${randomUUID()}`);
    await admin.query(`CREATE DATABASE ${name}`);
    const shadow = new URL(this.target);
    shadow.pathname = `/${name.slice(1, -1)}`;
    const connection = await new Factory(shadow.href).connect();
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    };
    return connection;
  }
}

function fail(code, message) {
  tell("ERROR", message, { error_code: code, message });
  process.exit(1);
}

async function once(address, sql) {
  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The engine's second face: "cli can-connect-to-database" and its two siblings, answered by exit code. */
async function serveCommand(command) {
  tell("INFO", "Starting schema engine CLI");
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.searchParams.delete("schema");
  const admin = new URL(target);
  admin.pathname = "/postgres";
  const commands = {
    "can-connect-to-database": () => once(target),
    "create-database": () => once(admin, `CREATE DATABASE ${pg.escapeIdentifier(name)}`),
    "drop-database": () => once(admin, `DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  };
  if (!commands[command]) fail("P0000", `unsupported: ${command}`);
  try {
    await commands[command]();
  } catch (error) {
    if (error.code === "3D000") fail("P1003", `Database \`${name}\` does not exist`);
    if (error.code === "42P04") fail("P1009", `Database \`${name}\` already exists`);
    if (error.code === "28P01") fail("P1000", `Authentication failed for \`${target.username}\``);
    fail("P1001", `Can't reach database server at \`${target.host}\`: ${error.message}`);
  }
  process.exit(0);
}

async function loadWasm() {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/_bg\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function openEngine() {
  const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(new Factory(url ?? "postgresql://127.0.0.1:1/none"));
  return wasm.SchemaEngine.new({ datamodels }, (line) => process.stderr.write(`${line}\n`), factory);
}

let engine;

async function answer(method, params) {
  const opened = await (engine ??= openEngine());
  if (method === "getDatabaseVersion") return opened.version(params);
  if (typeof opened[method] !== "function") throw new Error(`unsupported: ${method}`);
  const result = await opened[method](params);
  if (method === "diff" && typeof result?.stdout === "string") write({ id: 1e9, method: "print", params: { content: result.stdout } });
  return result ?? {};
}

function refusal(error) {
  const data = { is_panic: false, message: error?.message ?? String(error), meta: error?.meta ?? null, error_code: error?.code ?? null };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}

async function serveRequests() {
  await loadWasm();
  let open = 0;
  let closed = false;
  const leave = () => {
    if (closed && open === 0) process.exit(0);
  };
  const lines = createInterface({ input: process.stdin });
  lines.on("close", () => {
    closed = true;
    leave();
  });
  lines.on("line", async (line) => {
    const { id, method, params } = JSON.parse(line);
    if (!method) return; // the command line acknowledging our "print"
    open += 1;
    try {
      write({ id, result: await answer(method, params) });
    } catch (error) {
      write({ id, error: refusal(error) });
    }
    open -= 1;
    leave();
  });
}

if (positionals[0] === "cli") await serveCommand(positionals[1]);
else await serveRequests();
