/** A calendar day as its column keeps it: no clock and no time zone moves it. */
export const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** The day of such a column, as 2026-11-23. */
export const isoOf = (column: Date): string => column.toISOString().slice(0, 10);
