import "server-only";
import { lastHolder, roleNames } from "@/lib/accounts/labels";
import { isSeat } from "@/lib/accounts/policy";
import { countOtherHolders } from "@/lib/accounts/queries";
import { closeSessions } from "@/lib/accounts/service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import type { Role } from "@/prisma/client/enums";
import { obstacles, refusals } from "./labels";
import { may, needsUnit, obstacleTo, visibleTo } from "./policy";

async function findFor(actor: Actor, act: "give" | "take", accountId: string) {
  const grants = { where: { forAccountId: null }, select: { id: true, role: true, unitId: true, unit: { select: { name: true } } } } as const;
  const select = { id: true, username: true, committeeId: true, version: true, grants } as const;
  const account = await db().account.findFirst({ where: { AND: [{ id: accountId }, visibleTo(actor)] }, select });
  if (!account) throw new NotFound({ type: "Grant", id: accountId });
  if (!may(actor, act, { committeeId: account.committeeId, accountId })) {
    throw new Forbidden(`grant.${act}`, { type: "Grant", id: accountId, name: account.username }, refusals.keep);
  }
  return account;
}

/** The unit of a role that needs one. Refuses a missing, foreign or stopped unit, and a unit for a role that has none. */
async function unitOf(committeeId: string, role: Role, unitId: string | null): Promise<{ id: string; name: string } | null> {
  const refuse = (why: string) => new Refusal("角色没有授予。", { unitId: [why] });
  if (!needsUnit(role)) {
    if (unitId) throw refuse(refusals.unitNeedless);
    return null;
  }
  if (!unitId) throw refuse(refusals.unitMissing);
  // A unit that is just being merged is waited for, and then it is closed.
  const [unit] = await db().$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM "Unit" WHERE id = ${unitId}::uuid AND "committeeId" = ${committeeId}::uuid AND ("activeTo" IS NULL OR "activeTo" > now()) FOR KEY SHARE`;
  if (!unit) throw refuse(refusals.unitUnknown);
  return unit;
}

/** Takes the account's row over the version the page was read at, so that grants of one account change one after another; it waits for none from then on. */
async function holdAccount(account: { id: string; version: number }, version: number): Promise<void> {
  const { count } = await db().account.updateMany({ where: { id: account.id, version }, data: { version: { increment: 1 }, wantedRole: null, wantedUnit: null } });
  if (count === 0) throw new Conflict({}, String(account.version));
}

/**
 * Gives an account a role; every session of the account ends. A unit is required for UNIT_LIAISON and HANDLING_UNIT
 * and refused for the others. Refuses the own account, a second administrator's seat, a seat beside another role,
 * a role already held, and a version that moved on. Returns the grant's id.
 */
export const give = (actor: Actor, input: { accountId: string; version: number; role: Role; unitId: string | null }): Promise<string> =>
  transact(async () => {
    const account = await findFor(actor, "give", input.accountId);
    const unit = await unitOf(account.committeeId, input.role, input.unitId);
    await holdAccount(account, input.version);
    const obstacle = obstacleTo(account.grants, input.role, unit?.id ?? null);
    if (obstacle) throw new Refusal("角色没有授予。", { role: [obstacles[obstacle]] });
    const { id } = await db().grant.create({
      data: { accountId: account.id, role: input.role, committeeId: account.committeeId, unitId: unit?.id ?? null, adminSeat: isSeat(input.role) ? true : null },
      select: { id: true },
    });
    await closeSessions(actor, account.id);
    await audit(actor, { verb: "grant.give", target: { type: "Grant", id, name: account.username }, changes: { role: [null, roleNames[input.role]], ...(unit ? { unit: [null, unit.name] } : {}) } });
    return id;
  });

/**
 * Gives several accounts the role each waits for, in the unit chosen for it: all or none. Refuses an account that waits
 * no longer, naming it, and whatever `give` refuses.
 */
export const giveWanted = (actor: Actor, list: { accountId: string; version: number; unitId: string }[]): Promise<void> =>
  transact(async () => {
    if (!may(actor, "list", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("grant.give", { type: "Grant" }, refusals.keep);
    for (const { accountId, version, unitId } of list) {
      const found = await db().account.findFirst({ where: { AND: [{ id: accountId }, visibleTo(actor)] }, select: { username: true, wantedRole: true } });
      if (!found) throw new NotFound({ type: "Grant", id: accountId });
      if (!found.wantedRole) throw new Refusal(refusals.waitsNoMore(found.username));
      await give(actor, { accountId, version, role: found.wantedRole, unitId });
    }
  });

/** Takes a role away; every session of the account ends. Refuses the own account and the last administrator of a kind. */
export const take = (actor: Actor, input: { accountId: string; version: number; grantId: string }): Promise<void> =>
  transact(async () => {
    const account = await findFor(actor, "take", input.accountId);
    const grant = account.grants.find((g) => g.id === input.grantId);
    if (!grant) throw new NotFound({ type: "Grant", id: input.grantId });
    if (isSeat(grant.role) && (await countOtherHolders(actor, grant.role, account.id)) === 0) throw new Refusal(lastHolder(grant.role));
    await holdAccount(account, input.version);
    // A seat lent to a deputy goes with the role it was lent from.
    const lent = await db().grant.findMany({ where: { forGrantId: grant.id }, select: { account: { select: { displayName: true } } }, take: 100 });
    await db().grant.deleteMany({ where: { id: grant.id, accountId: account.id } });
    await closeSessions(actor, account.id);
    await audit(actor, { verb: "grant.take", target: { type: "Grant", id: grant.id, name: account.username }, changes: { role: [roleNames[grant.role], null], ...(grant.unit ? { unit: [grant.unit.name, null] } : {}), ...(lent.length > 0 ? { deputies: [[...new Set(lent.map((seat) => seat.account.displayName))].join("、"), null] } : {}) } });
  });
