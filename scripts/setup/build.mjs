import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { logFile, run, tail } from "./run.mjs";
import { Stop } from "./say.mjs";
import { stampOf } from "./stamp.mjs";

const FOLDERS = ["app", "components", "lib", "prisma", "public"];
const TSCONFIG = "tsconfig.json";
const FILES = /\.(ts|mts|mjs|js|json)$/;

/** Tests, the generated client and the notes of other tools do not change what is built. */
const counts = (name) => name !== TSCONFIG && !/\.test\.[a-z]+$/.test(name) && !name.startsWith("prisma/client") && !name.endsWith(".tsbuildinfo") && name !== "next-env.d.ts";

const sourcesOf = (root) => [...FOLDERS, ...readdirSync(root).filter((name) => FILES.test(name))];

export const NEXT = ["node_modules", "next", "dist", "bin", "next"];

/** Builds the pages when their sources changed since the last complete build. Returns whether it had to. */
export async function build(root) {
  const sources = stampOf(root, sourcesOf(root), counts);
  // The build itself completes tsconfig.json, so that file counts as the build leaves it.
  const whole = () => `${sources} ${stampOf(root, [TSCONFIG])}`;
  const folder = path.join(root, process.env.NEXT_DIST ?? ".next");
  const file = path.join(folder, ".source-stamp");
  if (existsSync(path.join(folder, "BUILD_ID")) && existsSync(file) && readFileSync(file, "utf8") === whole()) return false;
  const log = logFile(root, "build");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const code = await run(process.execPath, [path.join(root, ...NEXT), "build"], { cwd: root, env, log, minutes: 20 });
  if (code !== 0) throw new Stop(`网页没有构建成功（${code}），详情见 ${path.relative(root, log)}：\n${tail(log)}`);
  writeFileSync(file, whole());
  return true;
}
