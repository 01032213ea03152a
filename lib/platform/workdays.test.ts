import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtIn } from "@/lib/calendars/built-in";
import { addDays } from "./clock";
import { addMonths, addWorkdays, daysBefore, isWorkday, rollForward, workdaysBetween, type WorkCalendar } from "./workdays";

const days = builtIn.flatMap((notice) => notice.days);
const calendar: WorkCalendar = { years: new Set(builtIn.map((notice) => notice.year)), off: new Set(days.filter((d) => d.kind === "HOLIDAY").map((d) => d.on)), on: new Set(days.filter((d) => d.kind === "MAKE_UP").map((d) => d.on)) };

/** Any day from 2024 to 2027; of the last there is no notice. */
const day = fc.integer({ min: 0, max: 365 * 4 }).map((n) => addDays("2024-01-01", n));

describe("working days", () => {
  it.each([["2026-02-13", true], ["2026-02-14", true], ["2026-02-15", false], ["2026-02-16", false], ["2026-02-23", false], ["2026-02-24", true], ["2026-02-28", true], ["2026-10-10", true], ["2026-10-11", false], ["2025-09-28", true], ["2024-05-11", true], ["2026-11-25", true]])(
    "%s: %s", (on, works) => expect(isWorkday(calendar, on)).toBe(works));

  it("adding n and counting back gives n, and the last day is one of work", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 90 }), (event, n) => {
      const { on } = addWorkdays(calendar, event, n);
      expect([workdaysBetween(calendar, event, on), isWorkday(calendar, on), workdaysBetween(calendar, event, addDays(on, -1))]).toEqual([n, true, n - 1]);
    }), { numRuns: 500 });
  });

  it("run on: a later event is never due earlier, and one day more never on the same day", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (event, n) => {
      expect(addWorkdays(calendar, addDays(event, 1), n).on >= addWorkdays(calendar, event, n).on).toBe(true);
      expect(addWorkdays(calendar, event, n + 1).on > addWorkdays(calendar, event, n).on).toBe(true);
    }), { numRuns: 300 });
  });

  it("are provisional exactly while a year without a notice is reached", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (event, n) => {
      const { on, provisional } = addWorkdays(calendar, event, n);
      expect(provisional).toBe(event >= "2027-01-01" || on >= "2027-01-01");
    }), { numRuns: 300 });
  });

  it("counts day 1 from the first working day after the event, over holidays and the Saturdays worked for them", () => {
    expect(addWorkdays(calendar, "2026-02-13", 1)).toEqual({ on: "2026-02-14", provisional: false });
    expect(addWorkdays(calendar, "2026-02-13", 5).on).toBe("2026-02-27");
    expect(addWorkdays(calendar, "2026-09-30", 3).on).toBe("2026-10-10");
    expect(addWorkdays(calendar, "2026-12-28", 5)).toEqual({ on: "2027-01-04", provisional: true });
  });

  it.each([0, -1, 1.5, Number.NaN, 100_000])("refuses %s of them", (n) => expect(() => addWorkdays(calendar, "2026-01-05", n)).toThrow(RangeError));
});

describe("months", () => {
  it.each([["2026-01-31", 1, "2026-02-28"], ["2024-01-31", 1, "2024-02-29"], ["2026-07-01", 3, "2026-10-08"], ["2026-08-14", 3, "2026-11-16"], ["2025-11-30", 3, "2026-02-28"]])("%s and %s", (event, months, on) => expect(addMonths(calendar, event, months).on).toBe(on));
  it("end on a working day", () => { fc.assert(fc.property(day, fc.integer({ min: 1, max: 12 }), (event, months) => { const { on } = addMonths(calendar, event, months); expect([isWorkday(calendar, on), rollForward(calendar, on)]).toEqual([true, on]); })); });
});

describe("days before", () => {
  it("is the first day from which at most n are left, and counts to the day itself", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 30 }), (event, n) => {
      const due = rollForward(calendar, event);
      const from = daysBefore(calendar, due, n);
      expect([workdaysBetween(calendar, from, due), workdaysBetween(calendar, addDays(from, -1), due)]).toEqual([n, n + 1]);
    }), { numRuns: 300 });
  });
  it.each([["2026-02-28", 3, "2026-02-25"], ["2026-02-25", 3, "2026-02-13"]])("of %s and %s", (due, n, from) => expect(daysBefore(calendar, due, n)).toBe(from));
});
