import "server-only";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { endsWithLeaving } from "./unit-grants";
import { listUnitGrants } from "./unit-grants-queries";

/** Somebody who leaves a unit, for another or, with null, because the mandate ended. */
export type Leave = { personId: string; from: string; to: string | null };

/**
 * Takes the grants that hang on the units these people leave, as part of the act that moves them: at once, with their
 * sessions, each recorded with `reason`. Resolves to how many there were.
 */
export const endUnitGrants = (actor: Actor, leaves: Leave[], reason: string): Promise<number> =>
  transact(async () => {
    if (leaves.length === 0) return 0;
    const held = await listUnitGrants(actor, leaves.map((leave) => leave.personId));
    if (held.length === 0) return 0;
    const ids = leaves.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
    const units = await db().unit.findMany({ where: { committeeId: actor.committeeId ?? "", id: { in: ids } }, select: { id: true, path: true, parentId: true } });
    const [unitOf, leaveOf] = [new Map(units.map((unit) => [unit.id, unit])), new Map(leaves.map((leave) => [leave.personId, leave]))];
    const ending = held.filter(({ personId, unit }) => {
      const leave = leaveOf.get(personId);
      const from = leave && unitOf.get(leave.from);
      return from !== undefined && endsWithLeaving(unit.path, from, leave?.to ? (unitOf.get(leave.to) ?? null) : null);
    });
    if (ending.length === 0) return 0;
    const accountIds = [...new Set(ending.map((grant) => grant.accountId))];
    await db().grant.deleteMany({ where: { id: { in: ending.map((grant) => grant.id) } } });
    await db().account.updateMany({ where: { id: { in: accountIds } }, data: { version: { increment: 1 } } });
    await db().session.updateMany({ where: { accountId: { in: accountIds }, revokedAt: null }, data: { revokedAt: new Date() } });
    await auditMany(actor, ending.map(({ id, role, unit, username }) => ({ verb: "grant.take", target: { type: "Grant", id, name: username }, changes: { role: [roleNames[role], null], unit: [unit.name, null] }, reason })));
    return ending.length;
  });
