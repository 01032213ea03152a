import "server-only";
import { validate as isId } from "uuid";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { grantInForce, ownFirst } from "@/lib/platform/grant-in-force";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";
import { browserName } from "./browser-name";
import { ownGrantOf } from "./frame";
import { roleNames, type Standing } from "./labels";
import { may, openTo, visibleTo } from "./policy";
import type { AccountFilters } from "./schema";
import { ofStanding, standingOf } from "./standing";
import { nth, spelled, userNames } from "./user-name";

/** The grants of the actor's own account, for the role switch. */
export async function listOwnGrants(actor: AccountActor) {
  const grants = await db().grant.findMany({
    where: { accountId: actor.accountId, ...grantInForce() },
    select: { id: true, role: true, forName: true, unit: { select: { name: true } }, committee: { select: { shortName: true } } },
    orderBy: ownFirst,
  });
  return grants.map((grant) => ownGrantOf(grant, actor.grantId));
}

const live = (): Prisma.SessionWhereInput => ({ revokedAt: null, expiresAt: { gt: new Date() }, lastSeenAt: { gt: new Date(Date.now() - 30 * 60_000) } });

/** Live sessions of the actor's own account, newest first. */
export async function listOwnSessions(actor: AccountActor) {
  const sessions = await db().session.findMany({
    where: { accountId: actor.accountId, ...live() },
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  return sessions.map((s) => ({
    id: s.id, since: formatInstant(s.createdAt), seen: formatInstant(s.lastSeenAt), address: s.address ?? "—", browser: browserName(s.userAgent), current: s.id === actor.sessionId,
  }));
}

/** The frame of every page: names of the committee, its office and its present term. */
export async function getFrame(actor: AccountActor) {
  const committee = await db().committee.findUniqueOrThrow({
    where: { id: actor.committeeId },
    select: { name: true, shortName: true, areaName: true, officeName: true, currentTerm: { select: { id: true, name: true } } },
  });
  const grants = await listOwnGrants(actor);
  return { ...committee, grants, userName: actor.name, roleName: roleNames[actor.role] };
}

/** The actor's own account, without its secrets. */
export async function getOwnAccount(actor: AccountActor) {
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { username: true, displayName: true, createdAt: true } });
  return { username: account.username, displayName: account.displayName, since: formatInstant(account.createdAt), grants: await listOwnGrants(actor) };
}

/** How many other accounts that can sign in hold a role. Locks its grants until the act ends, so that of two administrators stopping each other only one succeeds. */
export async function countOtherHolders(actor: Actor, role: Role, exceptAccountId: string): Promise<number> {
  const held = await db().$queryRaw<{ accountId: string }[]>`
    SELECT "accountId" FROM "Grant" WHERE "committeeId" = ${actor.committeeId}::uuid AND role = ${role}::"Role" ORDER BY id FOR UPDATE`;
  const others = held.map((grant) => grant.accountId).filter((id) => id !== exceptAccountId);
  return db().account.count({ where: { id: { in: others }, disabledAt: null, OR: [{ passwordExpiresAt: null }, { passwordExpiresAt: { gt: new Date() } }] } });
}

const matching = ({ q, state }: Pick<AccountFilters, "q" | "state">): Prisma.AccountWhereInput => ({
  AND: [
    q ? { OR: [{ username: { contains: q.toLowerCase() } }, { displayName: { contains: q } }] } : {},
    state ? ofStanding(state) : {},
  ],
});

const row = {
  id: true, username: true, displayName: true, committeeId: true, version: true, disabledAt: true, mustChangePassword: true, passwordExpiresAt: true, createdAt: true,
  grants: { where: { forAccountId: null }, select: { role: true }, orderBy: { grantedAt: "asc" } },
} satisfies Prisma.AccountSelect;

/** An account as whoever keeps accounts may see it: roles by name, never where they apply. */
const inWords = (a: Prisma.AccountGetPayload<{ select: typeof row }>) => ({
  id: a.id, username: a.username, displayName: a.displayName, version: a.version, standing: standingOf(a), since: formatInstant(a.createdAt),
  expires: a.mustChangePassword && a.passwordExpiresAt ? formatInstant(a.passwordExpiresAt) : null,
  roles: [...new Set(a.grants.map((grant) => roleNames[grant.role]))],
});

export type AccountRow = ReturnType<typeof inWords>;

const keptBy = (actor: AccountActor): Prisma.AccountWhereInput => (may(actor, "list", { committeeId: actor.committeeId }) ? visibleTo(actor) : { id: { in: [] } });

/** One page of the accounts the actor keeps, by user name, and the number of all that match. */
export async function listAccounts(actor: AccountActor, filters: AccountFilters): Promise<{ rows: AccountRow[]; total: number }> {
  const where = { AND: [keptBy(actor), matching(filters)] };
  const [rows, total] = await Promise.all([
    db().account.findMany({ where, select: row, orderBy: { username: "asc" }, skip: (filters.page - 1) * filters.size, take: filters.size }),
    db().account.count({ where }),
  ]);
  return { rows: rows.map(inWords), total };
}

/** How many of the accounts the actor keeps are in each standing. */
export async function countAccounts(actor: AccountActor): Promise<Record<Standing, number>> {
  const count = (state: Standing) => db().account.count({ where: { AND: [keptBy(actor), ofStanding(state)] } });
  const [active, first, expired, disabled] = await Promise.all([count("active"), count("first"), count("expired"), count("disabled")]);
  return { active, first, expired, disabled };
}

const TRIES = 12;

/**
 * A free user name for each of these names in pinyin, in their order. Only looked for, not held: the key of the table
 * decides when two write at once.
 */
export async function proposeUserNames(actor: Actor, spellings: readonly string[]): Promise<string[]> {
  if (actor.committeeId === null) return [];
  const alike = new Map<string, number>();
  for (const letters of spellings.map(spelled)) alike.set(letters, (alike.get(letters) ?? 0) + 1);
  for (let tries = TRIES; ; tries *= 4) {
    const asked = [...alike].flatMap(([letters, people]) => Array.from({ length: people + tries }, (_, i) => nth(letters, i + 1)));
    const held = await db().account.findMany({ where: { username: { in: asked } }, select: { username: true } });
    const taken = new Set(held.map((account) => account.username));
    const names = userNames(spellings, taken);
    const known = new Set(asked);
    if (names.every((name) => known.has(name))) return names;
  }
}

/** One account the actor keeps, its live sessions, and what can be done with it now. Refuses others' with NotFound. */
export async function getAccount(actor: AccountActor, id: string) {
  const account = isId(id) ? await db().account.findFirst({ where: { AND: [{ id }, keptBy(actor)] }, select: row }) : null;
  if (!account) throw new NotFound({ type: "Account", id });
  const sessions = await db().session.findMany({
    where: { accountId: id, ...live() }, select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true }, orderBy: { createdAt: "desc" }, take: 50,
  });
  return {
    ...inWords(account),
    open: openTo(actor, { ...account, state: account.disabledAt ? "DISABLED" : "ACTIVE" }),
    sessions: sessions.map((s) => ({ id: s.id, since: formatInstant(s.createdAt), seen: formatInstant(s.lastSeenAt), address: s.address ?? "—", browser: browserName(s.userAgent) })),
  };
}
