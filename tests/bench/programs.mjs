import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../scripts/setup/ports.mjs";
import { logFile, tail } from "../../scripts/setup/run.mjs";
import { Stop } from "../../scripts/setup/say.mjs";

/** Starts a program of the bench on a free port and waits for its first "ready". Resolves to what stopServers takes, with its origin. */
export async function startProgram(root, name, args, env) {
  const [port, log] = [await freePort(), logFile(root, `bench-${name}`)];
  const out = openSync(log, "w", 0o600);
  const child = spawn(process.execPath, args, { cwd: root, env: { ...env, PORT: String(port) }, stdio: ["ignore", "pipe", out] });
  closeSync(out);
  const exited = new Promise((resolve) => child.once("error", () => resolve(1)).once("exit", (code, signal) => resolve(code ?? signal)));
  const ready = new Promise((resolve) => child.stdout.once("data", () => resolve(true)));
  if ((await Promise.race([ready, exited])) !== true) throw new Stop(`测速程序 ${name} 没有启动，详情见 ${path.relative(root, log)}：\n${readFileSync(log, "utf8") && tail(log)}`);
  return { name, child, exited, log, origin: `http://127.0.0.1:${port}` };
}
