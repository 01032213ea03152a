import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { pinyinOf } from "@/lib/platform/chinese/pinyin";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import { firstPassword } from "./first-password";
import { hashPassword } from "./hashing";
import { refusals, roleNames } from "./labels";
import { may } from "./policy";
import { proposeUserNames } from "./queries";

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

/** A first password for each of these holders, with its hash; two at a time, so that nobody who signs in meanwhile waits for all of them. Nothing is written. */
export async function makeFirstPasswords(actor: Actor, holders: { username: string; displayName: string }[]): Promise<{ password: string; passwordHash: string }[]> {
  const { areaName } = await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId ?? "" }, select: { areaName: true } });
  const common = [areaName, pinyinOf(areaName).pinyin];
  const made: { password: string; passwordHash: string }[] = [];
  for (const pair of inParts(holders, 2)) {
    made.push(...await Promise.all(pair.map(async ({ username, displayName }) => {
      const password = firstPassword([username, displayName, pinyinOf(displayName).pinyin, ...common]);
      return { password, passwordHash: await hashPassword(password) };
    })));
  }
  return made;
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

/** Somebody who is to work for a unit, as whoever opens the account was told; a note for whoever gives the role. */
export type Wanted = { displayName: string; wantedRole: "UNIT_LIAISON" | "HANDLING_UNIT"; wantedUnit: string };
export type Issued = Wanted & { username: string; password: string };

const FIRST_PASSWORD_MS = 24 * 3600_000;

/**
 * Makes accounts without any right for people who wait for a role, user names spelled from their names. The first
 * passwords are returned once and kept nowhere. Refuses who does not keep accounts, and somebody who already waits for
 * the same role in the same unit, as when a form is sent twice.
 */
export const createWanted = (actor: Actor, rows: Wanted[]): Promise<Issued[]> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "create", { committeeId })) throw new Forbidden("account.create", { type: "Account" }, refusals.create);
    const waiting = await db().account.findMany({ where: { committeeId, wantedRole: { not: null }, grants: { none: {} }, displayName: { in: rows.map((row) => row.displayName) } }, select: { displayName: true, wantedRole: true, wantedUnit: true } });
    const same = (a: Wanted) => waiting.some((b) => b.displayName === a.displayName && b.wantedRole === a.wantedRole && b.wantedUnit === a.wantedUnit);
    const twice = rows.filter(same);
    if (twice.length > 0) throw new Refusal("账号没有建立。", { rows: twice.map(({ displayName, wantedUnit }) => refusals.waiting(displayName, wantedUnit)) });
    const names = await proposeUserNames(actor, rows.map((row) => pinyinOf(row.displayName).pinyin));
    const holders = rows.map((row, i) => ({ ...row, username: names[i] ?? "" }));
    const made = await makeFirstPasswords(actor, holders);
    const passwordExpiresAt = new Date(now().getTime() + FIRST_PASSWORD_MS);
    const accounts = holders.map((holder, i) => ({ id: newId(), ...holder, committeeId, passwordHash: made[i]?.passwordHash ?? "", passwordExpiresAt }));
    const { count } = await db().account.createMany({ data: accounts, skipDuplicates: true });
    if (count !== accounts.length) throw new Refusal(refusals.again);
    await auditMany(actor, accounts.map(({ id, username, displayName, wantedRole, wantedUnit }) => ({ verb: "account.create", target: { type: "Account", id, name: username }, changes: { username: [null, username], displayName: [null, displayName], wantedRole: [null, roleNames[wantedRole]], wantedUnit: [null, wantedUnit] } })));
    return holders.map((holder, i) => ({ ...holder, password: made[i]?.password ?? "" }));
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
