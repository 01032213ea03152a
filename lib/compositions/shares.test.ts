import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, share, shareTenths } from "./shares";

describe("share", () => {
  it.each([
    [1, 16, "6.3%"], // 6.25
    [1, 2000, "0.1%"], // 0.05
    [1, 2001, "0.0%"],
    [2, 3, "66.7%"],
    [239, 420, "56.9%"],
    [75, 420, "17.9%"],
    [0, 7, "0.0%"],
    [7, 7, "100.0%"],
    [129, 1000, "12.9%"],
    [1005, 10_000, "10.1%"], // 10.05, which a float holds as 10.049…
  ])("%i of %i is %s", (count, all, text) => expect(share(count, all)).toBe(text));

  it("is a dash, never NaN, when there is nobody", () => {
    expect(share(0, 0)).toBe("—");
    expect(shareTenths(0, 0)).toBeNull();
  });

  it("is never further than half a tenth from the true share, and half goes up", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 0, max: 200_000 }), (all, n) => {
      const count = Math.min(n, all);
      const off = (shareTenths(count, all) ?? NaN) * all - count * 1000;
      expect(2 * off <= all && 2 * off > -all).toBe(true);
    }));
  });
});

describe("mean", () => {
  it.each([[185, 4, "46.3"], [89, 2, "44.5"], [0, 0, "—"], [4409, 100, "44.1"]])("%i over %i is %s", (sum, all, text) => expect(mean(sum, all)).toBe(text));
});
