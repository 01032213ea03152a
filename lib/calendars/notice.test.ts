import { describe, expect, it } from "vitest";
import { builtIn } from "./built-in";
import { readNotice } from "./notice";

const TEXT_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班。`;

describe("a notice", () => {
  it("is read day by day as the program has it", () => {
    const { days, faults } = readNotice(TEXT_2026, 2026);
    expect(faults).toEqual([]);
    const known = builtIn.find((notice) => notice.year === 2026)?.days ?? [];
    expect(days.map(({ on, kind }) => `${on} ${kind}`)).toEqual(known.map(({ on, kind }) => `${on} ${kind}`));
  });

  it("of a single day and of a run into the next month is read", () => {
    const { days } = readNotice("一、元旦：1月1日（周三）放假1天，不调休。\n二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。", 2025);
    expect([days.filter((d) => d.name === "元旦").length, days.filter((d) => d.name === "春节" && d.kind === "HOLIDAY").length, days.filter((d) => d.kind === "MAKE_UP").map((d) => d.on)]).toEqual([1, 8, ["2025-01-26", "2025-02-08"]]);
  });
});

describe("what does not fit is told", () => {
  const faults = (text: string, year = 2026) => readNotice(text, year).faults.join("；");
  it("another year's text, by its weekdays", () => expect(faults(TEXT_2026, 2027)).toContain("2027-01-01 是星期五，文中写的是星期四"));
  it("a count that is not that of the days", () => expect(faults(TEXT_2026.replace("共9天", "共8天"))).toContain("写明 8 天，日期却是 9 天"));
  it("a day of work that is one anyway", () => expect(faults(TEXT_2026.replace("2月28日（周六）上班", "2月27日上班"))).toContain("2026-02-27 是星期五，本来就上班"));
  it("a day there is none", () => expect(faults(TEXT_2026.replace("6月19日（周五）至21日（周日）", "6月31日放假")).length).toBeGreaterThan(0));
  it("a run the wrong way", () => expect(faults(TEXT_2026.replace("10月1日（周四）至7日（周三）", "10月7日至1日"))).toContain("国庆节”一项的放假日期不成立"));
  it("a run over the turn of the year that cannot be, once and not as left out", () =>
    expect(readNotice(TEXT_2026.replace("1月1日（周四）至3日（周六）放假调休，共3天", "2025年12月31日至1月2日放假调休，共3天"), 2026).faults).toEqual(["“元旦”一项的放假日期不成立，请核对"]));
  it("a holiday left out", () => expect(faults(TEXT_2026.replace(/三、清明节.*\n/, ""))).toContain("没有读出：清明"));
  it.each(["", "没有日期的文字", "<script>alert(1)</script>"])("nothing of use: %j", (text) => expect(faults(text)).toContain("没有读出"));
});
