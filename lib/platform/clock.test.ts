import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { addDays, ageOn, formatDate, formatDateLong, formatInstant, formatMonth, isRealDate, now, setClock, today, yearAfter } from "./clock";

afterEach(() => setClock(null));

it.each([["2026-09-08", "2027-09-08"], ["2028-02-29", "2029-02-28"], ["2027-02-28", "2028-02-28"]])("a year after %s is %s", (from, to) => expect(yearAfter(from)).toBe(to));

describe("the day in Shanghai", () => {
  it.each([
    ["2026-11-22T15:59:59Z", "2026-11-22", "2026-11-22 23:59"],
    ["2026-11-22T16:00:00Z", "2026-11-23", "2026-11-23 00:00"],
    ["2026-12-31T16:30:00Z", "2027-01-01", "2027-01-01 00:30"],
    ["2026-11-23T00:30:59Z", "2026-11-23", "2026-11-23 08:30"],
  ])("%s is %s, shown %s", (instant, day, shown) => {
    setClock(() => new Date(instant));
    expect(today()).toBe(day);
    expect(formatInstant(now())).toBe(shown);
  });

  it("is the real one when no clock is set", () => {
    setClock(() => new Date("2000-01-01T00:00:00Z"));
    setClock(null);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it("agrees with the time zone database", () => {
    const zone = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
    fc.assert(fc.property(fc.date({ min: new Date("1992-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }), (d) => {
      expect(formatInstant(d)).toBe(zone.format(d));
    }));
  });
});

describe("dates in words", () => {
  it("has no leading zeros in documents", () => {
    expect(formatDateLong("2026-11-23")).toBe("2026年11月23日");
    expect(formatDateLong("2026-01-05")).toBe("2026年1月5日");
    expect(formatMonth("1968-05")).toBe("1968年5月");
    expect(formatMonth("1968-05-03")).toBe("1968年5月");
  });

  it("is ISO in tables", () => {
    expect(formatDate("2026-11-23")).toBe("2026-11-23");
    expect(formatDate("2026-11-23T08:30:00Z")).toBe("2026-11-23");
  });
});

describe("age by month", () => {
  it.each([
    ["1980-12", "2025-12", 45],
    ["1980-12", "2025-11", 44],
    ["1980-12", "2025-12-01", 45],
    ["1980-01", "2025-12-31", 45],
    ["1981-01", "2025-12-31", 44],
    ["2008-02", "2008-02", 0],
  ])("born %s is on %s %i years old", (born, on, age) => expect(ageOn(born, on)).toBe(age));
});

describe("the calendar", () => {
  it.each(["2024-02-29", "2000-02-29", "2026-12-31"])("%s exists", (day) => expect(isRealDate(day)).toBe(true));

  it.each(["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1", "20260401", "2026-04-01T00:00", ""])(
    "%s does not exist",
    (day) => expect(isRealDate(day)).toBe(false),
  );

  it("counts days over the ends of months and years", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("comes back after going there", () => {
    fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const there = addDays("2026-11-23", days);
      expect(isRealDate(there)).toBe(true);
      expect(addDays(there, -days)).toBe("2026-11-23");
    }));
  });
});
