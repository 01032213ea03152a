// The register as it stood on a day: the status from the dated events, the place and the facts of the mandate from the
// rows the database kept when they changed (domain 6.1; DelegatePast). Facts of the person (name, birth) have no dates.
import "server-only";
import { dayOf, type IsoDate } from "@/lib/platform/clock";
import { Prisma } from "@/prisma/client/client";

/** The past row that held on a day. */
export const heldOn = (on: IsoDate) => ({ fromOn: { lte: dayOf(on) }, untilOn: { gt: dayOf(on) } }) satisfies Prisma.DelegatePastWhereInput;

/** The event whose status held on a day; of several on one day the last. */
export const statusOn = (on: IsoDate) => ({ effectiveOn: { lte: dayOf(on) }, OR: [{ untilOn: null }, { untilOn: { gt: dayOf(on) } }] }) satisfies Prisma.DelegateStatusEventWhereInput;

/** statusOn for statements written by hand: whether the delegate `d` held a status that meets `condition` on s."toStatus"; the day may be a column. */
export const statusOnSql = (on: IsoDate | Prisma.Sql, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "DelegateStatusEvent" s WHERE s."committeeId" = d."committeeId" AND s."delegateId" = d.id
  AND s."effectiveOn" <= ${on}::date AND (s."untilOn" IS NULL OR s."untilOn" > ${on}::date) AND ${condition})`;

/** heldOn for statements written by hand, as the join of the table alias h; without a day nobody has one. */
export const heldOnSql = (on: IsoDate | null): Prisma.Sql =>
  on === null
    ? Prisma.sql`LEFT JOIN "DelegatePast" h ON false`
    : Prisma.sql`LEFT JOIN "DelegatePast" h ON h."delegateId" = d.id AND h."fromOn" <= ${on}::date AND h."untilOn" > ${on}::date`;

/** Conditions that mean the same on a mandate and on its past. */
export type MandateWhere = Prisma.DelegateWhereInput & Prisma.DelegatePastWhereInput;

/**
 * Mandates that met all conditions on a day, or meet them now when none is named: those whose row has not changed since,
 * and those whose row was kept. The two never overlap, so that each can be counted on its own indexes.
 */
export const metOnApart = (on: IsoDate | null, conditions: MandateWhere[]): Prisma.DelegateWhereInput[] => {
  if (on === null || conditions.length === 0) return [{ AND: conditions }];
  const held = heldOn(on);
  return [{ AND: conditions, pasts: { none: held } }, { pasts: { some: { AND: [held, ...conditions] } } }];
};
