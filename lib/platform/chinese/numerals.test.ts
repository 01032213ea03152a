import { describe, expect, it } from "vitest";
import { arabic } from "./numerals";

describe("Chinese numerals of a date", () => {
  it.each([
    ["一九六八年五月", "1968年5月"], ["二〇〇一", "2001"], ["二○○一", "2001"], ["二零零一", "2001"], ["十", "10"], ["十一", "11"], ["二十", "20"], ["二十三", "23"], ["三十一", "31"],
    ["廿三", "23"], ["廿", "20"], ["卅一", "31"], ["1968年", "1968年"], ["", ""],
  ])("%s is %s", (text, figures) => expect(arabic(text)).toBe(figures));

  it("leaves what is no number", () => expect(arabic("十十")).toBe("十十"));
});
