import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const fileIn = (folder) => path.join(folder, "running.json");

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function readClaim(folder) {
  try {
    return JSON.parse(readFileSync(fileIn(folder), "utf8"));
  } catch {
    return undefined;
  }
}

const canAsk = existsSync("/proc/self/cwd");

/** A process number is reused by strangers; one of ours works in the project folder. */
function worksIn(pid, root) {
  try {
    return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(root);
  } catch {
    return false;
  }
}

function endLeftover(pid, root) {
  if (!worksIn(pid, root)) return;
  process.kill(pid, "SIGKILL");
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (let i = 0; i < 40 && worksIn(pid, root); i += 1) Atomics.wait(wait, 0, 0, 50);
}

/**
 * Takes `folder` for this process. Returns { holder } when a live process of this project holds it; else ends the
 * programs a killed holder left behind and returns { note(pids), release() }.
 */
export function claim(folder, root) {
  mkdirSync(folder, { recursive: true });
  const before = readClaim(folder);
  const held = before && before.pid !== process.pid && (canAsk ? worksIn(before.pid, root) : isAlive(before.pid));
  if (held) return { holder: before };
  for (const pid of before?.children ?? []) endLeftover(pid, root);
  const write = (more) => writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, ...more }), { mode: 0o600 });
  write({ children: [] });
  return {
    note: write,
    release: () => {
      if (existsSync(fileIn(folder))) rmSync(fileIn(folder));
    },
  };
}
