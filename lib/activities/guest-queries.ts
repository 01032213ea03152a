import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { MOST_GUESTS } from "./labels";
import { visibleTo } from "./policy";

/** People without an account who take part, in the order they were entered. */
export const listGuests = (actor: Actor, activityId: string) =>
  db().activityGuest.findMany({ where: { activityId, activity: visibleTo(actor) }, select: { id: true, name: true, kind: true, organization: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: MOST_GUESTS });

export type Guest = Awaited<ReturnType<typeof listGuests>>[number];
