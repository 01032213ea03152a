import { describe, expect, it } from "vitest";
import { bareNumber, codePoint, distinct, quoted } from "./characters";

describe("characters in messages", () => {
  it.each([["A", "U+0041"], ["\uE5F1", "U+E5F1"], ["𠮷", "U+20BB7"]])("%s is %s", (char, code) => expect(codePoint(char)).toBe(code));

  it("are quoted, and cut to twenty", () => {
    expect(quoted(" 张三 ")).toBe("“张三”");
    expect(quoted("𠮷".repeat(21))).toBe(`“${"𠮷".repeat(20)}…”`);
    expect(quoted("𠮷".repeat(20))).toBe(`“${"𠮷".repeat(20)}”`);
  });

  it("are named once", () => {
    expect(distinct("aabca")).toEqual(["a", "b", "c"]);
    expect(distinct("xyz".match(/\d/g))).toEqual([]);
  });
});

describe("numbers", () => {
  it("lose guards, spaces and full width", () => {
    expect(bareNumber("\t１２３ 456\u3000")).toBe("123456");
    expect(bareNumber("'00123\u200B")).toBe("00123");
  });
});
