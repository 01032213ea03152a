import type { HeldSession } from "./queries";

/** What somebody has of a training, as the confirmed marks say. */
export type Attended = { /** Sessions present or late. */ came: number; hours: number };

/** Whole: at every session of the activity, late included, with all of its hours. Part of it is not. */
export const isWhole = (sessions: readonly Pick<HeldSession, "hours">[], { came, hours }: Attended): boolean =>
  came > 0 && came === sessions.length && hours === sessions.reduce((sum, s) => sum + Number(s.hours), 0);
