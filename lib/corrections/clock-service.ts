import "server-only";
import { cancelClocks, meetClock, startClock } from "@/lib/deadlines/clock-service";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { Actor, SystemActor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import type { CorrectionEvent } from "./flow";
import { resultOf } from "./labels";
import { getCorrection, type Correction } from "./queries";

/** Starts the clock of whoever has the request now: the unit's liaison where there is one, else the office. */
export async function startHandling(actor: Actor, of: Correction, confirmed = false): Promise<void> {
  const unitId = of.hasLiaison && !confirmed ? of.facts.unitId : null;
  await startClock(actor, {
    act: unitId ? "correction.confirm" : "correction.approve", subjectId: of.id, subjectName: `${of.name}的更正申请`, owner: { role: unitId ? "UNIT_LIAISON" : "OFFICE", unitId, accountId: null }, unitId, on: today(),
  });
}

/** Tells the delegate what became of the request; what was given back waits for the delegate. */
async function tell(actor: Actor, of: Correction, event: CorrectionEvent, note: string | null): Promise<void> {
  const words = resultOf(event, note);
  if (!words) return;
  await dispatch(actor, {
    key: `correction:${of.id}:${of.version}:${event}`, kind: "correction.decided", to: { persons: [of.facts.personId] }, must: event === "sendBack",
    variables: words, subject: { type: "CorrectionRequest", id: of.id }, href: `/my/profile/corrections/${of.id}`,
  });
}

/** What a step does to the clocks: whoever had the request is done, the next one's clock begins, and the delegate is told. */
export async function turnClocks(actor: Actor, of: Correction, event: CorrectionEvent, note: string | null): Promise<void> {
  if (event === "resubmit") return startHandling(actor, of);
  if (event !== "withdraw") await meetClock(actor, event === "confirm" || actor.role === "UNIT_LIAISON" ? "correction.confirm" : "correction.approve", of.id);
  await cancelClocks(actor, [{ act: "correction.confirm", subjectId: of.id }, { act: "correction.approve", subjectId: of.id }]);
  if (event === "confirm") await startHandling(actor, of, true);
  await tell(actor, of, event, note);
}

/** Starts the clocks of requests that were under way before there were clocks; their days begin today. Returns how many. */
export const startMissingHandlings = (actor: SystemActor): Promise<number> =>
  transact(async () => {
    const rows = await db().$queryRaw<{ id: string; confirmed: boolean }[]>`
      SELECT r.id, r.state = 'CONFIRMED' AS confirmed FROM "CorrectionRequest" r WHERE r."committeeId" = ${actor.committeeId}::uuid AND r.state IN ('SUBMITTED', 'CONFIRMED')
        AND NOT EXISTS (SELECT 1 FROM "Deadline" t WHERE t."openFor" IN ('correction.confirm:' || r.id, 'correction.approve:' || r.id)) LIMIT 500`;
    for (const { id, confirmed } of rows) await startHandling(actor, await getCorrection(actor, id), confirmed);
    return rows.length;
  });
