import "server-only";
import { v7 as newId } from "uuid";
import { makeFirstPasswords, openMany, renewMany } from "@/lib/accounts/bulk-service";
import { proposeUserNames } from "@/lib/accounts/queries";
import { onRegister } from "@/lib/delegates/flow";
import { getDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import { giveDelegates } from "@/lib/grants/bulk-service";
import type { AccountActor } from "@/lib/platform/actor";
import { now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import type { AccountBatchKind } from "@/prisma/client/enums";
import { startFirstPasswords } from "./clock-service";
import { obstacleNames, refusals } from "./labels";
import { stepFor, type Step } from "./plan";
import { may } from "./policy";
import { accountsOf } from "./queries";

/** Shown on the screen and told at once, so it is valid as long as the administrator's. */
const FIRST_PASSWORD_MS = 24 * 3600_000;

/** The delegate, held until the act ends, and the step that is due. Refuses who may not, and whoever needs nothing. */
async function findFor(actor: AccountActor, act: "open" | "reset", kind: AccountBatchKind, id: string): Promise<{ d: DelegateRecord; step: Exclude<Step, { do: "skip" }> }> {
  const d = await getDelegate(actor, id);
  if (!may(actor, act, d)) throw new Forbidden(`delegateAccount.${act}`, { type: "Delegate", id, name: d.person.name }, refusals.office);
  await db().$queryRaw`SELECT id FROM "Person" WHERE id = ${d.personId}::uuid FOR UPDATE`;
  if (act === "open" && !onRegister.includes(d.status)) throw new Refusal(refusals.one(obstacleNames.left));
  const accounts = await db().account.findMany({ where: { committeeId: d.committeeId, personId: d.personId }, ...accountsOf });
  const step = stepFor(kind, accounts, { day: today(), accountId: actor.accountId, used: true });
  if (step.do === "skip") throw new Refusal(refusals.one(obstacleNames[step.why]));
  return { d, step };
}

async function firstPasswordFor(actor: AccountActor, username: string, displayName: string) {
  const [made] = await makeFirstPasswords(actor, [{ username, displayName }]);
  if (!made) throw new Error("no first password was made");
  return { password: made.password, columns: { passwordHash: made.passwordHash, passwordExpiresAt: new Date(now().getTime() + FIRST_PASSWORD_MS) } };
}

/**
 * Opens the account of one delegate with the right to the own record. The first password is returned once and kept
 * nowhere; null where an account of the same person is used again. Refuses who may not, and whoever has one.
 */
export const openOne = (actor: AccountActor, id: string): Promise<{ username: string; password: string | null }> =>
  transact(async () => {
    const { d, step } = await findFor(actor, "open", "OPEN", id);
    if (step.do === "reuse") {
      await giveDelegates(actor, [{ accountId: step.account.id, username: step.account.username, grantId: step.grantId }]);
      return { username: step.account.username, password: null };
    }
    const [username = ""] = await proposeUserNames(actor, [d.person.pinyin]);
    const { password, columns } = await firstPasswordFor(actor, username, d.person.name);
    const accountId = newId();
    await openMany(actor, [{ id: accountId, username, displayName: d.person.name, personId: d.personId, ...columns }]);
    await giveDelegates(actor, [{ accountId, username, grantId: null }]);
    await startFirstPasswords(actor, [{ accountId, name: d.person.name, unitId: d.unitId }]);
    return { username, password };
  });

/**
 * Puts a new first password in place of a delegate's own; every session of the account ends. Refuses who may not, an
 * account that opens more than the own record, a version that moved on, and more than 60 an hour.
 */
export async function resetOne(actor: AccountActor, id: string, version: number): Promise<{ username: string; password: string }> {
  if (may(actor, "reset", { committeeId: actor.committeeId })) await spend(`delegateAccount.reset:${actor.accountId}`, 60, 3600);
  return transact(async () => {
    const { d, step } = await findFor(actor, "reset", "RENEW", id);
    if (step.do !== "renew") throw new Refusal(refusals.notOpen);
    const { account } = step;
    if (account.version !== version) throw new Conflict({}, String(account.version));
    const { password, columns } = await firstPasswordFor(actor, account.username, d.person.name);
    await renewMany(actor, [{ id: account.id, username: account.username, version, ...columns }]);
    await startFirstPasswords(actor, [{ accountId: account.id, name: d.person.name, unitId: d.unitId }]);
    return { username: account.username, password };
  });
}
