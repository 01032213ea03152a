import { addDays, type IsoDate } from "@/lib/platform/clock";
import type { Repeat } from "./labels";

/** The same day of a later month; where that month is too short, its last day. */
function monthsLater(on: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The days of an activity that is repeated, the first among them; a single copy has one. */
export const daysOf = (on: IsoDate, repeat: Repeat, times: number): IsoDate[] =>
  Array.from({ length: repeat === "once" ? 1 : times }, (_, i) => (repeat === "monthly" ? monthsLater(on, i) : addDays(on, i * 7)));
