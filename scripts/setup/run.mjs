import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { FULL_DISK, Stop, tellsFullDisk } from "./say.mjs";

const running = new Set();
let ending = false;

/** Ends every program started by `run` that is still at work and lets no other begin. */
export function endRuns() {
  ending = true;
  running.forEach((child) => child.kill("SIGTERM"));
}

/** Where a program's output goes: <root>/.data/logs/<name>.log, readable by its owner alone. */
export function logFile(root, name) {
  const folder = path.join(root, ".data", "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `${name}.log`);
}

/** The end of a log without the frames of a stack. */
export function tail(file, lines = 12) {
  const said = readFileSync(file, "utf8").split("\n").filter((line) => line.trim() && !/^\s+(at |\d+: |with )/.test(line));
  return said.slice(-lines).join("\n");
}

/**
 * Runs a program to its end and resolves to its exit code, the name of the signal that ended it, or 124 after `minutes`. With `log` its output goes to that
 * file, else to the terminal. A full disk, told by its output, is refused with its own sentence.
 */
export async function run(command, args, { cwd, env, log, minutes = 15, shell = false }) {
  if (ending) throw new Stop("正在停止，没有继续。");
  const out = log ? openSync(log, "w", 0o600) : "inherit";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", out, out] });
    running.add(child);
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, minutes * 60_000);
    const done = () => {
      clearTimeout(limit);
      running.delete(child);
      if (log) closeSync(out);
    };
    child.once("error", (error) => {
      done();
      reject(error.code === "ENOENT" ? new Stop(`找不到程序 ${command}，请先安装后再试。`) : error);
    });
    child.once("exit", (code, signal) => {
      done();
      if (log && code !== 0 && tellsFullDisk(readFileSync(log, "utf8"))) reject(new Stop(FULL_DISK));
      else resolve(late ? 124 : (code ?? signal));
    });
  });
}
