import { describe, expect, it } from "vitest";
import { refuseUnprintable, widthsOf } from "./export-docx";

const SHEET = 15477;
const sum = (widths: number[]) => widths.reduce((a, b) => a + b, 0);

describe("the columns of a paper", () => {
  it("fill the sheet and never leave it, however long the texts", () => {
    for (const rows of [[["甲", "乙"]], [["序号", "姓名", "职务"], ["1", "王月", "区委组织部".repeat(40)]], [Array.from({ length: 16 }, () => "区委组织部常务副部长")], [["", ""]]]) {
      const widths = widthsOf(rows, 10.5);
      expect(sum(widths)).toBeLessThanOrEqual(SHEET);
      expect(sum(widths)).toBeGreaterThan(SHEET - 40);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }
  });
  it("keep short texts on one line and give the rest to long ones", () => {
    const [no = 0, month = 0, post = 0] = widthsOf([["序号", "出生年月", "职务"], ["1", "2001年12月", "区人力资源和社会保障局党组成员"]], 10);
    expect(month).toBeGreaterThan(5 * 200);
    expect(post).toBeGreaterThan(month + no);
  });
});

describe("a list no paper bears", () => {
  it.each([[1001, 12, "最多 1000 人"], [3, 17, "最多 16 列"]])("%i people, %i columns", (heads, columns, words) => expect(() => refuseUnprintable(heads, columns)).toThrow(words));
  it("but not one that fits", () => expect(() => refuseUnprintable(1000, 16)).not.toThrow());
});
