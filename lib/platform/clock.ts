/** A calendar day as "2026-11-23". */
export type IsoDate = string;
/** A calendar month as "1968-05". */
export type IsoMonth = string;

const DAY = 86_400_000;
/** China has kept UTC+8 all year since 1992; instants of this product are younger than that. */
const SHANGHAI = 8 * 3_600_000;

let source: (() => Date) | null = null;

/** The present instant. */
export const now = (): Date => source?.() ?? new Date();

/** Replaces the clock in tests; null gives the real one back. */
export function setClock(fn: (() => Date) | null): void {
  source = fn;
}

/** Today's date in Shanghai. */
export const today = (): IsoDate => shanghai(now()).slice(0, 10);

/** An instant as "2026-11-23 08:30" in Shanghai, 24-hour clock. */
export const formatInstant = (instant: Date): string => shanghai(instant).slice(0, 16).replace("T", " ");

/** The instant of a Shanghai day and time of day, "2026-11-23" and "08:30". */
export const instantAt = (date: IsoDate, time: string): Date => new Date(`${date}T${time}:00+08:00`);

/** A date as tables show it, "2026-11-23"; a time of day behind it is dropped. */
export const formatDate = (date: IsoDate): string => date.slice(0, 10);

/** A date as documents write it: "2026年1月5日", no leading zeros. */
export const formatDateLong = (date: IsoDate): string => `${formatMonth(date)}${Number(date.slice(8, 10))}日`;

/** A month as documents write it: "1968年5月"; of a full date the month alone. */
export const formatMonth = (month: IsoMonth | IsoDate): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** Completed years by month precision: in the month of birth the year counts as completed. */
export const ageOn = (birthMonth: IsoMonth, on: IsoDate | IsoMonth): number => Math.floor((monthsOf(on) - monthsOf(birthMonth)) / 12);

/** A calendar day as its column keeps it: no clock and no time zone moves it. */
export const dayOf = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/** The day such a column holds, as 2026-11-23. */
export const isoOf = (column: Date): IsoDate => column.toISOString().slice(0, 10);

/** The date `days` later, or earlier when negative. */
export const addDays = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The same day of the next year; of the 29th of February the 28th. */
export const yearAfter = (date: IsoDate): IsoDate => `${Number(date.slice(0, 4)) + 1}${date.slice(4).replace("-02-29", "-02-28")}`;

/** True for "YYYY-MM-DD" of a day that exists in the calendar. */
export function isRealDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

const shanghai = (instant: Date): string => new Date(instant.getTime() + SHANGHAI).toISOString();

const monthsOf = (iso: IsoDate | IsoMonth): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
