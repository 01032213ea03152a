import { describe, expect, it } from "vitest";
import { barChart } from "./charts";

const base = { title: "十四个组十一个达到", unit: "%", source: "签到" };
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe("barChart", () => {
  it("draws a row for every value, with its name and its printed value", () => {
    const svg = barChart({ ...base, rows: [{ label: "甲组", value: 96.9, text: "96.9%" }, { label: "乙组", value: 1234 }] });
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 640 64"/);
    for (const text of ["甲组", "乙组", "96.9%", "1,234"]) expect(svg).toContain(`>${text}</text>`);
  });
  it("says in words what it shows", () => {
    const svg = barChart({ ...base, rows: [{ label: "甲组", value: 1 }] });
    expect(svg).toContain('role="img" aria-label="十四个组十一个达到。单位：%。来源：签到"');
  });
  it("hatches what is under its target, and only that", () => {
    const rows = [{ label: "甲组", value: 95, target: 90 }, { label: "乙组", value: 80, target: 90 }];
    expect(count(barChart({ ...base, rows }), "<pattern")).toBe(1);
    expect(count(barChart({ ...base, rows: rows.slice(0, 1) }), "<pattern")).toBe(0);
    expect(count(barChart({ ...base, rows: [{ label: "不超过", value: 70, target: 60, met: false }] }), "<pattern")).toBe(1);
  });
  it("makes names links where they lead somewhere", () => {
    const svg = barChart({ ...base, rows: [{ label: "甲组", value: 1, href: '/list?a=1&b="2"' }, { label: "乙组", value: 2 }] });
    expect(svg).toMatch(/<a href="\/list\?a=1&#38;b=&#34;2&#34;"><text[^>]*>甲组<\/text><\/a>/);
    expect(count(svg, "<a ")).toBe(1);
    expect(svg).toContain('role="group"');
  });
  it("lets no text break out of the drawing", () => {
    const svg = barChart({ ...base, title: '"><script>', rows: [{ label: "<script>x</script>", value: 1, href: "javascript:'" }] });
    expect(svg).not.toContain("<script>");
    expect(svg).not.toContain("javascript:");
  });
  it("carries no style, which a strict content policy would drop", () => {
    const svg = barChart({ ...base, rows: [{ label: "甲组", value: 1, target: 2 }] });
    expect(svg).not.toMatch(/style[=>]/);
    expect(svg).toMatch(/<text[^>]*font-size="14px" font-family="PingFang SC,/);
  });
  it("draws an empty list without failing", () => expect(barChart({ ...base, rows: [] })).toContain("<svg"));
});
