import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "../clock";
import { isAbsent, readMonth } from "./month";

beforeEach(() => setClock(() => new Date("2026-11-23T04:00:00Z")));
afterEach(() => setClock(null));

describe("months", () => {
  it.each<[string | number, string]>([
    ["1968.05", "1968-05"], ["1968年5月", "1968-05"], ["1968 年 05 月", "1968-05"], ["196805", "1968-05"], ["1968-5", "1968-05"], ["1968-05", "1968-05"], ["1968/5", "1968-05"],
    ["1968.5", "1968-05"], ["1968.10", "1968-10"], ["1968.11", "1968-11"], ["1968-1", "1968-01"], ["1968年1月", "1968-01"], ["1968。05", "1968-05"], ["１９６８．０５", "1968-05"],
    ["一九六八年五月", "1968-05"], ["二〇〇一年十月", "2001-10"], ["二○○一年十一月", "2001-11"], ["二零零一年十二月", "2001-12"], ["1968年五月", "1968-05"], ["1968年元月", "1968-01"],
    ["1968.05.", "1968-05"], ["1968年5月生", "1968-05"], ["1968.05（58岁）", "1968-05"], ["05/1968", "1968-05"], ["\t1968.05", "1968-05"],
    [1968.05, "1968-05"], [196805, "1968-05"], [1968.5, "1968-05"], [1968.11, "1968-11"], [1968.0500000000002, "1968-05"], ["2026.12", "2026-12"],
  ])("%j is %s", (raw, month) => expect(readMonth(raw)).toEqual({ month }));
});

describe("days", () => {
  it.each<[string | number, string]>([
    ["1968/5/3", "1968-05-03"], ["1968.5.3", "1968-05-03"], ["1968.1.3", "1968-01-03"], ["19680503", "1968-05-03"], [19680503, "1968-05-03"], ["1968-05-03", "1968-05-03"],
    ["1968年5月3日", "1968-05-03"], ["一九六八年五月二十三日", "1968-05-23"], ["一九六八年十月三十一日", "1968-10-31"], ["1968年5月廿三日", "1968-05-23"],
    ["1968-05-03 00:00:00", "1968-05-03"], ["2019/2/3  14:30", "2019-02-03"], ["1968-05-03T00:00:00.000Z", "1968-05-03"], ["2024.2.29", "2024-02-29"],
  ])("%j is %s", (raw, precise) => expect(readMonth(raw)).toEqual({ month: precise.slice(0, 7), precise }));
});

describe("two readings", () => {
  it.each<[string | number, string[]]>([
    ["1968.1", ["1968-01", "1968-10"]], [1968.1, ["1968-01", "1968-10"]], ["１９６８．１", ["1968-01", "1968-10"]],
    ["68.05", ["1968-05"]], [68.05, ["1968-05"]], ["68年5月", ["1968-05"]], ["6805", ["1968-05"]], ["680503", ["1968-05"]], ["05.03", ["1903-05", "1905-03", "2003-05", "2005-03"].filter((m) => m > "1916")],
    ["5/3/68", ["1968-03", "1968-05"]], ["68/5/3", ["1968-05"]], ["3/5/1968", ["1968-03", "1968-05"]], ["20.12", ["1920-12", "2020-12"]], ["26.12", ["1926-12"]],
  ])("%j may be %j", (raw, ambiguous) => expect(readMonth(raw)).toEqual({ ambiguous, why: expect.stringMatching(/不能确定/) }));

  it("says why", () => {
    expect(readMonth(1968.1)).toMatchObject({ why: "“1968.1”可能是 1 月，也可能是末尾的零被表格软件去掉的 10 月，不能确定" });
    expect(readMonth("68.05")).toMatchObject({ why: "“68.05”的年份只有两位，不能确定是哪一年" });
    expect(readMonth("3/5/1968")).toMatchObject({ why: "“3/5/1968”的月和日可以有两种读法，不能确定是哪个月" });
  });

  it("but one when the day is above twelve", () => expect(readMonth("23/5/1968")).toEqual({ month: "1968-05" }));
});

describe("refusals", () => {
  it.each<[string | number, string]>([
    ["1968.13", "“1968.13”的月份不在 1 至 12 月之间，请核对"], [1968.13, "“1968.13”的月份不在 1 至 12 月之间，请核对"], ["196800", "“196800”的月份不在 1 至 12 月之间，请核对"],
    ["1968-02-30", "“1968-02-30”不是日历上有的日期，请核对"], ["19681301", "“19681301”的月份不在 1 至 12 月之间，请核对"],
    ["1868.05", "“1868.05”的年份不在 1900 至 2099 年之间，请核对"], ["1868.1", "“1868.1”的年份不在 1900 至 2099 年之间，请核对"],
    ["1968", "“1968”只有年份，请补填月份"], [1968, "“1968”只有年份，请补填月份"], ["1968年", "“1968年”只有年份，请补填月份"], ["5月", "“5月”没有年份，请补填年份"],
    [24990, "“24990”像是未设日期格式的表格日期，请把单元格设为日期格式，或写成 1968.05 的样式"],
    ["不详", "“不详”不能读成年月，请写成 1968.05 的样式"], ["1968.05-1969.06", "“1968.05-1969.06”不能读成年月，请写成 1968.05 的样式"],
    ["1968.005", "“1968.005”不能读成年月，请写成 1968.05 的样式"], [1968.055, "“1968.055”不能读成年月，请写成 1968.05 的样式"], ["99.99", "“99.99”不能读成年月，请写成 1968.05 的样式"],
  ])("%j", (raw, refused) => expect(readMonth(raw)).toEqual({ refused }));
});

describe("a text far too long", () => {
  it("is refused unread", () => expect(readMonth(`1968${" ".repeat(100_000)}.05`)).toEqual({ refused: expect.stringContaining("不能读成年月") }));
});

describe("absent", () => {
  it.each(["", " 　", "无", "暂无", "—", "——", "-", "－", "/", "／", "、"])("%j", (raw) => {
    expect(isAbsent(raw)).toBe(true);
    expect(readMonth(raw)).toEqual({ absent: true });
  });

  it.each(["无锡", "0", "一", "1968.05"])("%j is there", (raw) => expect(isAbsent(raw)).toBe(false));
});

describe("for any month", () => {
  const year = fc.integer({ min: 1900, max: 2099 });
  const month = fc.integer({ min: 1, max: 12 });

  it("every full way of writing it is read alike", () => {
    fc.assert(fc.property(year, month, (y, m) => {
      const mm = String(m).padStart(2, "0");
      for (const raw of [`${y}.${mm}`, `${y}${mm}`, `${y}年${m}月`, `${y}-${m}`, `${y}/${mm}`, Number(`${y}${mm}`)]) expect(readMonth(raw)).toEqual({ month: `${y}-${mm}` });
    }));
  });

  it("any text gets exactly one kind of answer", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789./-年月日一十〇 无"), maxLength: 12 }), (raw) => {
      const read = readMonth(raw);
      expect(["month", "ambiguous", "refused", "absent"].filter((kind) => kind in read)).toHaveLength(1);
      if ("month" in read) expect(read.month).toMatch(/^(19|20)\d\d-(0[1-9]|1[0-2])$/);
    }), { numRuns: 400 });
  });
});
