import { describe, expect, it } from "vitest";
import { gapNames, gapSince, type Gap } from "./gaps";

describe("the period a gap is about", () => {
  it.each<[Gap, string, string | null]>([
    ["duty", "2026-12-31", "2026-01-01"], ["training", "2026-01-01", "2026-01-01"], ["contact", "2026-01-01", "2026-01-01"], ["contact", "2026-03-31", "2026-01-01"], ["contact", "2026-04-01", "2026-04-01"], ["contact", "2026-12-31", "2026-10-01"],
    ["activity", "2026-06-30", "2026-01-01"], ["activity", "2026-07-01", "2026-07-01"], ["meeting", "2026-07-01", null],
  ])("of %s on %s begins on %s", (gap, on, since) => expect(gapSince(gap, on)).toBe(since));
  it("is told in the name of each", () => expect(Object.values(gapNames).map((name) => name.slice(0, 2))).toEqual(["本年", "本年", "本季", "本半", "本届", "本届"]));
});
