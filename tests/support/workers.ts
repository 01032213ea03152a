import { spawn, type ChildProcess } from "node:child_process";
import { afterEach } from "vitest";

const workers = new Set<ChildProcess>();

/** A program of the jobs on this file's database, as it runs in real life; `what` is its file, or its text after --eval. */
export function startWorker(...what: string[]): ChildProcess {
  const worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", ...what], { env: process.env, stdio: "ignore" });
  workers.add(worker);
  return worker;
}

/** As a power cut: no chance to tidy up. */
export async function kill(worker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await gone;
  workers.delete(worker);
}

afterEach(async () => {
  for (const worker of workers) await kill(worker);
});
