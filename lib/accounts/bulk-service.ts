import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { pinyinOf } from "@/lib/platform/chinese/pinyin";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import { firstPassword } from "./first-password";
import { hashPassword } from "./hashing";
import { refusals } from "./labels";
import { may } from "./policy";

const CHUNK = 200;

/** An account to be opened for somebody's mandate; of the first password only the hash comes here. */
export type Opening = { id: string; username: string; displayName: string; personId: string; passwordHash: string; passwordExpiresAt: Date };

/** A first password to be replaced, over the version the account was read at. */
export type Renewal = { id: string; username: string; version: number; passwordHash: string; passwordExpiresAt: Date };

function demand(actor: Actor, act: "openDelegate" | "renewDelegate"): string {
  const committeeId = actor.committeeId ?? "";
  if (!may(actor, act, { committeeId })) throw new Forbidden(`account.${act}`, { type: "Account" }, refusals.openDelegate);
  return committeeId;
}

/** A first password for each of these holders, with its hash; two at a time, as everybody's. Nothing is written. */
export async function makeFirstPasswords(actor: Actor, holders: { username: string; displayName: string }[]): Promise<{ password: string; passwordHash: string }[]> {
  const { areaName } = await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId ?? "" }, select: { areaName: true } });
  const common = [areaName, pinyinOf(areaName).pinyin];
  return Promise.all(holders.map(async ({ username, displayName }) => {
    const password = firstPassword([username, displayName, pinyinOf(displayName).pinyin, ...common]);
    return { password, passwordHash: await hashPassword(password) };
  }));
}

/** Opens accounts of delegates in one go, in the caller's transaction; they have no right yet. A user name in use fails on the table's key. */
export const openMany = (actor: Actor, list: Opening[]): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "openDelegate");
    for (const part of inParts(list, CHUNK)) {
      await db().account.createMany({ data: part.map((account) => ({ ...account, committeeId })) });
      await auditMany(actor, part.map(({ id, username, displayName }) => ({ verb: "account.create", target: { type: "Account", id, name: username }, changes: { username: [null, username], displayName: [null, displayName] } })));
    }
  });

/** Puts new first passwords in place of the old ones and ends every session of these accounts; Conflict when one moved on since it was read. */
export const renewMany = (actor: Actor, list: Renewal[]): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "renewDelegate");
    for (const { id, version, passwordHash, passwordExpiresAt } of list) {
      const { count } = await db().account.updateMany({ where: { id, committeeId, version, disabledAt: null }, data: { passwordHash, passwordExpiresAt, mustChangePassword: true, version: { increment: 1 } } });
      if (count === 0) throw new Conflict({}, String(version));
    }
    await db().session.updateMany({ where: { accountId: { in: list.map((account) => account.id) }, revokedAt: null }, data: { revokedAt: new Date() } });
    await auditMany(actor, list.map(({ id, username }) => ({ verb: "account.resetPassword", target: { type: "Account", id, name: username } })));
  });
