import "server-only";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, type Changes } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import type { Role } from "@/prisma/client/enums";
import { refusals } from "./labels";
import { may } from "./policy";

/** A grant on a unit that is merged or split; `held` when its account has the role in the other unit already, so that this one is dropped. */
export type CarriedGrant = { id: string; accountId: string; username: string; role: Role; unitId: string; unitName: string; held: boolean };

/**
 * Grants, and the seats lent to deputies with them, follow their unit into another, in the caller's transaction; who holds them does not change, and every other
 * session of these accounts ends, so that their reach is the new one at once. Refuses when one was taken meanwhile.
 */
export const carryGrants = (actor: Actor, list: CarriedGrant[], to: { id: string; name: string }, basis: string): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "carry", { committeeId })) throw new Forbidden("grant.carry", { type: "Grant" }, refusals.carry);
    const [dropped, moved] = [list.filter((g) => g.held), list.filter((g) => !g.held)];
    const exactly = (grants: CarriedGrant[]) => ({ committeeId, OR: grants.map(({ id, unitId }) => ({ id, unitId })) });
    const gone = dropped.length > 0 ? await db().grant.deleteMany({ where: exactly(dropped) }) : { count: 0 };
    const kept = moved.length > 0 ? await db().grant.updateMany({ where: exactly(moved), data: { unitId: to.id } }) : { count: 0 };
    if (gone.count + kept.count !== list.length) throw new Refusal(refusals.unitMovedOn);
    const lent = { committeeId, forGrantId: { in: moved.map((g) => g.id) } };
    const deputies = await db().grant.findMany({ where: lent, select: { accountId: true } });
    await db().grant.updateMany({ where: lent, data: { unitId: to.id } });
    const accounts = [...new Set([...list, ...deputies].map((g) => g.accountId))];
    await db().account.updateMany({ where: { committeeId, id: { in: accounts } }, data: { version: { increment: 1 } } });
    await db().session.updateMany({ where: { accountId: { in: accounts }, revokedAt: null, ...("sessionId" in actor && actor.sessionId ? { id: { not: actor.sessionId } } : {}) }, data: { revokedAt: new Date() } });
    const changesOf = (g: CarriedGrant): Changes => (g.held ? { role: [roleNames[g.role], null], unit: [g.unitName, null] } : { unit: [g.unitName, to.name] });
    await auditMany(actor, list.map((g) => ({ verb: g.held ? "grant.drop" : "grant.carry", target: { type: "Grant", id: g.id, name: g.username }, changes: changesOf(g), reason: basis })));
  });
