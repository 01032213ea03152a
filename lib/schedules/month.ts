// A month as it hangs on the wall: whole weeks from Monday, each day with what the State Council's notice says of it.
import type { Notice } from "@/lib/calendars/built-in";
import { addDays, type IsoDate, type IsoMonth } from "@/lib/platform/clock";
import { isWeekend } from "@/lib/platform/workdays";

export type Day = { on: IsoDate; inMonth: boolean; weekend: boolean; mark: "休" | "班" | null; holiday: string | null };

export function monthAfter(month: IsoMonth, by: 1 | -1): IsoMonth {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

/** The instants between which a month lies, by Beijing time. */
export const boundsOf = (month: IsoMonth): { from: Date; to: Date } => ({ from: new Date(`${month}-01T00:00:00+08:00`), to: new Date(`${monthAfter(month, 1)}-01T00:00:00+08:00`) });

/** The weeks of a month; a holiday is named on its first day in sight. */
export function weeksOf(month: IsoMonth, notices: readonly Pick<Notice, "days">[]): Day[][] {
  const known = new Map(notices.flatMap(({ days }) => days.map((day) => [day.on, day] as const)));
  const first = `${month}-01`;
  let on = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  let before: string | null = null;
  while (on.slice(0, 7) <= month) {
    const week: Day[] = [];
    for (let i = 0; i < 7; i += 1, on = addDays(on, 1)) {
      const day = known.get(on);
      const off = day?.kind === "HOLIDAY" ? day.name : null;
      week.push({ on, inMonth: on.startsWith(month), weekend: isWeekend(on), mark: day ? (off ? "休" : "班") : null, holiday: off !== before ? off : null });
      before = off;
    }
    weeks.push(week);
  }
  return weeks;
}
