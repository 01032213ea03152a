import { v7 as newId } from "uuid";
import { ownerQuery } from "./database";
import type { House } from "./roster";

type Planned = { state?: string; unitId?: string; kind?: string; entry?: string; title?: string; lateAfter?: number; sessions: { startsAt: Date; minutes?: number; hours?: number; signOut?: boolean }[] };

/** An activity with its sessions written straight into the tables, as planning and publishing leave it. */
export async function plantActivity(house: House, { state = "HELD", unitId = house.units.root, kind = "TRAINING", entry = "OBLIGATION", title = "党代表培训班", lateAfter = 15, sessions }: Planned): Promise<{ id: string; sessions: string[] }> {
  const id = newId();
  const ends = sessions.map((s) => new Date(s.startsAt.getTime() + (s.minutes ?? 180) * 60_000));
  const from = new Date(Math.min(...sessions.map((s) => s.startsAt.getTime())));
  const to = new Date(Math.max(...ends.map((e) => e.getTime())));
  await ownerQuery(
    `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "lateAfter", "authorName", "publishedAt", "updatedAt")
     VALUES ($1, $2, $3, $4, $5::"ActivityKind", $6::"ActivityState", $7::"ActivityEntry", $8, '区委党校报告厅', $9, $10, $11, '沈文清', now(), now())`,
    [id, house.id, house.termId, unitId, kind, state, entry, title, from, to, lateAfter],
  );
  const ids: string[] = [];
  for (const [i, s] of sessions.entries()) {
    const sessionId = newId();
    ids.push(sessionId);
    await ownerQuery(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt", hours, "signOut") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [sessionId, house.id, id, i + 1, s.startsAt, ends[i], s.hours ?? 4, s.signOut ?? false]);
  }
  return { id, sessions: ids };
}

/** Delegates on the list of an activity, by their own unit; ids in the order given. */
export async function plantParticipations(house: House, activityId: string, delegateIds: readonly string[], state = "ACCEPTED"): Promise<string[]> {
  const ids = delegateIds.map(() => newId());
  await ownerQuery(
    `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "waitingSince", "updatedAt")
     SELECT p.id, $1, $2, p.delegate, d."unitId", $5::"ParticipationState", CASE WHEN $5 = 'WAITLISTED' THEN now() END, now()
     FROM unnest($3::uuid[], $4::uuid[]) AS p (id, delegate) JOIN "Delegate" d ON d.id = p.delegate`,
    [house.id, activityId, ids, [...delegateIds], state],
  );
  return ids;
}

export async function plantMark(house: House, at: { activityId: string; sessionId: string; participationId: string; delegateId: string }, mark: string, way = "HAND"): Promise<void> {
  await ownerQuery(
    `INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "signedAt", "updatedAt") VALUES ($1, $2, $3, $4, $5, $6, $7::"AttendanceMark", $8::"AttendanceWay", CASE WHEN $8 IN ('QR', 'CODE') THEN now() END, now())`,
    [newId(), house.id, at.activityId, at.sessionId, at.participationId, at.delegateId, mark, way],
  );
}
