import type { Cell } from "./book";

/** Formats numbered by the standard that show a calendar date, incl. the Chinese ones (27-36, 50-58). */
const BUILT_IN: ReadonlyArray<[number, number]> = [[14, 17], [22, 22], [27, 31], [36, 36], [50, 54], [57, 58]];
const DAY = 86_400_000;

/** True when a number format shows a calendar date (not merely a time of day). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").split(";")[0] ?? "";
  if (/general|通用/i.test(bare)) return false;
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

/** Day count -> "YYYY-MM-DD"; null outside 1900-9999. Day 60 of the 1900 system never existed. */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (whole < 1 || whole === 60 || whole > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY).toISOString().slice(0, 10);
}

/** A number as people see it: no exponent, no binary noise behind the fifteenth digit. */
export function numberCell(number: number): Cell {
  if (Number.isInteger(number) && Math.abs(number) >= 1e15) {
    const [digits = "", exponent] = number.toExponential(14).split("e");
    return { text: digits.replace(".", "") + "0".repeat(Number(exponent) - 14), type: "number", number, lost: true };
  }
  return { text: String(Number(number.toPrecision(15))), type: "number", number };
}
