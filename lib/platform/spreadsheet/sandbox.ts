import { spawn } from "node:child_process";
import { join } from "node:path";

export type Reply<T> = { ok: T } | { failed: "time" | "memory" | "crash" };

/**
 * Runs one job in a process of its own with a heap limit, a clock and an almost empty environment, so that a hostile
 * file costs at most that process. The entry answers with process.send; paths count from the project root because a
 * bundle has no place of its own.
 */
export function runApart<T>(entry: string, job: unknown, limits: { seconds: number; heapMegabytes: number }): Promise<Reply<T>> {
  return new Promise((resolve) => {
    const words = [`--max-old-space-size=${limits.heapMegabytes}`, "--import", "tsx", join(/* turbopackIgnore: true */ process.cwd(), entry)];
    const child = spawn(process.execPath, words, {
      env: bareEnvironment(),
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let reply: Reply<T> | null = null;
    const clock = setTimeout(() => {
      reply = { failed: "time" };
      child.kill("SIGKILL");
    }, limits.seconds * 1000);
    child.once("message", (message) => {
      reply = { ok: message as T };
      child.kill("SIGKILL");
    });
    child.once("error", () => child.kill("SIGKILL"));
    // Out of memory ends a process by a signal of its own; a broken program ends with a code.
    child.once("close", (_code, signal) => {
      clearTimeout(clock);
      resolve(reply ?? { failed: signal ? "memory" : "crash" });
    });
    child.send(job as object, () => undefined);
  });
}

function bareEnvironment(): NodeJS.ProcessEnv {
  const keep = ["TMPDIR", "TEMP", "TMP", "SystemRoot"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(keep), NODE_ENV: "production", TZ: "UTC" };
}
