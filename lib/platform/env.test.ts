import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const good = {
  DATABASE_URL: "postgresql://app@127.0.0.1/ddb",
  APP_URL: "https://dbpt.qinglan.gov.cn",
  APP_SECRET: randomBytes(32).toString("hex"),
  DATA_KEYS: `1:${randomBytes(32).toString("base64")}`,
  INDEX_KEY: randomBytes(32).toString("base64"),
};

describe("env", () => {
  it("takes a complete set", () => {
    expect(readEnv(good).DATA_KEYS[0]?.version).toBe(1);
  });

  it.each([
    ["APP_SECRET", undefined],
    ["APP_SECRET", "short"],
    ["APP_SECRET", "please-replace-me-please-replace-me"],
    ["APP_SECRET", "a".repeat(64)],
    ["DATA_KEYS", "1:abc"],
    ["DATA_KEYS", undefined],
    ["INDEX_KEY", "replace-with-base64-of-32-random-bytes"],
    ["DATABASE_URL", "mysql://x"],
    ["APP_URL", "dbpt"],
  ])("refuses %s = %s and names it without printing the value", (name, value) => {
    const run = () => readEnv({ ...good, [name]: value });
    expect(run).toThrow(name);
    if (value && value.length > 8) expect(run).not.toThrow(value);
  });

  it("names every fault at once", () => {
    expect(() => readEnv({})).toThrow(/DATABASE_URL.*APP_URL.*APP_SECRET.*DATA_KEYS.*INDEX_KEY/s);
  });
});
