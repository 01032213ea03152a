// The ladder of reminders (interface.md 1.2.8): before due and on the day to the owner, then in working days over to the
// unit's head, the office and the supervision office. One silent rung marks the clock overdue on the day after.
import { addDays, today, yearAfter, type IsoDate } from "@/lib/platform/clock";
import { addMonths, addWorkdays, daysBefore, rollForward, type Due, type WorkCalendar } from "@/lib/platform/workdays";
import type { RuleUnit } from "@/prisma/client/enums";

export const rungs = ["BEFORE", "DUE", "LAPSE", "TO_HEAD", "TO_OFFICE", "TO_SUPERVISOR"] as const;
export type Rung = (typeof rungs)[number];

/** Working days: before due, and over for head, office and supervisor. */
export type Ladder = readonly [before: number, head: number, office: number, supervisor: number];

/** The furthest day an extension can give: a year after the last day there is, or after today when that is over. */
export const lastExtension = (dueOn: IsoDate): IsoDate => yearAfter(dueOn > today() ? dueOn : today());

/** When a clock ends that starts on `from`; days and months that end on a day off roll to the next working day. Refuses a unit that is no time. */
export function dueOf(calendar: WorkCalendar, from: IsoDate, value: number, unit: RuleUnit): Due {
  if (unit === "WORKDAY") return addWorkdays(calendar, from, value);
  if (unit === "MONTH") return addMonths(calendar, from, value);
  if (unit !== "DAY" || !Number.isInteger(value) || value < 1) throw new RangeError(`no length of time: ${value} ${unit}`);
  const on = rollForward(calendar, addDays(from, value));
  return { on, provisional: [from, on].some((day) => !calendar.years.has(Number(day.slice(0, 4)))) };
}

const firstOf = (calendar: WorkCalendar, due: IsoDate, [before, head, office, supervisor]: Ladder): IsoDate[] => [
  daysBefore(calendar, due, before), due, addDays(due, 1), ...[head, office, supervisor].map((n) => addWorkdays(calendar, due, n).on),
];

/** The day of each rung; none comes before the one below it. */
export function daysOfRungs(calendar: WorkCalendar, due: IsoDate, ladder: Ladder): IsoDate[] {
  let last = "";
  return firstOf(calendar, due, ladder).map((day) => (last = day > last ? day : last));
}

export type Climb = { rung: number; told: Rung[]; nextOn: IsoDate | null };

/**
 * What is to be told on `today` by a clock that stood on `rung`: a reminder to the owner that a later day has overtaken is
 * left out, so after days without a scheduler nobody hears that something is due today that was due last week.
 */
export function climb(calendar: WorkCalendar, due: IsoDate, ladder: Ladder, rung: number, today: IsoDate): Climb {
  const days = daysOfRungs(calendar, due, ladder);
  let at = rung;
  while (at < rungs.length && (days[at] ?? "") <= today) at += 1;
  const passed = rungs.slice(rung, at);
  const overtaken = (one: Rung) => (one === "BEFORE" && today >= due) || (one === "DUE" && today > due);
  return { rung: at, told: passed.filter((one) => !overtaken(one)), nextOn: days[at] ?? null };
}

/** Where a clock begins: one so short that its first reminder falls on the day it starts needs none. */
export function firstRung(calendar: WorkCalendar, due: IsoDate, ladder: Ladder, from: IsoDate): { rung: number; nextOn: IsoDate } {
  const days = daysOfRungs(calendar, due, ladder);
  const rung = (days[0] ?? "") <= from ? 1 : 0;
  return { rung, nextOn: days[rung] ?? due };
}
