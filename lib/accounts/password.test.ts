import { describe, expect, it } from "vitest";
import { passwordFaults } from "./password";

const own = ["shenwenqing", "沈文清", "青澜区", "4417"];

describe("passwordFaults", () => {
  it.each(["correct horse battery", "雨后山色 分外清朗 好", "k7#mPq2!vTz9"])("takes %s", (password) => {
    expect(passwordFaults(password, own)).toEqual([]);
  });

  it.each([
    ["short1!", "至少 10 个字符"],
    ["password123456", "太常见"],
    ["2938475610", "太常见"],
    ["aaaaaaaaaaaa", "重复"],
    ["12345678901234567", "连续"],
    ["shenwenqing#88", "本人"],
    ["沈文清的口令要长一点", "本人"],
    ["dangdaibiao#2026", "本系统"],
    ["zxm-88-4417-ok!", "本人"],
    ["x".repeat(129), "不超过 128"],
  ])("refuses %s", (password, why) => {
    expect(passwordFaults(password, own).join()).toContain(why);
  });
});
