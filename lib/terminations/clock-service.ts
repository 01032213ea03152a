import "server-only";
import { startClock, startClocks, type Start } from "@/lib/deadlines/clock-service";
import type { Actor, SystemActor } from "@/lib/platform/actor";
import { isoOf } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";

/** The days for filing one level up begin when the committee has decided, or the death was recorded; the office files. */
const filing = (id: string, name: string, on: string): Start => ({ act: "termination.file", subjectId: id, subjectName: `${name}的资格终止`, owner: { role: "OFFICE", unitId: null, accountId: null }, unitId: null, on });

export const startFiling = (actor: Actor, id: string, name: string, on: string): Promise<void> => startClock(actor, filing(id, name, on));

/** Starts the clocks of decisions that were entered before there were clocks. Returns how many. */
export const startMissingFilings = (actor: SystemActor): Promise<number> =>
  transact(async () => {
    const rows = await db().$queryRaw<{ id: string; name: string; decidedOn: Date }[]>`
      SELECT c.id, p.name, coalesce(c."decidedOn", c."proposedOn") AS "decidedOn" FROM "TerminationCase" c JOIN "Delegate" d ON d.id = c."delegateId" JOIN "Person" p ON p.id = d."personId"
      WHERE c."committeeId" = ${actor.committeeId}::uuid AND c.state = 'DECIDED_YES' AND NOT EXISTS (SELECT 1 FROM "Deadline" t WHERE t."openFor" = 'termination.file:' || c.id) LIMIT 500`;
    await startClocks(actor, rows.map(({ id, name, decidedOn }) => filing(id, name, isoOf(decidedOn))));
    return rows.length;
  });
