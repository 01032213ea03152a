import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./ports.mjs";
import { binary, bundledPostgres, giveTo, placeOf, runAs } from "./postgres-home.mjs";
import { FULL_DISK, Stop, tellsFullDisk } from "./say.mjs";

const COMMON = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=Asia/Shanghai", "jit=off", "shared_buffers=256MB", "random_page_cost=1.1", "max_connections=100"];
const PATIENCE = 60_000;

/** Address of a database in this cluster for a role. */
export const addressOf = (cluster, role, password, database) => `postgresql://${role}:${password}@127.0.0.1:${cluster.port}/${database}`;

function initialise(home, data, password) {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(home.account, fresh);
  const secret = mkdtempSync(path.join(os.tmpdir(), "pw-"));
  const file = path.join(secret, "password");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  for (const each of [secret, file]) giveTo(home.account, each);
  try {
    const locale = process.platform === "linux" ? "C.UTF-8" : "C";
    const done = runAs(home.account, binary(home.native, "initdb"), ["-D", fresh, "-U", "postgres", "--pwfile", file, "-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", `--locale=${locale}`]);
    if (done.code !== 0) throw new Stop(tellsFullDisk(done.output) ? FULL_DISK : `内置数据库没有建成：${done.output.trim().split("\n").pop()}`);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
  renameSync(fresh, data);
}

/** A database left running by a start that was killed is stopped in good order before the new one. */
function stopLeftover(home, data) {
  const pidFile = path.join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const stop = (mode) => runAs(home.account, binary(home.native, "pg_ctl"), ["stop", "-D", data, "-m", mode, "-w", "-t", "20"]).code === 0;
  if (!stop("fast")) stop("immediate");
}

async function answers(address) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    if (error.code === "28P01") throw new Stop("内置数据库的口令与 secrets.json 不符。请从备份恢复 secrets.json。");
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function spawnServer(home, data, port, settings, log) {
  const out = openSync(log, "w", 0o600);
  const args = ["-D", data, "-p", String(port), ...[...COMMON, ...settings].flatMap((setting) => ["-c", setting])];
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: "C", TZ: "UTC" };
  // Its own process group: Ctrl-C in a terminal must not take the database away before the programs that use it.
  const child = spawn(binary(home.native, "postgres"), args, { ...home.account, env, cwd: data, detached: true, stdio: ["ignore", out, out] });
  closeSync(out);
  child.once("error", () => undefined);
  return child;
}

async function untilAnswering(child, address) {
  const until = Date.now() + PATIENCE;
  while (child.exitCode === null && child.signalCode === null && child.pid && Date.now() < until) {
    if (await answers(address)) return true;
    await pause(100);
  }
  return false;
}

function faultIn(log, folder) {
  const text = readFileSync(log, "utf8");
  if (tellsFullDisk(text)) return FULL_DISK;
  if (/incompatible with server/.test(text)) return `${folder} 中的数据由另一版本的 PostgreSQL 建立，请换回原来的程序版本导出数据。`;
  return `内置数据库没有启动，原因见 ${log}。`;
}

async function launch(home, data, options) {
  const log = path.join(options.folder, "postgres.log");
  const until = Date.now() + PATIENCE;
  for (;;) {
    const port = await freePort(options.port);
    const child = spawnServer(home, data, port, options.settings ?? [], log);
    if (await untilAnswering(child, addressOf({ port }, "postgres", options.password, "postgres"))) return { child, port };
    child.kill("SIGKILL");
    // After a kill -9 the memory of the dead server is still attached for a moment; the same start then succeeds.
    if (Date.now() > until || !/shared memory|lock file|in use/i.test(readFileSync(log, "utf8"))) throw new Stop(faultIn(log, data));
    await pause(1000);
  }
}

/**
 * Starts the bundled PostgreSQL on 127.0.0.1 with its data under `folder`; `port` is a wish, `settings` are "name=value".
 * Resolves to { port, outside, superuser: (database) => address, exited: Promise, stop() }, `outside` being the folder used
 * instead where the database's account cannot enter `folder`; refuses with a sentence.
 */
export async function startPostgres({ folder, port, settings, password, note = () => undefined }) {
  const bundled = await bundledPostgres();
  const home = placeOf(folder, bundled, note);
  const data = path.join(home.folder, "postgres");
  if (!existsSync(data)) initialise(home, data, password);
  if (process.getuid?.() !== undefined && process.getuid() !== 0) mustOwn(data);
  const made = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (made !== bundled.major) throw new Stop(`${data} 中的数据由 PostgreSQL ${made} 建立，现有程序是 ${bundled.major}。请换回原来的程序版本导出数据。`);
  stopLeftover(home, data);
  const { child, port: taken } = await launch(home, data, { folder, port, settings, password });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  return {
    port: taken,
    outside: home.folder === folder ? undefined : home.folder,
    exited,
    superuser: (database) => addressOf({ port: taken }, "postgres", password, database),
    stop: () => stopServer(child, exited),
  };
}

function mustOwn(data) {
  try {
    readFileSync(path.join(data, "PG_VERSION"));
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new Stop(`${data} 属于另一用户，请换用第一次启动时的用户。`);
  }
}

/** Fast shutdown (open transactions are rolled back); after four seconds the immediate one, which recovers at the next start. */
async function stopServer(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 4000);
  await exited;
  clearTimeout(late);
}
