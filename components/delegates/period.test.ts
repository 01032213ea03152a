import { afterEach, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { daysIn, periodOf } from "./period";

afterEach(() => setClock(null));

it("says how long a term is, and that it is over once it is", () => {
  setClock(() => new Date("2026-11-01T02:00:00Z"));
  expect(periodOf("2021-11-09", "2026-11-01")).toBe("2021年11月至今");
  setClock(() => new Date("2026-11-02T02:00:00Z"));
  expect(periodOf("2021-11-09", "2026-11-01")).toBe("2021年11月至2026年11月");
});

it.each([["2021-11-08", "任期尚未开始"], ["2021-11-09", "任期第 1 天"], ["2026-06-10", "任期第 1675 天"], ["2026-11-01", "任期第 1819 天"], ["2026-11-02", "任期已届满"]])("on %s says %s", (on, words) => {
  expect(daysIn(new Date("2021-11-09"), new Date("2026-11-01"), on)).toBe(words);
});
