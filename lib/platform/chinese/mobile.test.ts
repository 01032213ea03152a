import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMobile } from "./mobile";

describe("one number", () => {
  it.each([
    "10012345678", "100 1234 5678", "100-1234-5678", "+86 10012345678", "+8610012345678", "008610012345678", "86 100 1234 5678", "１００１２３４５６７８", "\t10012345678", "（+86）100-1234-5678",
  ])("%j", (raw) => expect(readMobile(raw)).toEqual({ mobile: "10012345678", notes: [], refused: null }));

  it.each(["13800138000", "19912345678", "10012345678"])("%s may begin with any second digit", (raw) => expect(readMobile(raw).mobile).toBe(raw));
});

describe("several numbers", () => {
  it.each([
    "10012345678、10087654321", "10012345678/10087654321", "10012345678，10087654321", "10012345678;10087654321", "10012345678 10087654321", "10012345678\n10087654321",
    "0571-88881234、10012345678", "10012345678 或 0571-88881234",
  ])("%j: the first mobile is kept and that is said", (raw) => {
    expect(readMobile(raw)).toEqual({ mobile: "10012345678", notes: ["填了 2 个号码，只保留第一个手机号码"], refused: null });
  });
});

describe("no number", () => {
  it.each(["", "无", "—", "-", "/", "暂无"])("%j is absent", (raw) => expect(readMobile(raw)).toEqual({ mobile: null, notes: [], refused: null }));

  it.each(["100****4417", "100＊＊＊＊4417", "100××××4417"])("%s is absent, and that is said", (raw) => {
    expect(readMobile(raw)).toEqual({ mobile: null, notes: ["手机号码带有星号，不完整，按未填处理"], refused: null });
  });

  it("a masked one beside a whole one does not matter", () => expect(readMobile("100****4417、10012345678").mobile).toBe("10012345678"));
});

describe("refusals", () => {
  it.each([
    ["1001234567", "手机号码应为 11 位，现为 10 位，请核对"],
    ["100123456789", "手机号码应为 11 位，现为 12 位，请核对"],
    ["0571-88881234", "“0571-88881234”不是手机号码，应为以 1 开头的 11 位数字，请核对"],
    ["20012345678", "“20012345678”不是手机号码，应为以 1 开头的 11 位数字，请核对"],
    ["1.0012E+10", "“1.0012E+10”不是手机号码，应为以 1 开头的 11 位数字，请核对"],
    ["同上", "“同上”不是手机号码，应为以 1 开头的 11 位数字，请核对"],
  ])("%s", (raw, refused) => expect(readMobile(raw)).toEqual({ mobile: null, notes: [], refused }));

  it("a text far too long is refused unread", () => expect(readMobile(`1${" ".repeat(100_000)}`).refused).toContain("不是手机号码"));

  it("any text gives a mobile, a reason or nothing, never two of them", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789+- 、/*无a"), maxLength: 26 }), (raw) => {
      const { mobile, refused } = readMobile(raw);
      expect(mobile === null || refused === null).toBe(true);
      expect(mobile ?? "10000000000").toMatch(/^1\d{10}$/);
    }));
  });
});
