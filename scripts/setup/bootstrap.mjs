import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { broughtNode, install, nodeTooOld } from "./install.mjs";
import { endRuns } from "./run.mjs";
import { say, sentenceOf, Stop } from "./say.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Prints the sentence for an error and ends with exit code 1. */
export function giveUp(error) {
  endRuns();
  say(sentenceOf(error));
  process.exit(1);
}

/**
 * Makes this machine ready with nothing but Node's own parts: checks Node, installs the packages and runs `script`
 * again under the Node they bring. Resolves to true in the process that should do the work.
 */
export async function ready(script) {
  const stop = () => giveUp(new Stop("收到停止信号，没有完成。"));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const old = nodeTooOld(process.version);
    if (old) throw new Stop(old);
    await install(ROOT);
  } catch (error) {
    giveUp(error);
  }
  process.off("SIGINT", stop).off("SIGTERM", stop);
  const node = broughtNode(ROOT);
  if (!node || realpathSync(node) === realpathSync(process.execPath)) return true;
  await again(node, script);
  return false;
}

/** npm's own shell does not pass a SIGTERM on: calls `act` once when the npm that ran this script is gone. */
export function whenNpmEnds(act) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

/** A terminal sends Ctrl-C to both processes; the second one heeds only the first signal, so passing it on does no harm. */
async function again(node, script) {
  const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const options = { cwd: ROOT, env: { ...process.env, PATH }, stdio: ["inherit", "inherit", "inherit", "ipc"] };
  const child = spawn(node, [script, ...process.argv.slice(2)], options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmEnds(() => child.kill("SIGTERM"));
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(1)).once("exit", (number) => resolve(number ?? 1));
  });
  process.exit(code);
}
