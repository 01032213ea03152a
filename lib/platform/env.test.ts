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

  it("sends nothing unless told how", () => {
    expect(readEnv(good)).toMatchObject({ SMS_CHANNEL: "log", MAIL_CHANNEL: "off" });
  });

  it.each([
    [{ SMS_CHANNEL: "http" }, /缺少 SMS_URL；缺少 SMS_SECRET/],
    [{ SMS_CHANNEL: "http", SMS_URL: "https://sms.qinglan.gov.cn", SMS_SECRET: "short" }, /SMS_SECRET 太短/],
    [{ SMS_CHANNEL: "http", SMS_URL: "file:///etc/passwd" }, /SMS_URL 应是完整网址/],
    [{ SMS_CHANNEL: "aliyun", SMS_KEY_ID: "id" }, /SMS_KEY_SECRET.*SMS_SIGN_NAME.*SMS_TEMPLATE/],
    [{ SMS_CHANNEL: "tencent", SMS_KEY_ID: "id", SMS_KEY_SECRET: "key", SMS_SIGN_NAME: "青澜", SMS_TEMPLATE: "1" }, /：缺少 SMS_APP_ID。/],
    [{ SMS_CHANNEL: "pigeon" }, /SMS_CHANNEL 应为/],
    [{ MAIL_CHANNEL: "smtp", SMTP_URL: "http://mail" }, /SMTP_URL 应以 smtp/],
    [{ MAIL_CHANNEL: "smtp", SMTP_URL: "smtp://mail" }, /缺少 MAIL_FROM/],
  ])("refuses %o, which cannot send", (given, fault) => {
    expect(() => readEnv({ ...good, ...given })).toThrow(fault);
  });

  it("names every fault at once", () => {
    expect(() => readEnv({})).toThrow(/DATABASE_URL.*APP_URL.*APP_SECRET.*DATA_KEYS.*INDEX_KEY/s);
  });
});
