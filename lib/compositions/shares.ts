/** Tenths of a percent, rounded half up, in whole numbers only: 1 of 16 is 63 (6.25 % becomes 6.3 %). Null without a denominator. */
export function shareTenths(count: number, total: number): number | null {
  return total === 0 ? null : Math.floor((count * 2000 + total) / (2 * total));
}

/** Tenths as they are written: 574 is 57.4. */
export const inTenths = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;

/** "57.4%", or "—" when there is nobody to take a share of. */
export function share(count: number, total: number): string {
  const tenths = shareTenths(count, total);
  return tenths === null ? "—" : `${inTenths(tenths)}%`;
}

/** Tenths of the mean, rounded half up; null when nobody is counted. */
export function meanTenths(sum: number, total: number): number | null {
  return total === 0 ? null : Math.floor((sum * 20 + total) / (2 * total));
}

/** "44.3", or "—". */
export function mean(sum: number, total: number): string {
  const tenths = meanTenths(sum, total);
  return tenths === null ? "—" : inTenths(tenths);
}
