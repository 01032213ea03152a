import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** Opinions of these delegates go along to another unit with them. Power was asked by the act that merges or splits. */
export const carryOpinions = async (actor: Actor, delegateIds: readonly string[], toId: string): Promise<void> => {
  await db().opinion.updateMany({ where: { committeeId: actor.committeeId ?? "", delegateId: { in: [...delegateIds] } }, data: { unitId: toId } });
};

/** What merged units have still to answer goes to the unit that stays, under its name; what is answered stays under theirs. */
export const carryHanded = async (actor: Actor, fromIds: readonly string[], to: { id: string; name: string }): Promise<void> => {
  await db().opinion.updateMany({ where: { committeeId: actor.committeeId ?? "", targetId: { in: [...fromIds] }, state: { in: ["HANDED", "ANSWERED"] } }, data: { targetId: to.id, handedTo: to.name, version: { increment: 1 } } });
};
