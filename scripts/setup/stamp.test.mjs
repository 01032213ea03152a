import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { stampOf } from "./stamp.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  mkdirSync(path.join(root, "app"));
  writeFileSync(path.join(root, "app", "a.ts"), "one");
});
afterEach(() => rmSync(root, { recursive: true }));

const now = (keep) => stampOf(root, ["app", "gone"], keep);

it("stays while nothing changes and takes a missing folder as empty", () => expect(now()).toBe(now()));

it("tells a changed content, a new file and a new name", () => {
  const seen = [now()];
  writeFileSync(path.join(root, "app", "a.ts"), "two");
  seen.push(now());
  writeFileSync(path.join(root, "app", "b.ts"), "");
  seen.push(now());
  renameSync(path.join(root, "app", "b.ts"), path.join(root, "app", "c.ts"));
  seen.push(now());
  expect(new Set(seen).size).toBe(4);
});

it("leaves out what does not count", () => {
  const keep = (name) => !name.endsWith(".test.ts");
  const before = now(keep);
  writeFileSync(path.join(root, "app", "a.test.ts"), "x");
  expect(now(keep)).toBe(before);
});
