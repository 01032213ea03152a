import { describe, expect, it } from "vitest";
import { unreachable } from "./databases.mjs";

describe("unreachable", () => {
  const address = "postgresql://someone:geheim@db.local:5432/ddb";

  it.each([["ECONNREFUSED", "没有数据库在运行"], ["28P01", "口令"], ["3D000", "没有这个数据库"], ["ENOTFOUND", "找不到这台主机"], ["XX000", "XX000"]])("explains %s", (code, words) => {
    const { message } = unreachable("DATABASE_URL", address, Object.assign(new Error("x"), { code }));
    expect(message).toContain(words);
    expect(message).toContain("db.local:5432/ddb");
    expect(message).not.toMatch(/geheim|someone/);
  });

  it("explains a timeout, an address it cannot read and a host with several addresses", () => {
    expect(unreachable("DATABASE_URL", address, new Error("timeout expired")).message).toContain("连接超时");
    expect(unreachable("DATABASE_URL", "geheim", new Error("x")).message).not.toContain("geheim");
    expect(unreachable("DATABASE_URL", address, { message: "", errors: [{ code: "ECONNREFUSED" }] }).message).toContain("没有数据库在运行");
  });
});
