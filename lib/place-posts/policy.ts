// Power over the posts of delegations and groups. The office appoints and dismisses; who may see the delegate may see
// the post (trust promise 3: a liaison learns of no head from another unit).
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type PostAct = "appoint" | "dismiss";

export const may = (actor: Actor, _act: PostAct, place: { committeeId: string }): boolean =>
  (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === place.committeeId;

/** What the actor may know of. */
export const visibleTo = (actor: Actor): Prisma.PlacePostWhereInput => ({ delegate: delegatesVisibleTo(actor) });
