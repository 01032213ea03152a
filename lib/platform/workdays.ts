// Working days as the State Council's notices have them: a weekday is one unless a holiday, a Saturday or Sunday only
// when it is made up for. Day 1 of a period is the first working day after the event; it runs to 23:59:59 of its last.
import { addDays, type IsoDate } from "./clock";

/** What is known of the years' notices: weekdays off, weekend days on, and for which years that is all. */
export type WorkCalendar = { years: ReadonlySet<number>; off: ReadonlySet<IsoDate>; on: ReadonlySet<IsoDate> };

/** When a period ends. `provisional` while it reaches into a year without a notice: it is counted again when that comes. */
export type Due = { on: IsoDate; provisional: boolean };

/** More than any rule of the field asks for; a mistake in a setting must not count for years. */
const MOST = 2000;

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const isWeekend = (date: IsoDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export const isWorkday = (calendar: WorkCalendar, date: IsoDate): boolean => (isWeekend(date) ? calendar.on.has(date) : !calendar.off.has(date));

const provisional = ({ years }: WorkCalendar, from: IsoDate, to: IsoDate): boolean => {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!years.has(year)) return true;
  return false;
};

/** The date itself when it is a working day, else the next one. */
export function rollForward(calendar: WorkCalendar, date: IsoDate): IsoDate {
  let on = date;
  while (!isWorkday(calendar, on)) on = addDays(on, 1);
  return on;
}

/** The n-th working day after an event. Refuses a number that is no whole one from 1 to 2,000. */
export function addWorkdays(calendar: WorkCalendar, event: IsoDate, n: number): Due {
  if (!Number.isInteger(n) || n < 1 || n > MOST) throw new RangeError(`working days: ${n}`);
  let [on, left] = [event, n];
  while (left > 0) {
    on = addDays(on, 1);
    if (isWorkday(calendar, on)) left -= 1;
  }
  return { on, provisional: provisional(calendar, event, on) };
}

/** How many working days there are after `from`, up to and with `to`; none when `to` is not later. */
export function workdaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkday(calendar, on)) count += 1;
  return count;
}

/** The first day from which at most `n` working days are left until `due`, that one counted. Refuses as addWorkdays does. */
export function daysBefore(calendar: WorkCalendar, due: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || n < 1 || n > MOST) throw new RangeError(`working days: ${n}`);
  let [on, left] = [due, n];
  while (left > 0 || !isWorkday(calendar, on)) {
    if (isWorkday(calendar, on)) left -= 1;
    on = addDays(on, -1);
  }
  return on;
}

/** The same day so many months later, the last of a shorter month, rolled to a working day. Refuses as addWorkdays does. */
export function addMonths(calendar: WorkCalendar, event: IsoDate, months: number): Due {
  if (!Number.isInteger(months) || months < 1 || months > 120) throw new RangeError(`months: ${months}`);
  const [year, month, day] = event.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const on = rollForward(calendar, new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10));
  return { on, provisional: provisional(calendar, event, on) };
}
