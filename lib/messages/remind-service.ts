import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { systemActor } from "@/lib/platform/program";
import { inParts } from "@/lib/platform/rows";
import { makeDeliveries } from "./delivery-service";
import { isKind } from "./kinds";

const PART = 1000;

/**
 * Puts a dispatch on top again for everybody who never read it, and sends it once more by their channels. Who may is
 * asked by whoever sent it. Returns how many were reminded.
 */
export const remind = (actor: Actor, dispatchId: string, round: number): Promise<number> =>
  transact(async () => {
    const { kind, must, variables, committeeId } = await db().dispatch.findUniqueOrThrow({ where: { id: dispatchId }, select: { kind: true, must: true, variables: true, committeeId: true } });
    if (!isKind(kind) || committeeId !== actor.committeeId) return 0;
    const rows = await db().$queryRaw<{ id: string; accountId: string }[]>`
      UPDATE "Message" SET "sentAt" = ${now()}, reminders = reminders + 1 WHERE "dispatchId" = ${dispatchId}::uuid AND "firstReadAt" IS NULL RETURNING id, "accountId"`;
    for (const part of inParts(rows, PART)) {
      await makeDeliveries(systemActor(committeeId, actor.requestId), part.map(({ id, accountId }) => ({ messageId: id, accountId, kind, variables: variables as Record<string, string>, must })), round);
    }
    return rows.length;
  }, 60);
