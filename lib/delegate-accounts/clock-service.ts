import "server-only";
import { cancelClocks, startClocks } from "@/lib/deadlines/clock-service";
import type { Actor, SystemActor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

const ACT = "account.firstPassword";

/** Delegates have so many days to sign in and change the first password they were given; a new one begins anew. */
export async function startFirstPasswords(actor: Actor, accounts: readonly { accountId: string; name: string; unitId: string }[]): Promise<void> {
  await cancelClocks(actor, accounts.map(({ accountId }) => ({ act: ACT, subjectId: accountId })));
  await startClocks(actor, accounts.map(({ accountId, name, unitId }) => ({ act: ACT, subjectId: accountId, subjectName: `${name}的账号`, owner: { role: "DELEGATE" as const, unitId: null, accountId }, unitId, on: today() })));
}

/**
 * Ends the clocks of accounts that changed their first password or were stopped since the last pass. Asked by the
 * scheduler before it reminds anybody, for an own password is changed where no clock is known. Returns how many ended.
 */
export const settleFirstPasswords = (actor: SystemActor): Promise<number> =>
  db().$executeRaw`
    UPDATE "Deadline" d SET state = CASE WHEN a."disabledAt" IS NULL THEN 'MET' ELSE 'CANCELLED' END::"DeadlineState", "openFor" = NULL, "nextOn" = NULL, stale = false, "pausedOn" = NULL, "closedOn" = ${today()}::date, version = d.version + 1
    FROM "Account" a WHERE d."committeeId" = ${actor.committeeId}::uuid AND d."closedOn" IS NULL AND d.act = ${ACT} AND a.id = d."subjectId" AND (NOT a."mustChangePassword" OR a."disabledAt" IS NOT NULL)`;
