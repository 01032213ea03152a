import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import type { ActKey } from "./acts";

const carry = async (where: Prisma.DeadlineWhereInput, from: readonly string[], toId: string): Promise<void> => {
  await db().deadline.updateMany({ where: { AND: [where, { closedOn: null, ownerUnitId: { in: [...from] } }] }, data: { ownerUnitId: toId } });
  await db().deadline.updateMany({ where: { AND: [where, { closedOn: null, unitId: { in: [...from] } }] }, data: { unitId: toId, version: { increment: 1 } } });
};

/** Open clocks of units that are merged go over, with whoever is to act and whose figures they count in; what is closed stays. Power was asked by the act that merges. */
export const carryClocks = (actor: Actor, fromIds: readonly string[], toId: string): Promise<void> => carry({ committeeId: actor.committeeId ?? "" }, fromIds, toId);

/** The same for some subjects of one act, whose people go to another unit. */
export const carryClocksOf = (actor: Actor, act: ActKey, subjectIds: readonly string[], fromIds: readonly string[], toId: string): Promise<void> =>
  carry({ committeeId: actor.committeeId ?? "", act, subjectId: { in: [...subjectIds] } }, fromIds, toId);
