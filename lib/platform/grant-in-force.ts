import { Prisma } from "@/prisma/client/client";
import { dayOf, today } from "./clock";

/** Grants that count today: one given for a time from its first to its last day, and a deputy's only while the account it stands in for is in use. */
export const grantInForce = (): Prisma.GrantWhereInput => {
  const day = dayOf(today());
  return { AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: day } }] }, { OR: [{ startsOn: null }, { startsOn: { lte: day } }] }, { OR: [{ forAccountId: null }, { forAccount: { disabledAt: null } }] }] };
};

/** The same on the table alias g, for statements written by hand. */
export const grantInForceSql = (): Prisma.Sql => Prisma.sql`(g."endsOn" IS NULL OR g."endsOn" >= ${today()}::date) AND (g."startsOn" IS NULL OR g."startsOn" <= ${today()}::date)
  AND NOT EXISTS (SELECT 1 FROM "Account" away WHERE away.id = g."forAccountId" AND away."disabledAt" IS NOT NULL)`;

/** The own grants of an account come before those it holds for somebody else. */
export const ownFirst: Prisma.GrantOrderByWithRelationInput[] = [{ startsOn: { sort: "asc", nulls: "first" } }, { grantedAt: "asc" }];

/** Who acts under a grant, as history and audit name it: 李某, or 李某（代王某） where it is held for somebody else. */
export const nameUnder = (displayName: string, forName: string | null): string => (forName ? `${displayName}（代${forName}）` : displayName);
