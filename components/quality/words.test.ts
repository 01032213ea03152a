import { describe, expect, it } from "vitest";
import { fieldNames } from "@/lib/delegates/labels";
import { advice, flaws, kindNames, UNWATCHED } from "@/lib/quality/labels";
import type { Flawed } from "@/lib/quality/queries";
import { flawInWords, mendingOf } from "./words";

const person = { id: "p", name: "甲", sex: "1", birthMonth: "1979-04", joinedPartyOn: "1997-03-02", idBirthMonth: "1979-05", idSex: "2", mobileCipher: null };
const d = { id: "d", personId: "p", electedOn: null, person, delegation: { name: "团" }, unit: { name: "单位", parentId: "r" } } satisfies Flawed;

describe("what is wrong, in words", () => {
  it.each([
    ["idBirth", "登记 1979年4月，身份证号 1979年5月"], ["idSex", "登记男，身份证号女"], ["joinedMinor", "1979年4月出生，1997年3月入党，时年 17 岁"], ["mobile", "手机未填"],
    ["electedMinor", "1979年4月出生，1996年12月大会开幕（当选日期未填），时年 17 岁"],
  ] as const)("%s", (kind, words) => expect(flawInWords(kind, d, "1996-12-08")).toBe(words));
  it("counts the age to the day of the election where it is known", () =>
    expect(flawInWords("electedMinor", { ...d, electedOn: new Date("1996-11-02T00:00:00Z") }, "1996-12-08")).toBe("1979年4月出生，1996年11月当选，时年 17 岁"));
});

it("names, advises and sends to a field of the form for every kind", () => {
  for (const kind of flaws) {
    const field = /#delegate-(.+)$/.exec(mendingOf(kind, "d").href)?.[1];
    expect([kindNames[kind], advice[kind], field === undefined || fieldNames[field]].every(Boolean)).toBe(true);
  }
  expect([kindNames[UNWATCHED], advice[UNWATCHED]].every(Boolean)).toBe(true);
});
