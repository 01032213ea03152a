import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as degree from "./degree";
import * as education from "./education";
import * as ethnicity from "./ethnicity";
import * as occupation from "./occupation";
import * as political from "./political";
import * as sex from "./sex";

const lists = [
  { title: "GB/T 2261.1", list: sex.sexes, nameOf: sex.nameOf, shown: sex.sexName, length: 2 },
  { title: "GB/T 3304", list: ethnicity.ethnicities, nameOf: ethnicity.nameOf, shown: ethnicity.ethnicityName, length: 56 },
  { title: "GB/T 4658", list: education.educations, nameOf: education.nameOf, shown: education.educationName, length: 19 },
  { title: "GB/T 6864", list: degree.degrees, nameOf: degree.nameOf, shown: degree.degreeName, length: 3 },
  { title: "GB/T 4762", list: political.politicalStatuses, nameOf: political.nameOf, shown: political.politicalStatusName, length: 13 },
  { title: "GB/T 2261.4", list: occupation.occupations, nameOf: occupation.nameOf, shown: occupation.occupationName, length: 13 },
];

describe.each(lists)("$title", ({ list, nameOf, shown, length }) => {
  it("has distinct codes in order and distinct names", () => {
    const codes = list.map(({ code }) => code);
    expect(codes).toHaveLength(length);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(list.map(({ name }) => name)).size).toBe(length);
  });

  it("names each code, and no other", () => {
    for (const { code, name } of list) expect([nameOf(code), shown(code)]).toEqual([name, name]);
    expect([nameOf("99"), shown("99")]).toEqual([null, "99"]);
    expect(nameOf("constructor")).toBeNull();
  });
});

describe("ethnicity", () => {
  it("has exactly the codes 01 to 56", () => {
    expect(ethnicity.ethnicities.map(({ code }) => code)).toEqual(Array.from({ length: 56 }, (_, at) => String(at + 1).padStart(2, "0")));
  });

  it.each([["汉", "01"], ["汉族", "01"], [" 维吾尔 族", "05"], ["维吾尔", "05"], ["土族", "30"], ["土家族", "15"], ["畲族", "22"], ["仫佬族", "32"], ["仡佬族", "37"], ["乌孜别克族", "43"], ["珞巴族", "55"], ["基诺族", "56"]])("%s is %s", (text, code) => {
    expect(ethnicity.readEthnicity(text)).toBe(code);
  });

  it.each(["维族", "哈族", "蒙族", "族", "", "外国血统", "华族"])("%s is not guessed", (text) => expect(ethnicity.readEthnicity(text)).toBeNull());

  it("reads every name with and without 族", () => {
    fc.assert(fc.property(fc.constantFrom(...ethnicity.ethnicities), ({ code, name }) => {
      expect([ethnicity.readEthnicity(name), ethnicity.readEthnicity(name.slice(0, -1))]).toEqual([code, code]);
    }));
  });
});

describe("education", () => {
  it.each([
    ["研究生", "10"], ["博士研究生", "11"], ["博士", "11"], ["硕士研究生", "14"], ["硕士", "14"], ["研究生班", "17"], ["大学", "20"], ["大学本科", "20"], ["本科", "20"], ["大专", "30"], ["专科", "30"],
    ["大学专科", "30"], ["中专", "41"], ["中技", "47"], ["技校", "47"], ["技工", "47"], ["职高", "44"], ["高中", "60"], ["初中", "70"], ["小学", "80"], ["其他", "90"],
    ["研究生学历", "10"], ["高中文化", "60"], ["在职研究生", "10"], ["中央党校研究生", "10"], ["省委党校大学", "20"], ["全日制 本科", "20"], ["大学本科毕业", "21"],
  ])("%s is %s", (text, code) => expect(education.readEducation(text)).toBe(code));

  it.each(["", "党校", "大本", "硕博连读", "大专以上", "constructor", "学历"])("%s is not guessed", (text) => expect(education.readEducation(text)).toBeNull());

  it("reads back every name it shows", () => {
    for (const { code, name } of education.educations) expect(education.readEducation(name)).toBe(code);
  });

  it("puts every code into one band, highest first", () => {
    const banded = Object.values(education.educationBands).flatMap(({ codes }): string[] => codes);
    expect(banded).toEqual(education.educations.map(({ code }) => code));
    expect(Object.values(education.educationBands).map(({ name }) => name)).toEqual(["研究生", "大学本科", "大专", "中专高中", "初中", "小学", "其他"]);
    expect(["10", "17", "21", "31", "44", "60", "71", "81", "90", "99"].map(education.bandOf)).toEqual([
      "POSTGRADUATE", "POSTGRADUATE", "UNDERGRADUATE", "JUNIOR_COLLEGE", "SECONDARY", "SECONDARY", "JUNIOR_MIDDLE", "PRIMARY", "OTHER", "OTHER",
    ]);
  });

  it("counts the first three bands as 大专及以上", () => {
    const counted = education.educations.filter(({ code }) => education.isCollegeOrAbove(code)).map(({ code }) => education.bandOf(code));
    expect([...new Set(counted)]).toEqual(["POSTGRADUATE", "UNDERGRADUATE", "JUNIOR_COLLEGE"]);
    expect(education.isCollegeOrAbove("41")).toBe(false);
  });
});

describe("degree", () => {
  it.each([["博士", "2"], ["法学博士", "2"], ["硕士", "3"], ["工商管理硕士", "3"], ["硕士学位", "3"], ["学士", "4"], ["工学 学士", "4"], ["双学士", "4"]])("%s is %s", (text, code) => {
    expect(degree.readDegree(text)).toBe(code);
  });

  it.each(["", "无", "无学位", "名誉博士", "在读硕士", "硕士研究生", "博士后", "本科", "MBA"])("%s is not guessed", (text) => expect(degree.readDegree(text)).toBeNull());
});
