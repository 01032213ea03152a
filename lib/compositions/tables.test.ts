import { describe, expect, it } from "vitest";
import { countOf, dimensions, emptyCell, figures, type Part } from "./figures";
import { allColumns, categoryColumns, overallHalves, overallLines, overlapColumns, valueAt } from "./tables";

const cellOf = (counts: Partial<Record<Part, number>>, ages = 0) => ({ counts: { ...emptyCell().counts, ...counts }, ages });
const cell = cellOf({ total: 8, "category:MODEL": 5, "category:none": 3, "sex:2": 1, "sex:1": 7 }, 353);
const share = { id: "t", dimension: "sex:2", operator: "AT_LEAST", measure: "PERCENT", tenths: 250, version: 1 } as const;

describe("columns", () => {
  it("show what is not filled in only where somebody is in it", () => {
    expect(categoryColumns(cell).map((c) => c.name)).toEqual(["领导干部", "专业技术", "先进模范", "军队武警", "类别未填"]);
    expect(categoryColumns(emptyCell()).map((c) => c.name)).not.toContain("类别未填");
  });
  it("of categories add up to everybody", () => {
    expect(categoryColumns(cell).reduce((n, c) => n + (valueAt(c, cell).number ?? 0), 0)).toBe(8);
  });
  it("give shares and means as numbers of one decimal, and a dash without people", () => {
    const of = (name: string) => overlapColumns.find((c) => c.name === name) ?? { name };
    expect(valueAt(of("女占比"), cell)).toEqual({ text: "12.5%", number: 12.5 });
    expect(valueAt(of("平均年龄"), cell)).toEqual({ text: "44.1", number: 44.1 });
    expect(valueAt(of("女占比"), emptyCell())).toEqual({ text: "—" });
    expect(valueAt(of("平均年龄"), emptyCell())).toEqual({ text: "—" });
  });
  it("of the workbook hold every figure once", () => {
    expect(allColumns.flatMap((c) => c.figure?.key ?? [])).toEqual(figures.map((f) => f.key));
  });
});

describe("overall lines", () => {
  it("hold every figure once, under headings that say whether they add up", () => {
    const lines = overallLines(cell, []);
    expect(lines.flatMap((l) => (l.kind === "figure" ? [l.figure.key] : [])).sort()).toEqual(figures.map((f) => f.key).sort());
    const headings = lines.flatMap((l) => (l.kind === "heading" ? [l.text] : []));
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toContain("代表类别（每人一项，合计等于代表总数）");
    expect(headings).toContain("身份标签（可多项，相互重叠，不能相加）");
    expect(overallHalves(cell, []).flat()).toEqual(lines);
  });
  it("put requirement and verdict on their own line alone", () => {
    const asked = overallLines(cell, [share]).filter((l) => l.kind === "figure" && l.requirement !== "");
    expect(asked).toMatchObject([{ figure: { key: "sex:2" }, requirement: "不低于 25%", result: "未达到，差 1 人" }]);
  });
  it("count what their figure counts", () => {
    for (const l of overallLines(cell, [])) if (l.kind === "figure") expect(l.values[0].number).toBe(countOf(l.figure, cell));
    expect(dimensions.category.partition.length).toBe(5);
  });
});
