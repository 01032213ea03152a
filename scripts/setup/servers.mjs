import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NEXT } from "./build.mjs";
import { Stop } from "./say.mjs";

const GRACE = 10_000;

/** How a TypeScript program of this project is run. */
export const typescript = (file) => ["--conditions=react-server", "--import", "tsx", file];

function begin(root, name, args, env, log) {
  if (log && existsSync(log)) renameSync(log, `${log}.1`);
  const out = log ? openSync(log, "w", 0o600) : "inherit";
  // Its own process group, so that Ctrl-C reaches only the launcher, which then stops everything in order.
  const child = spawn(process.execPath, args, { cwd: root, env, detached: process.platform !== "win32", stdio: ["ignore", out, out] });
  if (log) closeSync(out);
  const exited = new Promise((resolve) => child.once("error", () => resolve(1)).once("exit", (code, signal) => resolve(code ?? signal)));
  return { name, child, exited, log };
}

/** The pages, by scripts/web.mjs or, with dev, `next dev`. */
export function startWeb(root, { env, host, port, dev, log }) {
  const args = dev ? [path.join(root, ...NEXT), "dev", "-H", host, "-p", String(port)] : [path.join("scripts", "web.mjs")];
  const mode = { ...env, HOST: host, PORT: String(port), NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  return begin(root, "网站", args, mode, log);
}

/** Young objects are collected early: a large import then stays a hundred megabytes smaller, for a few per cent of its time. */
export const WORKER_MEMORY = ["--max-semi-space-size=4"];

/** The jobs. */
export function startWorker(root, { env, dev, log }) {
  const mode = { ...env, NODE_ENV: dev ? "development" : "production" };
  return begin(root, "后台任务", [...WORKER_MEMORY, ...typescript("scripts/worker.ts")], mode, log);
}

/** The sentence for a program that ended by itself. */
export const diedSentence = ({ name, log }, code, root) =>
  `${name}意外退出（${code}），平台已全部停止。${log ? `原因见 ${path.relative(root, log)}。` : "原因见上面的输出。"}`;

/** Waits until GET /api/health answers 200; refuses when a program dies or a minute passes. */
export async function untilHealthy(root, port, host, servers, seconds = 60) {
  const died = Promise.race(servers.map((server) => server.exited.then((code) => ({ server, code }))));
  const until = Date.now() + seconds * 1000;
  let last = "没有回应";
  while (Date.now() < until) {
    const dead = await Promise.race([died, pause(100)]);
    if (dead) throw new Stop(diedSentence(dead.server, dead.code, root));
    try {
      const target = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
      const answer = await fetch(`http://${target}:${port}/api/health`, { signal: AbortSignal.timeout(5000), redirect: "manual" });
      if (answer.status === 200) return;
      last = `回应 ${answer.status}`;
    } catch (error) {
      last = error.name === "TimeoutError" ? "回应超时" : "没有回应";
    }
  }
  throw new Stop(`平台在 ${seconds} 秒内没有准备好（健康检查${last}），已全部停止。${servers[0].log ? `原因见 ${path.relative(root, servers[0].log)}。` : ""}`);
}

/** Asks every program to end and waits; one that has not ended after ten seconds is killed. */
export async function stopServers(servers) {
  await Promise.all(servers.map(async ({ child, exited }) => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), GRACE);
    await exited;
    clearTimeout(late);
  }));
}
