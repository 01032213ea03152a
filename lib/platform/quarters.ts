import { addDays, today, type IsoDate } from "./clock";

/** A quarter as it stands in an address: 2026-4. */
export type Quarter = `${number}-${1 | 2 | 3 | 4}`;

export const quarterOf = (on: IsoDate): Quarter => `${Number(on.slice(0, 4))}-${Math.ceil(Number(on.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`;

/** Its first and last day. */
export function daysOf(quarter: Quarter): { from: IsoDate; to: IsoDate } {
  const [year, n] = quarter.split("-").map(Number) as [number, number];
  const first = (y: number, month: number): IsoDate => `${y}-${String(month).padStart(2, "0")}-01`;
  return { from: first(year, n * 3 - 2), to: addDays(n === 4 ? first(year + 1, 1) : first(year, n * 3 + 1), -1) };
}

const WORDS = ["一", "二", "三", "四"];

/** "2026年第四季度". */
export const quarterName = (quarter: Quarter): string => `${quarter.slice(0, 4)}年第${WORDS[Number(quarter.slice(5)) - 1]}季度`;

const before = (quarter: Quarter): Quarter => quarterOf(addDays(daysOf(quarter).from, -1));

/** The present quarter and those before it back to the first day of the term, the latest first, at most twenty. */
export function quartersSince(on: IsoDate): Quarter[] {
  const all: Quarter[] = [];
  for (let q = quarterOf(today()); daysOf(q).to >= on && all.length < 20; q = before(q)) all.push(q);
  return all.length > 0 ? all : [quarterOf(today())];
}
