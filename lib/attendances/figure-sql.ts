// The fair figure: what was due is counted by session (场次) of activities that were held, for whoever was expected there
// and whose mandate was active on the day of that session. Archive, lists, exports and assessments all count by this one
// fragment; a property test holds it against a naive recount.
import "server-only";
import { expectedStates } from "@/lib/activities/flow";
import { statusOnSql } from "@/lib/delegates/as-of";
import type { Actor } from "@/lib/platform/actor";
import { Prisma } from "@/prisma/client/client";
import type { ActivityState, ParticipationState } from "@/prisma/client/enums";

/** Rows of the figure: of one delegate, of a unit with what is below it (by its path), of a delegation, of an activity, of a calendar year in Shanghai. */
export type FigureOf = { delegateId?: string; unitPath?: string; delegationId?: string; activityId?: string; year?: number };

/** What is looked at instead of the figure itself: the roll of an activity to come, or everybody on it whoever asks. */
export type DueOptions = { activities?: readonly ActivityState[]; participations?: readonly ParticipationState[]; whole?: true };

const heldStates: ActivityState[] = ["HELD", "ARCHIVED"];
const states = (of: readonly string[], type: Prisma.Sql) => Prisma.sql`(ARRAY[${Prisma.join(of)}]::text[])::${type}[]`;

/** participationsVisibleTo of lib/activities for statements written by hand, on p and d. */
function inSight(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
    case "LEADER":
      return Prisma.sql`p."committeeId" = ${actor.committeeId}::uuid`;
    case "UNIT_LIAISON":
      return Prisma.sql`p."committeeId" = ${actor.committeeId}::uuid AND p."unitId" = ANY(${[...actor.unitIds]}::uuid[])`;
    case "DELEGATE":
      return actor.personId ? Prisma.sql`p."committeeId" = ${actor.committeeId}::uuid AND d."personId" = ${actor.personId}::uuid` : Prisma.sql`FALSE`;
    default:
      return Prisma.sql`FALSE`;
  }
}

const firstOf = (year: number) => new Date(`${year}-01-01T00:00:00+08:00`);

function matching(of: FigureOf): Prisma.Sql {
  const conditions = [
    of.delegateId === undefined ? null : Prisma.sql`p."delegateId" = ${of.delegateId}::uuid`,
    of.unitPath === undefined ? null : Prisma.sql`p."unitId" IN (SELECT u.id FROM "Unit" u WHERE u."committeeId" = p."committeeId" AND starts_with(u.path, ${of.unitPath}))`,
    of.delegationId === undefined ? null : Prisma.sql`d."delegationId" = ${of.delegationId}::uuid`,
    of.activityId === undefined ? null : Prisma.sql`p."activityId" = ${of.activityId}::uuid`,
    of.year === undefined ? null : Prisma.sql`x."startsAt" >= ${firstOf(of.year)} AND x."startsAt" < ${firstOf(of.year + 1)}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}

/** What a session gave: its hours for who came, signed out where that is asked; an entry by hand or by list vouches for the whole. */
const earned = Prisma.sql`CASE WHEN m.mark IN ('PRESENT', 'LATE') AND (NOT x."signOut" OR m."signedOutAt" IS NOT NULL OR m.way IN ('HAND', 'IMPORT')) THEN x.hours ELSE 0 END`;

/**
 * One row per session that was due: participationId, sessionId, activityId, delegateId, delegationId, unitId, startsAt,
 * position, title, hours earned and `class`. A granted leave stands where nothing else was entered; who has no mark is
 * absent only once the list was confirmed, until then open (未登记).
 */
export const dueSql = (actor: Actor, of: FigureOf, { activities = heldStates, participations = expectedStates, whole }: DueOptions = {}): Prisma.Sql => Prisma.sql`
  SELECT p.id AS "participationId", x.id AS "sessionId", a.id AS "activityId", p."delegateId", d."delegationId", p."unitId", x."startsAt", x.position, a.title, ${earned} AS earned,
    CASE
      WHEN m.mark IN ('PRESENT', 'LATE', 'LEAVE', 'OFFICIAL') THEN m.mark::text
      WHEN m.mark IS NULL AND p.state = 'LEAVE_GRANTED' THEN 'LEAVE'
      WHEN a.state = 'ARCHIVED' THEN 'ABSENT'
      ELSE 'OPEN'
    END AS class
  FROM "Participation" p
  JOIN "Activity" a ON a.id = p."activityId"
  JOIN "ActivitySession" x ON x."activityId" = a.id
  JOIN "Delegate" d ON d.id = p."delegateId"
  LEFT JOIN "Attendance" m ON m."sessionId" = x.id AND m."participationId" = p.id
  WHERE ${whole ? Prisma.sql`p."committeeId" = ${actor.committeeId}::uuid` : inSight(actor)} AND ${matching(of)}
    AND a.state = ANY(${states(activities, Prisma.sql`"ActivityState"`)}) AND p.state = ANY(${states(participations, Prisma.sql`"ParticipationState"`)})
    AND ${statusOnSql(Prisma.sql`((x."startsAt" AT TIME ZONE 'Asia/Shanghai')::date)`, Prisma.sql`s."toStatus" = 'ACTIVE'`)}`;
