import "server-only";
import { Prisma } from "@/prisma/client/client";
import { dueSql } from "@/lib/attendances/figure-sql";
import type { HeldActivity } from "@/lib/attendances/queries";
import { isWhole } from "@/lib/attendances/whole";
import { numberOf } from "@/lib/certificates/labels";
import { visibleTo } from "@/lib/certificates/policy";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Gap, Standing } from "./labels";

type Found = { participationId: string; name: string; delegation: string; unit: string; came: number; hours: number; gaps: Gap[]; positions: number[]; certificateId: string | null; year: number | null; number: number | null; issuedAt: Date | null };

/** More people than any training has. */
const MOST = 3000;

const gapOf = Prisma.sql`CASE WHEN f.class NOT IN ('PRESENT', 'LATE') THEN f.class WHEN f.earned < x.hours THEN 'UNSIGNED' END`;

function told(activity: HeldActivity, { positions, year, number, issuedAt, ...row }: Found) {
  const out = activity.sessions.filter((s) => !positions.includes(s.position)).map(({ position }): Gap => ({ position, why: "OUT" }));
  const standing: Standing = row.certificateId ? "issued" : activity.state === "ARCHIVED" && isWhole(activity.sessions, row) ? "ready" : "short";
  return { ...row, gaps: [...row.gaps, ...out].sort((a, b) => a.position - b.position), standing, no: year === null || number === null ? null : numberOf({ year, number }), issuedOn: issuedAt ? formatInstant(issuedAt).slice(0, 10) : null };
}

/** Everybody who was expected at a training, in the order of the roster, with what stands between them and the certificate. `whole`: also beyond the actor's sight. */
export async function listStandings(actor: Actor, activity: HeldActivity, options: { whole?: true } = {}) {
  const rows = await db().$queryRaw<Found[]>`
    SELECT s.*, n.name, g.name AS delegation, u.name AS unit, c.id AS "certificateId", c.year, c.number, c."issuedAt"
    FROM (
      SELECT f."participationId", f."delegateId", f."delegationId", f."unitId", (count(*) FILTER (WHERE f.class IN ('PRESENT', 'LATE')))::int AS came, sum(f.earned)::float8 AS hours, array_agg(f.position) AS positions,
        coalesce(json_agg(json_build_object('position', f.position, 'why', ${gapOf}) ORDER BY f.position) FILTER (WHERE ${gapOf} IS NOT NULL), '[]'::json) AS gaps
      FROM (${dueSql(actor, { activityId: activity.id }, options)}) f JOIN "ActivitySession" x ON x.id = f."sessionId" GROUP BY 1, 2, 3, 4
    ) s
    JOIN "Delegate" d ON d.id = s."delegateId" JOIN "Person" n ON n.id = d."personId" JOIN "Delegation" g ON g.id = s."delegationId" JOIN "Unit" u ON u.id = s."unitId"
    LEFT JOIN "Certificate" c ON c."participationId" = s."participationId" AND c."revokedAt" IS NULL
    ORDER BY g.position, g.id, d."sortOrder", s."participationId" LIMIT ${MOST}`;
  return rows.map((row) => told(activity, row));
}

export type StandingRow = Awaited<ReturnType<typeof listStandings>>[number];

/** Certificates of a training that were revoked, the latest first. */
export async function listRevoked(actor: Actor, activity: HeldActivity) {
  const rows = await db().certificate.findMany({
    where: { AND: [visibleTo(actor), { participation: { activityId: activity.id }, revokedAt: { not: null } }] }, orderBy: [{ revokedAt: "desc" }, { id: "desc" }], take: 100,
    select: { id: true, year: true, number: true, revokedAt: true, revokeReason: true, revokedBy: true, participation: { select: { delegate: { select: { person: { select: { name: true } } } } } } },
  });
  return rows.map(({ participation, revokedAt, ...c }) => ({ id: c.id, no: numberOf(c), name: participation.delegate.person.name, at: revokedAt ? formatInstant(revokedAt) : "", reason: c.revokeReason ?? "", by: c.revokedBy ?? "" }));
}
