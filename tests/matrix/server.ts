import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

const NEXT = path.resolve("node_modules/next/dist/bin/next");

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The built pages on the database of this test file; `close` ends them. */
export async function openServer(): Promise<{ origin: string; close: () => Promise<void> }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], { env: { ...process.env, APP_URL: origin, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<false>((resolve) => child.once("exit", () => resolve(false)));
  const ready = new Promise<true>((resolve) => void child.stdout.on("data", (said) => String(said).includes("Ready") && resolve(true)));
  if (!(await Promise.race([ready, ended]))) throw new Error("网页没有启动，请先构建（npm test -- build）。");
  return {
    origin,
    close: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
