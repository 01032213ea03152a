import { Prisma } from "@/prisma/client/client";
import { today } from "@/lib/platform/clock";
import type { Audience } from "./audience";

const inForce = () => Prisma.sql`(g."endsOn" IS NULL OR g."endsOn" >= ${today()}::date)`;

const named = (committeeId: string, ids: readonly string[]) => Prisma.sql`
  SELECT a.id FROM "Account" a WHERE a.id = ANY(${ids}::uuid[]) AND a."committeeId" = ${committeeId}::uuid`;

/** A grant on the unit asked for or above it; one without a unit covers the whole committee. */
const holding = (committeeId: string, holders: Audience["holders"]) => Prisma.sql`
  SELECT g."accountId" FROM jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) AS h(role text, "unitId" uuid)
  JOIN "Grant" g ON g."committeeId" = ${committeeId}::uuid AND g.role = h.role::"Role"
  LEFT JOIN "Unit" own ON own.id = g."unitId" LEFT JOIN "Unit" asked ON asked.id = h."unitId"
  WHERE ${inForce()} AND (h."unitId" IS NULL OR g."unitId" IS NULL OR starts_with(asked.path, own.path))`;

/** Delegates by person: the account that opens the own mandate, for as long as its right lasts. */
const mandated = (committeeId: string, persons: readonly string[]) => Prisma.sql`
  SELECT a.id FROM "Account" a JOIN "Grant" g ON g."accountId" = a.id
  WHERE a."personId" = ANY(${persons}::uuid[]) AND g.role = 'DELEGATE' AND g."committeeId" = ${committeeId}::uuid AND ${inForce()}`;

/**
 * The ids of the accounts an audience means, as a subquery; whoever is meant twice is there once. A deputy of an absent
 * holder has a grant of the same role and is met by it.
 */
export const reachedSql = (committeeId: string, to: Audience): Prisma.Sql => Prisma.sql`
  ${named(committeeId, to.accounts)} UNION ${holding(committeeId, to.holders)} UNION ${mandated(committeeId, to.persons)}`;
