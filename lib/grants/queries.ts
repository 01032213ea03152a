import "server-only";
import { validate as isId } from "uuid";
import { roleNames } from "@/lib/accounts/labels";
import { SEATS } from "@/lib/accounts/policy";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { grantInForce } from "@/lib/platform/grant-in-force";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";
import { may, visibleTo } from "./policy";
import type { GrantFilters } from "./schema";

const row = {
  id: true, username: true, displayName: true, committeeId: true, version: true, disabledAt: true, wantedRole: true, wantedUnit: true,
  grants: { where: { forAccountId: null }, select: { id: true, role: true, unitId: true, grantedAt: true, unit: { select: { name: true } }, committee: { select: { shortName: true } } }, orderBy: { grantedAt: "asc" } },
} satisfies Prisma.AccountSelect;

const inWords = (a: Prisma.AccountGetPayload<{ select: typeof row }>) => ({
  id: a.id, username: a.username, displayName: a.displayName, version: a.version, disabled: a.disabledAt !== null, wanted: a.wantedRole ? `${roleNames[a.wantedRole]}（${a.wantedUnit ?? ""}）` : null,
  grants: a.grants.map((g) => ({ id: g.id, role: g.role, name: roleNames[g.role], scope: g.unit?.name ?? g.committee.shortName, since: formatInstant(g.grantedAt) })),
});

export type Holder = ReturnType<typeof inWords>;

const matching = ({ q, role }: Pick<GrantFilters, "q" | "role">): Prisma.AccountWhereInput => ({
  AND: [
    q ? { OR: [{ username: { contains: q.toLowerCase() } }, { displayName: { contains: q } }] } : {},
    role === "none" ? { grants: { none: {} } } : role ? { grants: { some: { role } } } : {},
  ],
});

/** One page of the accounts whose grants the actor keeps, by user name, and the number of all that match. */
export async function listHolders(actor: AccountActor, filters: GrantFilters): Promise<{ rows: Holder[]; total: number }> {
  const where = { AND: [visibleTo(actor), matching(filters)] };
  const [rows, total] = await Promise.all([
    db().account.findMany({ where, select: row, orderBy: { username: "asc" }, skip: (filters.page - 1) * filters.size, take: filters.size }),
    db().account.count({ where }),
  ]);
  return { rows: rows.map(inWords), total };
}

/** One account with its grants, and whether the actor may change them. Refuses others' with NotFound. */
export async function getHolder(actor: AccountActor, accountId: string) {
  const account = isId(accountId) ? await db().account.findFirst({ where: { AND: [{ id: accountId }, visibleTo(actor)] }, select: row }) : null;
  if (!account) throw new NotFound({ type: "Account", id: accountId });
  const holder = { committeeId: account.committeeId, accountId };
  return { ...inWords(account), mayGive: may(actor, "give", holder), mayTake: may(actor, "take", holder) };
}

const waiting = (actor: AccountActor): Prisma.AccountWhereInput => ({ AND: [visibleTo(actor), { wantedRole: { not: null }, disabledAt: null, grants: { none: {} } }] });

/** Accounts opened for a role they wait for, oldest first, at most 50 of them, and how many there are. */
export async function listWaiting(actor: AccountActor) {
  const [rows, total] = await Promise.all([
    db().account.findMany({ where: waiting(actor), select: { id: true, username: true, displayName: true, version: true, wantedRole: true, wantedUnit: true, createdAt: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 50 }),
    db().account.count({ where: waiting(actor) }),
  ]);
  return { rows: rows.map((a) => ({ ...a, role: a.wantedRole ? roleNames[a.wantedRole] : "", since: formatInstant(a.createdAt) })), total };
}

export type Waiting = Awaited<ReturnType<typeof listWaiting>>["rows"][number];

/** How many wait. */
export const countAwaiting = (actor: AccountActor): Promise<number> => db().account.count({ where: waiting(actor) });

/** How many accounts sit in each of the three seats, and how many hold no role at all; each as its list counts it, stopped ones among them. */
export async function countSeats(actor: AccountActor): Promise<{ seats: { role: Role; name: string; holders: number }[]; without: number }> {
  const [held, without] = await Promise.all([
    db().grant.groupBy({ by: ["role"], where: { role: { in: [...SEATS] }, account: visibleTo(actor) }, _count: { _all: true } }),
    db().account.count({ where: { AND: [visibleTo(actor), matching({ q: "", role: "none" })] } }),
  ]);
  return { seats: SEATS.map((role) => ({ role, name: roleNames[role], holders: held.find((of) => of.role === role)?._count._all ?? 0 })), without };
}

/** Where liaisons stand in the tree of units and who they are themselves: whose request waits for one, and whose for the office. */
export async function listLiaisons(actor: Actor): Promise<{ path: string; personId: string | null }[]> {
  const grants = await db().grant.findMany({
    where: { committeeId: actor.committeeId ?? "", role: "UNIT_LIAISON", unitId: { not: null }, account: { disabledAt: null }, ...grantInForce() }, select: { unit: { select: { path: true } }, account: { select: { personId: true } } }, take: 5000,
  });
  return grants.flatMap(({ unit, account }) => (unit ? [{ path: unit.path, personId: account.personId }] : []));
}
