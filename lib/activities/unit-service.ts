import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** Where these delegates take part goes along to another unit with them. Power was asked by the act that merges or splits. */
export const carryParticipations = async (actor: Actor, delegateIds: readonly string[], toId: string): Promise<void> => {
  await db().participation.updateMany({ where: { committeeId: actor.committeeId ?? "", delegateId: { in: [...delegateIds] } }, data: { unitId: toId } });
};

/** Activities of merged units that are not over are organised by the unit that stays; what is over stays under their name. */
export const carryActivities = async (actor: Actor, fromIds: readonly string[], toId: string): Promise<void> => {
  await db().activity.updateMany({ where: { committeeId: actor.committeeId ?? "", unitId: { in: [...fromIds] }, state: { in: ["DRAFT", "PUBLISHED", "HELD"] } }, data: { unitId: toId, version: { increment: 1 } } });
};
