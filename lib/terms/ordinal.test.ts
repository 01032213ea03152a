import { expect, it } from "vitest";
import { inChinese, ordinalName } from "./ordinal";

it.each([[1, "一"], [6, "六"], [10, "十"], [11, "十一"], [19, "十九"], [20, "二十"], [21, "二十一"], [30, "三十"], [99, "九十九"]])("%i is %s", (n, text) => expect(inChinese(n)).toBe(text));
it("counts congresses", () => expect(ordinalName(6)).toBe("第六次"));
it("gives each number its own words", () => expect(new Set(Array.from({ length: 99 }, (_, i) => inChinese(i + 1))).size).toBe(99));
it.each([0, 100, 1.5, -1, Number.NaN])("refuses %s", (n) => expect(() => inChinese(n)).toThrow(RangeError));
