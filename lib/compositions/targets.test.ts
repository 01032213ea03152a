import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapText, headsFor, requirementText, verdictOf, verdictText } from "./targets";

const least = (tenths: number) => ({ operator: "AT_LEAST", measure: "PERCENT", tenths }) as const;
const most = (tenths: number) => ({ operator: "AT_MOST", measure: "PERCENT", tenths }) as const;
const heads = (operator: "AT_LEAST" | "AT_MOST", tenths: number) => ({ operator, measure: "COUNT", tenths }) as const;

describe("verdictOf", () => {
  it("tells the gap in persons, as on the district's own sheet", () => {
    expect(verdictOf(least(180), 75, 420)).toEqual({ met: false, gap: 1 });
    expect(verdictOf(least(280), 115, 420)).toEqual({ met: false, gap: 3 });
    expect(verdictOf(most(600), 239, 420)).toEqual({ met: true });
    expect(verdictOf(heads("AT_LEAST", 60), 6, 420)).toEqual({ met: true });
    expect(verdictOf(heads("AT_MOST", 50), 6, 420)).toEqual({ met: false, gap: 1 });
  });

  it("compares the true share, not the rounded one", () => {
    expect(verdictOf(least(333), 333, 1000)).toEqual({ met: true });
    expect(verdictOf(least(334), 1, 3)).toEqual({ met: false, gap: 1 });
    expect(verdictOf(least(500), 9_999, 20_000)).toEqual({ met: false, gap: 1 });
    expect(verdictOf(most(500), 10_001, 20_000)).toEqual({ met: false, gap: 1 });
    expect(verdictOf(least(25), 10, 400)).toEqual({ met: true });
  });

  it("judges nobody when there is nobody", () => {
    expect(verdictOf(least(100), 0, 0)).toBeNull();
    expect(verdictText(least(100), null)).toBe("—");
  });

  it("names exactly the smallest number of persons that would meet it", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 1000 }), (all, tenths) => {
      const floor = headsFor(least(tenths), all);
      expect(floor * 1000 >= tenths * all && (floor - 1) * 1000 < tenths * all).toBe(true);
      const ceiling = headsFor(most(tenths), all);
      expect(ceiling * 1000 <= tenths * all && (ceiling + 1) * 1000 > tenths * all).toBe(true);
    }));
  });
});

describe("words", () => {
  it("says requirement and verdict as the office would", () => {
    expect(requirementText(least(280))).toBe("不低于 28%");
    expect(requirementText(most(25))).toBe("不超过 2.5%");
    expect(requirementText(heads("AT_LEAST", 60))).toBe("不少于 6 名");
    expect(requirementText(heads("AT_MOST", 60))).toBe("不多于 6 名");
    expect(verdictText(least(180), { met: false, gap: 1 })).toBe("未达到，差 1 人");
    expect(verdictText(most(600), { met: false, gap: 2 })).toBe("未达到，超 2 人");
    expect(gapText("AT_MOST", 2)).toBe("超 2 人");
  });
});
