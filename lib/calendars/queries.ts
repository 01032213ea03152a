import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { WorkCalendar } from "@/lib/platform/workdays";
import { builtIn, type Notice } from "./built-in";

export type EnteredNotice = Notice & { entered: { by: string; at: string; version: number } | null };

/** The notices that hold for the actor's committee, by year: what the office entered, else what came with the program. */
export async function listNotices(actor: Actor): Promise<EnteredNotice[]> {
  const rows = await db().calendarYear.findMany({
    where: { committeeId: actor.committeeId ?? "" }, orderBy: { year: "asc" }, take: 100,
    select: { year: true, document: true, accountName: true, enteredAt: true, version: true, days: { select: { on: true, kind: true, name: true }, orderBy: { on: "asc" } } },
  });
  const entered = rows.map(({ accountName, enteredAt, version, days, ...row }): EnteredNotice => ({
    ...row, days: days.map((day) => ({ ...day, on: isoOf(day.on) })), entered: { by: accountName, at: formatInstant(enteredAt), version },
  }));
  const own = new Set(entered.map((notice) => notice.year));
  return [...builtIn.filter((notice) => !own.has(notice.year)).map((notice) => ({ ...notice, entered: null })), ...entered].sort((a, b) => a.year - b.year);
}

/** The working days of the actor's committee, for every deadline. */
export async function getWorkCalendar(actor: Actor): Promise<WorkCalendar> {
  const notices = await listNotices(actor);
  const days = notices.flatMap((notice) => notice.days);
  const of = (kind: "HOLIDAY" | "MAKE_UP") => new Set(days.filter((day) => day.kind === kind).map((day) => day.on));
  return { years: new Set(notices.map((notice) => notice.year)), off: of("HOLIDAY"), on: of("MAKE_UP") };
}
