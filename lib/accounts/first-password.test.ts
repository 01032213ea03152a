import { describe, expect, it } from "vitest";
import { firstPassword } from "./first-password";
import { passwordFaults } from "./password";

const many = Array.from({ length: 2000 }, () => firstPassword(["shenwenqing"]));

describe("firstPassword", () => {
  it("has 14 characters in three groups that cannot be misread", () => {
    for (const password of many) expect(password).toMatch(/^[a-hjkmnp-twxyz2-9]{4}(-[a-hjkmnp-twxyz2-9]{4}){2}$/);
  });

  it("passes the rules it will be checked by", () => {
    for (const password of many) expect(passwordFaults(password, ["shenwenqing"])).toEqual([]);
  });

  it("avoids the words of the account", () => {
    expect(Array.from({ length: 300 }, () => firstPassword(["abc", "777", "k7m"])).filter((p) => /abc|777|k7m/.test(p))).toEqual([]);
  });

  it("does not repeat itself", () => expect(new Set(many).size).toBe(many.length));
});
