// Power over merges. Two records become one by the right that edits and imports them: the office of the committee keeps
// the roster, so it also decides who is who. It needs no head, for no status changes and 24 hours undo it. Nobody else
// knows of persons beyond the mandates they see.
import type { Actor } from "@/lib/platform/actor";
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Prisma } from "@/prisma/client/client";

export type MergeAct = "view" | "merge" | "undo" | "distinguish" | "reconsider";

export const may = (actor: Actor, _act: MergeAct, of: { committeeId: string }): boolean => mayDelegate(actor, "edit", of);

const isOffice = (actor: Actor) => actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";

/** Which merges the actor may know of. */
export const visibleTo = (actor: Actor): Prisma.PersonMergeWhereInput => (isOffice(actor) && actor.committeeId ? { committeeId: actor.committeeId } : { id: { in: [] } });

/** Which decisions that two are two. */
export const distinctionsVisibleTo = (actor: Actor): Prisma.PersonDistinctionWhereInput => (isOffice(actor) && actor.committeeId ? { committeeId: actor.committeeId } : { id: { in: [] } });

/** Which persons, apart from their mandates. */
export const peopleVisibleTo = (actor: Actor): Prisma.PersonWhereInput => (isOffice(actor) && actor.committeeId ? { committeeId: actor.committeeId } : { id: { in: [] } });
