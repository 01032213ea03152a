import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claim } from "./claim.mjs";
import { freePort, isFree } from "./ports.mjs";

let root;
let child;
const folder = () => path.join(root, ".data");

beforeEach(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), "claim-"));
  child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { cwd: root, stdio: "ignore" });
  await once(child, "spawn");
});
afterEach(() => {
  child.kill("SIGKILL");
  rmSync(root, { recursive: true });
});

const leave = (record) => {
  claim(folder(), root);
  writeFileSync(path.join(folder(), "running.json"), JSON.stringify(record));
};

it("takes a free folder and gives it back", () => {
  const held = claim(folder(), root);
  expect(held.holder).toBeUndefined();
  held.release();
  expect(existsSync(path.join(folder(), "running.json"))).toBe(false);
});

it("yields to a live process of this project", () => {
  leave({ pid: child.pid, origin: "http://x" });
  expect(claim(folder(), root).holder).toEqual({ pid: child.pid, origin: "http://x" });
});

it("ends what a dead holder left running", async () => {
  leave({ pid: 2 ** 22 + 1, children: [child.pid] });
  const gone = once(child, "exit");
  expect(claim(folder(), root).holder).toBeUndefined();
  expect((await gone)[1]).toBe("SIGKILL");
});

it("leaves alone a stranger that got the same number", () => {
  leave({ pid: 2 ** 22 + 1, children: [process.pid] });
  expect(claim(folder(), root).holder).toBeUndefined();
});

it("takes a folder whose record is broken", () => {
  claim(folder(), root);
  writeFileSync(path.join(folder(), "running.json"), "{");
  expect(claim(folder(), root).holder).toBeUndefined();
});

it("sees a port in use and finds another", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  expect(await isFree(port)).toBe(false);
  expect(await freePort(port)).not.toBe(port);
  server.close();
  await once(server, "close");
  expect(await isFree(port)).toBe(true);
  expect(await freePort(port)).toBe(port);
});
