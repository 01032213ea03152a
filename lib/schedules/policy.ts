// Power over schedules. Whoever may learn of activities has one of the own role; its feed is for the own seat alone, and
// whoever holds the address reads titles, times and places, never who comes.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";

export type ScheduleAct = "view" | "subscribe" | "unsubscribe";

/** Roles that learn of activities. */
export const scheduledRoles = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "DELEGATE", "LEADER"] as const satisfies readonly Role[];

export const may = (actor: Actor, _act: ScheduleAct, of: { committeeId: string }): boolean => actor.committeeId === of.committeeId && (scheduledRoles as readonly string[]).includes(actor.role);

/** The feed of the seat the actor sits in, and no other. */
export const feedsVisibleTo = (actor: Actor): Prisma.ScheduleFeedWhereInput =>
  actor.accountId !== null && actor.committeeId !== null ? { committeeId: actor.committeeId, accountId: actor.accountId, grantId: actor.grantId } : { id: { in: [] } };
