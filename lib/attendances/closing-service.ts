// Holding and closing an activity. Nobody is absent before who organises has confirmed the list; from then on hours stand
// with the participation and everybody who came has one row in the ledger (domain 6.3, 6.4).
import "server-only";
import { activityFlow, type ActivityEvent } from "@/lib/activities/flow";
import { dutyKinds, stateNames } from "@/lib/activities/labels";
import { meetClock, startClock } from "@/lib/deadlines/clock-service";
import type { ActKey } from "@/lib/deadlines/acts";
import { record, unrecord } from "@/lib/duties/record-service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { formatInstant, now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { getFigure } from "./figure-queries";
import { dueSql } from "./figure-sql";
import { refusals } from "./labels";
import { may } from "./policy";
import { getHeldActivity, type HeldActivity } from "./queries";

const clockOf = (kind: HeldActivity["kind"]): ActKey => (kind === "TRAINING" ? "training.absentList" : "meeting.absentList");
const dayIn = (instant: Date): string => formatInstant(instant).slice(0, 10);

type At = { id: string; version: number };

/** Takes the step: in sight, power, order, then the row with its old state and version in the where. */
async function step(actor: Actor, at: At, event: Extract<ActivityEvent, "hold" | "close">, data: { heldAt: Date } | { closedAt: Date }, check: (found: HeldActivity) => Promise<void>): Promise<HeldActivity> {
  const found = await getHeldActivity(actor, at.id);
  if (!may(actor, event, found)) throw new Forbidden(`activity.${event}`, { type: "Activity", id: at.id, name: found.title }, refusals[event]);
  const to = activityFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  await check(found);
  const { count } = await db().activity.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { ...data, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  await audit(actor, { verb: `activity.${event}`, target: { type: "Activity", id: at.id, name: found.title }, changes: { state: [stateNames[found.state], stateNames[to]] } });
  return found;
}

/** Enters that the activity took place; who was invited and never answered, did not answer. Refuses before the last session has ended. */
export const hold = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "hold", { heldAt: now() }, async ({ endsAt }) => {
      if (endsAt > now()) throw new Refusal(refusals.notEnded(formatInstant(endsAt)));
    });
    await db().participation.updateMany({ where: { activityId: at.id, state: "INVITED" }, data: { state: "NO_RESPONSE", version: { increment: 1 } } });
    const owner = found.unit.parentId === null ? { role: "OFFICE" as const, unitId: null, accountId: null } : { role: "UNIT_LIAISON" as const, unitId: found.unitId, accountId: null };
    await startClock(actor, { act: clockOf(found.kind), subjectId: at.id, subjectName: `${found.title}的出席名单`, owner, unitId: found.unitId, on: dayIn(found.endsAt) });
    if (found.kind === "RESEARCH") await startClock(actor, { act: "research.report", subjectId: at.id, subjectName: `${found.title}的报告`, owner, unitId: found.unitId, on: dayIn(found.endsAt) });
  });

/** Refuses when the activity has moved on since it was read, and keeps it from being closed until the open transaction ends. */
export async function holdStill(actor: Actor, { id, state }: { id: string; state: HeldActivity["state"] }): Promise<void> {
  const [row] = await db().$queryRaw<{ state: string }[]>`SELECT state::text AS state FROM "Activity" WHERE id = ${id}::uuid AND "committeeId" = ${actor.committeeId}::uuid FOR SHARE`;
  if (row?.state !== state) throw new Refusal(refusals.movedOn);
}

const keyOf = (activityId: string, delegateId: string) => `activity:${activityId}:${delegateId}`;

/** Hours and ledger as the marks of a confirmed list say, for everybody or for these: who came is recorded, who did not is taken out. */
export async function settle(actor: Actor, activity: HeldActivity, reason: string, only: readonly string[] | null = null): Promise<void> {
  const rows = await db().$queryRaw<{ id: string; delegateId: string; hours: number; firstAt: Date | null }[]>`
    SELECT f."participationId" AS id, f."delegateId", sum(f.earned)::float8 AS hours, min(f."startsAt") FILTER (WHERE f.class IN ('PRESENT', 'LATE')) AS "firstAt"
    FROM (${dueSql(actor, { activityId: activity.id }, { whole: true })}) f WHERE ${only === null} OR f."participationId" = ANY(${[...(only ?? [])]}::uuid[])
    GROUP BY 1, 2 ORDER BY 1`;
  await db().$executeRaw`
    UPDATE "Participation" p SET hours = s.hours, version = p.version + 1, "updatedAt" = ${now()}
    FROM unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.hours)}::numeric[]) AS s (id, hours) WHERE p.id = s.id AND p.hours IS DISTINCT FROM s.hours`;
  const came = rows.flatMap(({ firstAt, ...row }) => (firstAt ? [{ ...row, firstAt }] : []));
  await record(actor, came.map(({ delegateId, hours, firstAt }) => ({
    key: keyOf(activity.id, delegateId), activityId: activity.id, delegateId, kind: dutyKinds[activity.kind], title: activity.title, heldOn: dayIn(firstAt), hours: hours > 0 ? hours : null, place: activity.place,
  })));
  await unrecord(actor, rows.filter(({ firstAt }) => !firstAt).map(({ delegateId }) => keyOf(activity.id, delegateId)), reason);
}

/** Confirms the list: whoever has no mark now is absent, whoever came gets hours and a row in the ledger. Refuses when the list moved since it was shown. */
export const close = (actor: Actor, { open, ...at }: At & { open: number }): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "close", { closedAt: now() }, async ({ id }) => {
      if ((await getFigure(actor, { activityId: id })).OPEN !== open) throw new Refusal(refusals.moved);
    });
    await settle(actor, found, refusals.correct);
    await meetClock(actor, clockOf(found.kind), at.id);
  });
