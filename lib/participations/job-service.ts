import "server-only";
import { randomUUID } from "node:crypto";
import { participationNames } from "@/lib/activities/labels";
import { holdActivity, promote } from "@/lib/activities/places-service";
import { onRegister } from "@/lib/delegates/flow";
import { auditMany } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { systemActor } from "@/lib/platform/program";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";

const PART = 500;

/** Moves what is found, one activity after the other, each held; free places go to who waits. Returns how many moved. */
async function turn(where: Prisma.ParticipationWhereInput, to: ParticipationState, verb: string): Promise<number> {
  const found = await db().participation.findMany({ where, select: { id: true, activityId: true, committeeId: true }, orderBy: { id: "asc" }, take: PART });
  let moved = 0;
  for (const activityId of new Set(found.map((p) => p.activityId))) {
    const mine = found.filter((p) => p.activityId === activityId);
    moved += await transact(async () => {
      const actor = systemActor(mine[0]?.committeeId ?? "", randomUUID());
      const held = await holdActivity(actor, activityId);
      const rows = await db().participation.findMany({ where: { AND: [where, { id: { in: mine.map((p) => p.id) } }] }, select: { id: true, state: true, delegate: { select: { person: { select: { name: true } } } } } });
      await db().participation.updateMany({ where: { AND: [where, { id: { in: rows.map((p) => p.id) } }] }, data: { state: to, waitingSince: null, version: { increment: 1 } } });
      await auditMany(actor, rows.map(({ id, state, delegate }) => ({ verb, target: { type: "Participation", id, name: delegate.person.name }, changes: { state: [participationNames[state], participationNames[to]] } })));
      await promote(actor, held);
      return rows.length;
    });
  }
  return moved;
}

/** Who let the last day to reply go by stands as not having answered, and may still say yes until it begins; it makes nobody absent (domain 6.3). */
export const lapseReplies = (): Promise<number> => turn({ state: "INVITED", activity: { state: "PUBLISHED", replyBy: { lte: now() } } }, "NO_RESPONSE", "participation.lapse");

/** Who left the register is taken off what is still to come. */
export const leaveLists = (): Promise<number> =>
  turn({ state: { in: ["INVITED", "ACCEPTED", "WAITLISTED", "NO_RESPONSE", "LEAVE_REQUESTED"] }, activity: { state: { in: ["DRAFT", "PUBLISHED"] }, startsAt: { gt: now() } }, delegate: { status: { notIn: onRegister } } }, "CANCELLED", "participation.leaveRegister");

/** Both, as often as the worker looks; a failure is logged and the next look tries again. */
export async function sweepParticipations(): Promise<void> {
  try {
    const [lapsed, left] = [await lapseReplies(), await leaveLists()];
    if (lapsed + left > 0) log.info({ lapsed, left }, "participations swept");
  } catch (error) {
    log.error({ err: { message: error instanceof Error ? error.message : String(error) } }, "participations not swept");
  }
}
