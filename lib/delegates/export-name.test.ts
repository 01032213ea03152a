import { describe, expect, it } from "vitest";
import type { Active } from "./active-filters";
import { exportName } from "./export-name";

const TERM = "青澜区第五次党代会";
const DAY = "2026-11-24";
const named = (name: Active["name"], label: string, value: string): Active => ({ name, label, value });
const delegation = named("delegation", "代表团", "区直机关第一代表团");

describe("exportName", () => {
  it("is that of the whole term without conditions", () => {
    expect(exportName(TERM, [], DAY)).toEqual({ title: "青澜区第五次党代会代表花名册", file: "青澜区第五次党代会代表花名册_2026-11-24" });
  });
  it("says the conditions in words, a day of ages and a search word not among them", () => {
    const asked = [named("q", "查找", "4417"), delegation, named("sex", "性别", "女"), named("category", "代表类别", "未填"), named("on", "年龄算到", "2025年12月31日")];
    expect(exportName(TERM, asked, DAY)).toEqual({
      title: "青澜区第五次党代会代表花名册（查找结果，区直机关第一代表团，女，代表类别未填）", file: "青澜区第五次党代会代表花名册_查找结果_区直机关第一代表团_女_代表类别未填_2026-11-24",
    });
  });
  it("holds nothing a file system refuses, and never more than one takes", () => {
    const long = "各".repeat(60);
    const { file } = exportName(`第/一:次*${long}`, [named("unit", "选举单位", `甲<乙>|"丙 丁?\\\n${long}`), ...Array.from({ length: 9 }, () => delegation)], DAY);
    expect(file).toMatch(/^第一次各+代表花名册_甲乙丙丁各+等_2026-11-24$/);
    expect(Buffer.byteLength(`${file}.xlsx`)).toBeLessThan(256);
    const many = exportName(long, Array.from({ length: 9 }, () => delegation), DAY).file;
    expect(many).toContain("_等条件_");
    expect(Buffer.byteLength(`${many}.xlsx`)).toBeLessThan(256);
  });
});
