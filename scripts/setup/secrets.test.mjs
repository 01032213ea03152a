import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptSecrets, newSecrets } from "./secrets.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes keys of the promised shape, each time others", () => {
  const made = newSecrets();
  expect(Buffer.from(made.INDEX_KEY, "base64")).toHaveLength(32);
  expect(Buffer.from(made.DATA_KEYS.slice(2), "base64")).toHaveLength(32);
  expect(made.DATA_KEYS.startsWith("1:")).toBe(true);
  expect(made.APP_SECRET).toHaveLength(64);
  const both = [...Object.values(made), ...Object.values(newSecrets())];
  expect(new Set(both).size).toBe(both.length);
});

it("keeps what it made, readable by the owner alone", () => {
  const first = keptSecrets(folder);
  expect(keptSecrets(folder)).toEqual(first);
  expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

it.each([["", "已损坏"], ["{\"superuser\":", "已损坏"], ["{\"superuser\":\"x\"}", "DATA_KEYS"]])("never replaces the damaged file %j", (text, words) => {
  const file = path.join(folder, "secrets.json");
  writeFileSync(file, text);
  expect(() => keptSecrets(folder)).toThrow(words);
  expect(readFileSync(file, "utf8")).toBe(text);
});
