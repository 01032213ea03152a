import { spawn } from "node:child_process";
import { createServer } from "node:net";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The built pages on the database of this test file; `close` asks them to end and tells the exit code. */
export async function openServer(more: Record<string, string> = {}): Promise<{ origin: string; close: () => Promise<number | null> }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/web.mjs"], { env: { ...process.env, APP_URL: origin, HOST: "127.0.0.1", PORT: String(port), NODE_ENV: "production", ...more }, stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const ready = new Promise<true>((resolve) => void child.stdout.on("data", (said) => String(said).includes("ready") && resolve(true)));
  if ((await Promise.race([ready, ended])) !== true) throw new Error("网页没有启动，请先构建（npm test -- build）。");
  return {
    origin,
    close: async () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
