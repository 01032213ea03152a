import "server-only";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { may } from "./policy";

/** An account that becomes a delegate's; `grantId` names the one it had before, which is opened again. */
export type DelegateGrant = { accountId: string; username: string; grantId: string | null };

/**
 * Gives accounts the one right that follows from a mandate, in the caller's transaction; their sessions end. That
 * each of them belongs to somebody on the register is the caller's to know. Refuses who may not, and the own account.
 */
export const giveDelegates = (actor: Actor, list: DelegateGrant[]): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    const barred = list.find(({ accountId }) => !may(actor, "giveDelegate", { committeeId, accountId }));
    if (barred) throw new Forbidden("grant.giveDelegate", { type: "Account", id: barred.accountId, name: barred.username }, refusals.keep);
    const fresh = list.filter((grant) => grant.grantId === null);
    await db().grant.createMany({ data: fresh.map(({ accountId }) => ({ accountId, role: "DELEGATE" as const, committeeId })) });
    await db().grant.updateMany({ where: { id: { in: list.flatMap(({ grantId }) => grantId ?? []) }, role: "DELEGATE", committeeId }, data: { endsOn: null } });
    await db().account.updateMany({ where: { id: { in: list.map((grant) => grant.accountId) }, committeeId }, data: { version: { increment: 1 } } });
    await db().session.updateMany({ where: { accountId: { in: list.map((grant) => grant.accountId) }, revokedAt: null }, data: { revokedAt: new Date() } });
    const held = await db().grant.findMany({ where: { accountId: { in: list.map((grant) => grant.accountId) }, role: "DELEGATE", committeeId }, select: { id: true, accountId: true } });
    const idOf = new Map(held.map((grant) => [grant.accountId, grant.id]));
    await auditMany(actor, list.map(({ accountId, username }) => ({ verb: "grant.give", target: { type: "Grant", id: idOf.get(accountId) ?? null, name: username }, changes: { role: [null, roleNames.DELEGATE] } })));
  });
