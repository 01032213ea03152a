import "server-only";
import { carryClocksOf } from "@/lib/deadlines/unit-service";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { openStates } from "./flow";

/** Open requests go with their delegates to another unit: its liaison confirms them from now on, within the days that are left. */
export async function carryCorrections(actor: Actor, heads: readonly { id: string; unitId: string }[], toId: string): Promise<void> {
  const rows = await db().correctionRequest.findMany({ where: { committeeId: actor.committeeId ?? "", delegateId: { in: heads.map(({ id }) => id) }, state: { in: openStates } }, select: { id: true } });
  if (rows.length > 0) await carryClocksOf(actor, "correction.confirm", rows.map(({ id }) => id), heads.map(({ unitId }) => unitId), toId);
}
