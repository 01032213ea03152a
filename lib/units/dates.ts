export { dayOf } from "@/lib/platform/clock";

/** The day of such a column, as 2026-11-23. */
export const isoOf = (column: Date): string => column.toISOString().slice(0, 10);
