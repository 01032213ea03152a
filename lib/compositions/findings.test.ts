import { describe, expect, it } from "vitest";
import { emptyCell, type Part } from "./figures";
import { ageFinding, categoryFinding, educationFinding, ethnicityFinding, flagFinding, judged, sexFinding, shortfalls, targetsFinding, womenByGroupFinding } from "./findings";
import type { Target } from "./targets";

const cellOf = (counts: Partial<Record<Part, number>>) => ({ ...emptyCell(), counts: { ...emptyCell().counts, ...counts } });
const target = (dimension: string, tenths: number, operator: Target["operator"] = "AT_LEAST"): Target => ({ id: dimension, dimension, operator, measure: "PERCENT", tenths, version: 1 });

const district = cellOf({
  total: 420, "category:LEADING_CADRE": 239, "category:PROFESSIONAL": 100, "category:MODEL": 75, "category:MILITARY": 6, "sex:2": 115, "sex:1": 305, "ethnicity:minority": 11,
  "age:0-35": 53, "age:36-45": 178, "age:46-50": 107, "age:51-55": 51, "age:56-60": 25, "age:61-": 6, "education:POSTGRADUATE": 82, "education:UNDERGRADUATE": 225,
});

describe("targetsFinding", () => {
  const of = (...targets: Target[]) => targetsFinding(judged(targets, district));
  it("counts what is met and names what is missing with its gap", () => {
    expect(of(target("category:MODEL", 180), target("sex:2", 280), target("category:LEADING_CADRE", 600, "AT_MOST"), target("ageAtMost:45", 500)))
      .toBe("四项构成要求达到两项，先进模范人物差 1 人，女代表差 3 人");
    expect(of(target("category:LEADING_CADRE", 560, "AT_MOST"))).toBe("一项构成要求未达到，各级领导干部超 4 人");
  });
  it("is short when all or none are met", () => {
    expect(of(target("ageAtMost:45", 500))).toBe("一项构成要求已达到");
    expect(of(target("ageAtMost:45", 500), target("sex:2", 100))).toBe("两项构成要求全部达到");
    expect(of(target("ageAtMost:45", 900), target("sex:2", 280))).toBe("两项构成要求均未达到，45 岁及以下差 147 人，女代表差 3 人");
  });
  it("names three shortfalls at most", () => {
    const many = [target("sex:2", 900), target("ethnicity:minority", 900), target("category:MODEL", 900), target("category:PROFESSIONAL", 900), target("ageAtMost:45", 500)];
    expect(of(...many)).toMatch(/^五项构成要求达到一项，.*，另有一项未达到$/);
  });
});

it("tells each requirement that is not met with what is asked, and no other", () => {
  expect(shortfalls([target("category:MODEL", 180), target("ageAtMost:45", 500), target("category:LEADING_CADRE", 560, "AT_MOST")], district)).toEqual([
    { key: "category:MODEL", name: "先进模范人物", asked: "不低于 18%", gap: "差 1 人" }, { key: "category:LEADING_CADRE", name: "各级领导干部", asked: "不超过 56%", gap: "超 4 人" },
  ]);
});

describe("titles say what the figures carry", () => {
  it("ages", () => {
    expect(ageFinding(district)).toBe("过半代表在 45 岁及以下，51 岁及以上占 19.5%");
    expect(ageFinding(cellOf({ total: 4, "age:0-35": 2, "age:61-": 2 }))).toBe("45 岁及以下占 50.0%，51 岁及以上占 50.0%");
  });
  it("education, sex, flags, categories", () => {
    expect(educationFinding(district)).toBe("本科及以上学历 307 人，占 73.1%");
    expect(sexFinding(district)).toBe("女代表 115 人，占 27.4%");
    expect(flagFinding(district)).toBe("还没有代表标注身份标签");
    expect(flagFinding(cellOf({ total: 40, "flag:FRONTLINE": 13, "flag:WORKER": 5 }))).toBe("生产和工作一线代表 13 人，占 32.5%");
    expect(categoryFinding(district)).toBe("各级领导干部占 56.9%，专业技术人员占 23.8%");
    expect(categoryFinding(cellOf({ total: 3, "category:none": 3 }))).toBe("代表类别均未填写");
  });
  it("peoples", () => {
    expect(ethnicityFinding(district, [{ code: "01" }, { code: "03" }, { code: "08" }, { code: null }])).toBe("少数民族代表 11 人，来自 2 个民族");
    expect(ethnicityFinding(cellOf({ total: 3 }), [])).toBe("没有少数民族代表");
  });
});

describe("womenByGroupFinding", () => {
  const group = (name: string, women: number, total: number) => ({ name, cell: cellOf({ total, "sex:2": women }) });
  it("names the highest share and where there is none", () => {
    expect(womenByGroupFinding([group("柳堰镇代表团", 9, 22), group("松岭镇代表团", 8, 24), group("驻区部队代表团", 0, 6)], district, "代表团")).toBe("女代表占比最高的是柳堰镇代表团，为 40.9%；驻区部队代表团尚无女代表");
  });
  it("names two that share the first place and counts more, compared unrounded", () => {
    const [a, b, c, almost] = [group("甲代表团", 1, 3), group("乙代表团", 2, 6), group("丙代表团", 3, 9), group("丁代表团", 333, 1000)];
    expect(womenByGroupFinding([a, b, almost], district, "代表团")).toBe("甲代表团、乙代表团女代表占比并列最高，均为 33.3%");
    expect(womenByGroupFinding([a, b, c, almost], district, "选举单位")).toBe("有 3 个选举单位女代表占比并列最高，均为 33.3%");
    expect(womenByGroupFinding([a, b, group("戊代表团", 0, 2), group("己代表团", 0, 4)], district, "代表团")).toMatch(/；另有 2 个代表团尚无女代表$/);
  });
  it("falls back to the whole for a single group", () => {
    expect(womenByGroupFinding([group("甲代表团", 1, 3)], district, "代表团")).toBe("女代表 115 人，占 27.4%");
  });
});
