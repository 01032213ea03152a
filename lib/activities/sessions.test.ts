import { describe, expect, it } from "vitest";
import { daysOf } from "./repeats";
import { momentLong, sessionsOf, spanOf, valuesOfSessions } from "./sessions";

const row = (n: number, day: string, from: string, to: string, more: Record<string, string> = {}) => ({ [`day${n}`]: day, [`from${n}`]: from, [`to${n}`]: to, ...Object.fromEntries(Object.entries(more).map(([part, v]) => [`${part}${n}`, v])) });

describe("sessions of a form", () => {
  it("stand in the order of their time, and come back to the form as they are", () => {
    const values = { ...row(1, "2026-12-02", "09:00", "11:30", { title: "讨论", hours: "2.5", signOut: "on" }), ...row(2, "2026-12-01", "14:00", "17:00"), hours3: "4" };
    const sessions = sessionsOf(values);
    expect(sessions.map((s) => [s.row, spanOf(s)])).toEqual([[2, "2026-12-01 14:00–17:00"], [1, "2026-12-02 09:00–11:30"]]);
    expect(sessionsOf(valuesOfSessions(sessions))).toEqual(sessions.map((s, i) => ({ ...s, row: i + 1 })));
  });
  it.each([
    ["nothing", {}, { day1: ["请至少填写一场"] }],
    ["no such day", row(1, "2026-02-30", "09:00", "11:00"), { day1: [expect.any(String)] }],
    ["no such time", row(1, "2026-03-01", "24:00", "25:00"), { from1: [expect.any(String)], to1: [expect.any(String)] }],
    ["an end at its start", row(1, "2026-03-01", "09:00", "09:00"), { to1: ["结束须晚于开始"] }],
    ["two at once", { ...row(1, "2026-03-01", "09:00", "11:00"), ...row(2, "2026-03-01", "10:59", "12:00") }, { from2: ["与第 1 场的时间重叠"] }],
  ])("refuse %s", (_, values, fields) => {
    expect(() => sessionsOf(values)).toThrow(expect.objectContaining({ fields }) as Error);
  });
  it("may follow each other without a pause", () => expect(sessionsOf({ ...row(1, "2026-03-01", "09:00", "11:00"), ...row(2, "2026-03-01", "11:00", "12:00") })).toHaveLength(2));
});

describe("days", () => {
  it("repeat weekly over the end of a year, and monthly by the last day where a month is short", () => {
    expect(daysOf("2026-12-24", "weekly", 3)).toEqual(["2026-12-24", "2026-12-31", "2027-01-07"]);
    expect(daysOf("2027-12-31", "monthly", 4)).toEqual(["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]);
    expect(daysOf("2026-12-24", "once", 5)).toEqual(["2026-12-24"]);
  });
  it("are written out on paper", () => expect(momentLong(new Date("2026-12-01T01:05:00Z"))).toBe("2026年12月1日（星期二）09:05"));
});
