import "server-only";
import { validate as isId } from "uuid";
import { roleNames } from "@/lib/accounts/labels";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { dayOf, formatInstant, isoOf, now, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { grantInForce } from "@/lib/platform/grant-in-force";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";
import { OVER, stateNames } from "./labels";
import { may, openTo, visibleTo } from "./policy";

const record = {
  id: true, committeeId: true, grantId: true, absentId: true, absentName: true, role: true, scope: true, deputyId: true, deputyName: true, fromOn: true, toOn: true, reason: true, state: true, seatId: true, askedAt: true, decidedBy: true, note: true, version: true,
} satisfies Prisma.SubstitutionSelect;

/** One in words. It is over with its last day, and when the role it lends was taken away; then there is nothing left to end. */
const shown = (actor: Actor, found: Prisma.SubstitutionGetPayload<{ select: typeof record }>) => {
  const [fromOn, toOn] = [isoOf(found.fromOn), isoOf(found.toOn)];
  const over = toOn < today() || (found.state === "IN_FORCE" && found.seatId === null);
  return {
    ...found, fromOn, toOn, over, askedAt: formatInstant(found.askedAt), seat: `${roleNames[found.role]}（${found.scope}）`,
    status: over && found.state === "IN_FORCE" ? OVER : stateNames[found.state], open: over && found.state === "IN_FORCE" ? [] : openTo(actor, found),
  };
};
export type Substitution = ReturnType<typeof shown>;

/** One; NotFound outside the actor's sight. */
export async function getSubstitution(actor: Actor, id: string): Promise<Substitution> {
  const found = isId(id) ? await db().substitution.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "Substitution", id });
  return shown(actor, found);
}

const SHOWN = 20;
const latestFirst: Prisma.SubstitutionOrderByWithRelationInput[] = [{ toOn: "desc" }, { id: "desc" }];

/** The latest in which the own account is the one away, and those in which it stands in. */
export async function listOwn(actor: AccountActor): Promise<{ away: Substitution[]; standsIn: Substitution[] }> {
  const of = async (where: Prisma.SubstitutionWhereInput) => (await db().substitution.findMany({ where: { AND: [visibleTo(actor), where] }, select: record, orderBy: latestFirst, take: SHOWN })).map((row) => shown(actor, row));
  const [away, standsIn] = await Promise.all([of({ absentId: actor.accountId }), of({ deputyId: actor.accountId })]);
  return { away, standsIn };
}

const MANY = 200;

const keptBy = (actor: Actor): Prisma.SubstitutionWhereInput => (actor.committeeId !== null && may(actor, "agree", { committeeId: actor.committeeId }) ? visibleTo(actor) : { id: { in: [] } });

/** How many wait for the security administrator. */
export const countAskedFor = (actor: Actor): Promise<number> => db().substitution.count({ where: { AND: [keptBy(actor), { state: "WAITING" }] } });

/** What the security administrator looks after, of the whole committee or of one account: those that wait, and those that hold or will. */
export async function listKept(actor: Actor, accountId?: string): Promise<{ waiting: Substitution[]; inForce: Substitution[] }> {
  const open: Prisma.SubstitutionWhereInput = { OR: [{ state: "WAITING" }, { state: "IN_FORCE", toOn: { gte: dayOf(today()) }, seatId: { not: null } }] };
  const where: Prisma.SubstitutionWhereInput = { AND: [keptBy(actor), open, accountId ? { OR: [{ absentId: accountId }, { deputyId: accountId }] } : {}] };
  const rows = (await db().substitution.findMany({ where, select: record, orderBy: { id: "asc" }, take: MANY })).map((row) => shown(actor, row));
  return { waiting: rows.filter((s) => s.state === "WAITING"), inForce: rows.filter((s) => s.state === "IN_FORCE") };
}

/** The own grant the actor acts under, as it can be lent; null once it was taken away. */
export const getSeat = (actor: AccountActor) =>
  db().grant.findFirst({ where: { id: actor.grantId, accountId: actor.accountId, ...grantInForce() }, select: { id: true, role: true, unitId: true, forName: true, unit: { select: { name: true, path: true } }, committee: { select: { shortName: true } } } });
export type Seat = NonNullable<Awaited<ReturnType<typeof getSeat>>>;

const own = (where: Prisma.GrantWhereInput): Prisma.GrantWhereInput => ({ AND: [{ forAccountId: null }, where, grantInForce()] });
/** The units a seat stands in: its own and those above it. */
const unitsAbove = (seat: Seat): string[] => seat.unit?.path.split("/").filter((id) => id !== "") ?? [];

/** Who has this very right already: the same role in the same place or in a wider one. */
const sameRight = (seat: Seat): Prisma.GrantWhereInput => own({ role: seat.role, ...(seat.unitId === null ? {} : { unitId: { in: unitsAbove(seat) } }) });

/** Whom this seat may be lent to: of the office to the office; of a unit to those who work in it or above it in the same role, and to its delegates. Nobody learns of another unit by it. */
function within(actor: AccountActor, seat: Seat): Prisma.AccountWhereInput {
  const OFFICE: Role[] = ["OFFICE", "OFFICE_HEAD"];
  if (seat.unitId === null) return { grants: { some: own({ role: { in: OFFICE.includes(seat.role) ? OFFICE : [seat.role] } }) } };
  const units = [...actor.unitIds];
  return { OR: [{ grants: { some: sameRight(seat) } }, { grants: { some: own({ unitId: { in: units } }) } }, { person: { delegates: { some: { committeeId: actor.committeeId, unitId: { in: units }, status: { in: ["ACTIVE", "PENDING_REVIEW"] }, term: { currentOf: { isNot: null } } } } } }] };
}

/** Accounts that can stand in at all: in use, able to sign in, no administrator's. */
export const able = (committeeId: string): Prisma.AccountWhereInput =>
  ({ committeeId, disabledAt: null, OR: [{ passwordExpiresAt: null }, { passwordExpiresAt: { gt: now() } }], grants: { some: own({}), none: { adminSeat: true } } });

/** Whom the actor may choose as deputy, each with the own roles in words and whether it takes effect at once. */
export async function listCandidates(actor: AccountActor, seat: Seat, id?: string) {
  const rows = await db().account.findMany({
    where: { AND: [able(actor.committeeId), { id: { not: actor.accountId } }, within(actor, seat), id ? { id } : {}] }, orderBy: [{ displayName: "asc" }, { id: "asc" }], take: MANY,
    select: { id: true, displayName: true, username: true, grants: { where: own({}), select: { role: true, unitId: true } } },
  });
  const above = unitsAbove(seat);
  return rows.map(({ grants, ...account }) => ({
    ...account, roles: [...new Set(grants.map(({ role }) => roleNames[role]))].join("、"), atOnce: grants.some(({ role, unitId }) => role === seat.role && (seat.unitId === null || above.includes(unitId ?? ""))),
  }));
}
export type Candidate = Awaited<ReturnType<typeof listCandidates>>[number];
