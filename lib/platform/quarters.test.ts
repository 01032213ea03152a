import { expect, it } from "vitest";
import { daysOf, quarterName, quarterOf, quartersSince } from "./quarters";

it("knows the quarter of a day and its first and last day", () => {
  expect(quarterOf("2026-01-01")).toBe("2026-1");
  expect(quarterOf("2026-12-31")).toBe("2026-4");
  expect(daysOf("2024-1")).toEqual({ from: "2024-01-01", to: "2024-03-31" });
  expect(daysOf("2026-4")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(quarterName("2026-4")).toBe("2026年第四季度");
});

it("goes back to the day a term began and no further", () => {
  const all = quartersSince("2000-01-01");
  expect(all).toHaveLength(20);
  expect(quartersSince("2999-01-01")).toEqual([all[0]]);
  expect(quartersSince(daysOf(all[2] ?? "2026-1").to)).toEqual(all.slice(0, 3));
});
