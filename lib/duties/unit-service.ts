import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** The ledger of these delegates goes along to another unit, so that its liaison reads what they did. Power was asked by the act that merges or splits. */
export const carryDuties = async (actor: Actor, delegateIds: readonly string[], toId: string): Promise<void> => {
  await db().duty.updateMany({ where: { committeeId: actor.committeeId ?? "", delegateId: { in: [...delegateIds] } }, data: { unitId: toId } });
};
