import { describe, expect, it } from "vitest";
import { activityPage } from "./labels";
import { boundsOf, monthAfter, weeksOf } from "./month";
import { scheduleFilters } from "./schema";

const notice = { days: [{ on: "2026-02-28", kind: "MAKE_UP" as const, name: "春节" }, ...["2026-02-15", "2026-02-16", "2026-02-17"].map((on) => ({ on, kind: "HOLIDAY" as const, name: "春节" }))] };

describe("a month on the wall", () => {
  it("begins its weeks on Monday and is whole, whatever the weekday of its first day", () => {
    for (let month = "2024-01"; month < "2028-01"; month = monthAfter(month, 1)) {
      const days = weeksOf(month, []).flat();
      const own = days.filter((day) => day.inMonth);
      expect([days.length % 7, new Date(`${days[0]?.on}T00:00:00Z`).getUTCDay(), own[0]?.on], month).toEqual([0, 1, `${month}-01`]);
      expect(own.length, month).toBe(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
      expect(days.filter((day) => !day.inMonth).length, month).toBeLessThan(13);
    }
  });

  it("marks days off and made up for, and names a holiday on its first day only", () => {
    const days = new Map(weeksOf("2026-02", [notice]).flat().map((day) => [day.on, day]));
    expect(["2026-02-14", "2026-02-15", "2026-02-16", "2026-02-28"].map((on) => [days.get(on)?.mark, days.get(on)?.holiday, days.get(on)?.weekend])).toEqual([[null, null, true], ["休", "春节", true], ["休", null, false], ["班", null, true]]);
  });

  it("lies between two midnights of Beijing and goes over the turn of the year", () => {
    expect(boundsOf("2026-12")).toEqual({ from: new Date("2026-11-30T16:00:00Z"), to: new Date("2026-12-31T16:00:00Z") });
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});

describe("what an address may ask", () => {
  it("is the present month when it asks nothing or nonsense", () => {
    const now = scheduleFilters.parse({}).month;
    expect(["2026-13", "1999-01", "26-1", ["2026-02", "2026-03"]].map((month) => scheduleFilters.parse({ month }).month)).toEqual([now, now, now, "2026-02"]);
    expect(scheduleFilters.parse({ view: "x", kind: "MEETING", mine: "2" })).toEqual({ month: now, view: undefined, kind: "MEETING", mine: undefined });
  });
});

describe("where an entry leads", () => {
  it("is a page of the reader's own frame", () => {
    expect((["OFFICE", "UNIT_LIAISON", "LEADER", "DELEGATE"] as const).map((role) => activityPage(role, "x"))).toEqual(["/manage/activities/x", "/manage/activities/x", "/overview/activities/x", "/my/activities/x"]);
  });
});
