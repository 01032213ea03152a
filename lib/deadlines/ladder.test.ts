import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtIn } from "@/lib/calendars/built-in";
import { addDays } from "@/lib/platform/clock";
import { workdaysBetween, type WorkCalendar } from "@/lib/platform/workdays";
import { climb, daysOfRungs, dueOf, firstRung, rungs, type Ladder, type Rung } from "./ladder";

const days = builtIn.flatMap((notice) => notice.days);
const calendar: WorkCalendar = { years: new Set(builtIn.map((notice) => notice.year)), off: new Set(days.filter((d) => d.kind === "HOLIDAY").map((d) => d.on)), on: new Set(days.filter((d) => d.kind === "MAKE_UP").map((d) => d.on)) };
const LADDER: Ladder = [3, 1, 3, 5];

const day = fc.integer({ min: 0, max: 365 * 3 }).map((n) => addDays("2024-01-01", n));
const steps = fc.integer({ min: 1, max: 15 });
const ladder = fc.tuple(steps, steps, steps, steps);

describe("the ladder", () => {
  it("never goes down, whatever the office sets", () => {
    fc.assert(fc.property(day, steps, ladder, (from, n, set) => {
      const all = daysOfRungs(calendar, dueOf(calendar, from, n, "WORKDAY").on, set);
      expect([all.length, [...all].sort()]).toEqual([rungs.length, all]);
    }));
  });

  it("climbed day by day tells each rung once; climbed at once nothing twice, and no reminder that is overtaken", () => {
    fc.assert(fc.property(day, steps, ladder, fc.integer({ min: 0, max: 60 }), (from, n, set, later) => {
      const due = dueOf(calendar, from, n, "WORKDAY").on;
      const { rung: first } = firstRung(calendar, due, set, from);
      const told: Rung[] = [];
      let rung = first;
      for (let on = from; on <= addDays(due, later); on = addDays(on, 1)) {
        const to = climb(calendar, due, set, rung, on);
        told.push(...to.told);
        rung = to.rung;
      }
      const once = climb(calendar, due, set, first, addDays(due, later));
      expect([new Set(told).size, once.rung]).toEqual([told.length, rung]);
      expect(once.told.every((one) => told.includes(one))).toBe(true);
      if (later > 0) expect(once.told.some((one) => one === "BEFORE" || one === "DUE")).toBe(false);
      expect(climb(calendar, due, set, once.rung, addDays(due, later)).told).toEqual([]);
    }), { numRuns: 200 });
  });

  it("goes by working days over the holidays and the Saturdays worked for them", () => expect(daysOfRungs(calendar, "2026-09-30", LADDER)).toEqual(["2026-09-24", "2026-09-30", "2026-10-01", "2026-10-08", "2026-10-10", "2026-10-13"]));

  it("starts a clock too short for its first reminder behind it", () => {
    fc.assert(fc.property(day, steps, (from, n) => {
      const due = dueOf(calendar, from, n, "WORKDAY").on;
      expect(firstRung(calendar, due, LADDER, from).rung).toBe(workdaysBetween(calendar, from, due) <= LADDER[0] ? 1 : 0);
    }));
  });
});

it.each([["HOUR", 3], ["DAY", 0], ["WORKDAY", -1], ["MONTH", 1.5], ["PERCENT", 50]] as const)("refuses %s %s as a length of time", (unit, value) => expect(() => dueOf(calendar, "2026-01-05", value, unit)).toThrow(RangeError));
