import { Prisma } from "@/prisma/client/client";
import { grantInForceSql } from "@/lib/platform/grant-in-force";
import type { Audience } from "./audience";

/** Accounts by id, and whoever stands in for one of them. */
const named = (committeeId: string, ids: readonly string[]) => Prisma.sql`
  SELECT a.id, NULL::text AS "forName" FROM "Account" a WHERE a.id = ANY(${ids}::uuid[]) AND a."committeeId" = ${committeeId}::uuid
  UNION ALL SELECT g."accountId", g."forName" FROM "Grant" g WHERE g."forAccountId" = ANY(${ids}::uuid[]) AND g."committeeId" = ${committeeId}::uuid AND ${grantInForceSql()}`;

/** A grant on the unit asked for or above it, held or lent; one without a unit covers the whole committee. */
const holding = (committeeId: string, holders: Audience["holders"]) => Prisma.sql`
  SELECT g."accountId", g."forName" FROM jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) AS h(role text, "unitId" uuid)
  JOIN "Grant" g ON g."committeeId" = ${committeeId}::uuid AND g.role = h.role::"Role"
  LEFT JOIN "Unit" own ON own.id = g."unitId" LEFT JOIN "Unit" asked ON asked.id = h."unitId"
  WHERE ${grantInForceSql()} AND (h."unitId" IS NULL OR g."unitId" IS NULL OR starts_with(asked.path, own.path))`;

/** Delegates by person: the account that opens the own mandate, for as long as its right lasts. */
const mandated = (committeeId: string, persons: readonly string[]) => Prisma.sql`
  SELECT a.id, NULL::text FROM "Account" a JOIN "Grant" g ON g."accountId" = a.id
  WHERE a."personId" = ANY(${persons}::uuid[]) AND g.role = 'DELEGATE' AND g."committeeId" = ${committeeId}::uuid AND ${grantInForceSql()}`;

/**
 * The accounts an audience means, each once, as rows of (id, "forName"): the name of whom it is received for, where the
 * account is meant only as a deputy.
 */
export const reachedSql = (committeeId: string, to: Audience): Prisma.Sql => Prisma.sql`
  SELECT r.id, CASE WHEN bool_or(r."forName" IS NULL) THEN NULL ELSE string_agg(DISTINCT r."forName", '、') END AS "forName"
  FROM (${named(committeeId, to.accounts)} UNION ALL ${holding(committeeId, to.holders)} UNION ALL ${mandated(committeeId, to.persons)}) r GROUP BY r.id`;
