// Power over the calendar of working days. The office keeps the notices of its committee; whoever has a deadline reads
// them through the deadline.
import type { Actor } from "@/lib/platform/actor";

export type CalendarAct = "view" | "enter" | "remove";

export const may = (actor: Actor, _act: CalendarAct, of: { committeeId: string }): boolean => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === of.committeeId;
