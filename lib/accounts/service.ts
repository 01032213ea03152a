import "server-only";
import type { AccountActor, Actor, PublicActor } from "@/lib/platform/actor";
import { audit, auditRefusal } from "@/lib/platform/audit";
import { blindIndex, sha256 } from "@/lib/platform/crypto";
import { grantInForce, ownFirst } from "@/lib/platform/grant-in-force";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { checkDelay, forgive, penalise } from "@/lib/platform/rate-limit";
import { openSession } from "@/lib/platform/session";
import { pinyinOf } from "@/lib/platform/chinese/pinyin";
import type { Role } from "@/prisma/client/enums";
import { firstPassword } from "./first-password";
import { accountFlow, type AccountEvent } from "./flow";
import { hashPassword, verifyPassword } from "./hashing";
import { homes, lastHolder, refusals, standingNames } from "./labels";
import { passwordFaults } from "./password";
import { isSeat, may, visibleTo } from "./policy";
import { countOtherHolders } from "./queries";

/** Delays grow per account and address (to 15 min), per address (to 15 min) and per account alone (to 30 s, so that nobody can lock another out). */
const throttles = (username: string, address: string | null) => [
  { name: `sign-in:${username}:${address}`, free: 5, longest: 900 },
  { name: `sign-in-from:${address}`, free: 50, longest: 900 },
  { name: `sign-in-as:${username}`, free: 20, longest: 30 },
];

async function findForSignIn(username: string) {
  return db().account.findUnique({
    where: { username },
    select: { id: true, displayName: true, passwordHash: true, disabledAt: true, mustChangePassword: true, passwordExpiresAt: true, grants: { where: grantInForce(), select: { id: true, role: true }, orderBy: ownFirst, take: 1 } },
  });
}

/**
 * Signs in with user name and password. One answer and one cost for unknown name, wrong password, disabled account and
 * expired first password. Any session of the browser from before dies. Refuses with TooMany during a delay.
 */
export async function signIn(actor: PublicActor, input: { username: string; password: string }, oldToken?: string): Promise<{ token: string; expiresAt: Date; home: string; /** Whether the account may act at once. */ acts: boolean }> {
  const username = input.username.toLowerCase();
  const limits = throttles(username, actor.address);
  for (const limit of limits) await checkDelay(limit.name);
  const account = await findForSignIn(username);
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  const expired = account?.passwordExpiresAt && account.passwordExpiresAt < new Date();
  if (!account || !matches || account.disabledAt || expired) {
    for (const limit of limits) await penalise(limit.name, limit.free, limit.longest);
    await auditRefusal(actor, new Forbidden("session.signIn", { type: "Account", id: account?.id ?? null, name: account ? username : blindIndex("username", username) }, refusals.signIn));
    throw new Refusal(refusals.signIn);
  }
  await forgive(limits[0]?.name ?? "");
  const grant = account.grants[0];
  return transact(async () => {
    if (oldToken) await db().session.updateMany({ where: { tokenHash: sha256(oldToken), revokedAt: null }, data: { revokedAt: new Date() } });
    const opened = await openSession(account.id, grant?.id ?? null);
    await audit({ ...actor, name: account.displayName }, { verb: "session.signIn", target: { type: "Account", id: account.id, name: username } });
    if (!grant) return { ...opened, home: "/login/no-grant", acts: false };
    return { ...opened, home: account.mustChangePassword ? "/account/password" : homes[grant.role], acts: !account.mustChangePassword };
  });
}

/** Ends the actor's present session. */
export const signOut = (actor: AccountActor): Promise<void> =>
  transact(async () => {
    await db().session.updateMany({ where: { id: actor.sessionId, revokedAt: null }, data: { revokedAt: new Date() } });
    await audit(actor, { verb: "session.signOut", target: { type: "Account", id: actor.accountId } });
  });

/** Ends one of the actor's own sessions. Refuses one that is not theirs or already ended. */
export const endSession = (actor: AccountActor, id: string): Promise<void> =>
  transact(async () => {
    const { count } = await db().session.updateMany({ where: { id, accountId: actor.accountId, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) throw new NotFound({ type: "Session", id });
    await audit(actor, { verb: "session.end", target: { type: "Session", id } });
  });

/** Ends every session of the actor's account, the present one included. */
export const signOutEverywhere = (actor: AccountActor): Promise<void> =>
  transact(async () => {
    await db().session.updateMany({ where: { accountId: actor.accountId, revokedAt: null }, data: { revokedAt: new Date() } });
    await audit(actor, { verb: "session.signOutEverywhere", target: { type: "Account", id: actor.accountId } });
  });

/** Turns to another grant of the same account: a new session, the old one dies. Returns the new token and its home. */
export const switchGrant = (actor: AccountActor, grantId: string): Promise<{ token: string; expiresAt: Date; home: string }> =>
  transact(async () => {
    const grant = await db().grant.findFirst({ where: { id: grantId, accountId: actor.accountId, ...grantInForce() }, select: { id: true, role: true } });
    if (!grant) throw new NotFound({ type: "Grant", id: grantId });
    await db().session.updateMany({ where: { id: actor.sessionId, revokedAt: null }, data: { revokedAt: new Date() } });
    const opened = await openSession(actor.accountId, grant.id);
    await audit(actor, { verb: "session.switchGrant", target: { type: "Grant", id: grant.id, name: grant.role } });
    return { ...opened, home: homes[grant.role] };
  });

/** Ends the session of this browser for an account that has no grant, and so is no actor. */
export const leave = (actor: PublicActor, token: string): Promise<void> =>
  transact(async () => {
    const session = await db().session.findUnique({ where: { tokenHash: sha256(token) }, select: { id: true, accountId: true, account: { select: { displayName: true } } } });
    if (!session) return;
    const { count } = await db().session.updateMany({ where: { id: session.id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count > 0) await audit({ ...actor, name: session.account.displayName }, { verb: "session.signOut", target: { type: "Account", id: session.accountId } });
  });

/** Words an acquaintance would try first in this account's password. */
async function ownWords(account: { username: string; displayName: string; committeeId: string }): Promise<string[]> {
  const committee = await db().committee.findUniqueOrThrow({ where: { id: account.committeeId }, select: { areaName: true } });
  return [account.username, account.displayName, pinyinOf(account.displayName).pinyin, committee.areaName, pinyinOf(committee.areaName).pinyin];
}

/** Asks for the actor's own password again before something that cannot be taken back. Refuses a wrong one, throttled. */
export async function confirmPassword(actor: AccountActor, password: string, field: string, message: string): Promise<void> {
  const limit = `password:${actor.accountId}`;
  await checkDelay(limit);
  const { passwordHash } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { passwordHash: true } });
  if (await verifyPassword(passwordHash, password)) return;
  await penalise(limit, 5, 900);
  throw new Refusal(message, { [field]: [refusals.currentPassword] });
}

/**
 * Changes the actor's own password and ends every session of the account; a new one is opened for this browser.
 * Refuses a wrong present password (throttled), a password that breaks the rules, or two that differ.
 */
export async function changePassword(actor: AccountActor, input: { current: string; password: string; again: string }): Promise<{ token: string; expiresAt: Date; home: string }> {
  await confirmPassword(actor, input.current, "current", "口令没有修改。");
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { username: true, displayName: true, committeeId: true } });
  const faults = passwordFaults(input.password, await ownWords(account));
  if (input.password === input.current) faults.push(refusals.samePassword);
  if (faults.length > 0) throw new Refusal("口令没有修改。", { password: faults });
  if (input.password !== input.again) throw new Refusal("口令没有修改。", { again: [refusals.differ] });
  const passwordHash = await hashPassword(input.password);
  return transact(async () => {
    await db().account.update({ where: { id: actor.accountId }, data: { passwordHash, mustChangePassword: false, passwordExpiresAt: null, version: { increment: 1 } }, select: { id: true } });
    await db().session.updateMany({ where: { accountId: actor.accountId, revokedAt: null }, data: { revokedAt: new Date() } });
    const opened = await openSession(actor.accountId, actor.grantId);
    await audit(actor, { verb: "account.changePassword", target: { type: "Account", id: actor.accountId } });
    return { ...opened, home: homes[actor.role as Role] };
  });
}

const FIRST_PASSWORD_MS = 24 * 3600_000;

/** A first password of the program's own making: only its hash is kept, it must be changed, and it ends after 24 hours. */
async function newFirstPassword(account: { username: string; displayName: string; committeeId: string }) {
  const password = firstPassword(await ownWords(account));
  return { password, columns: { passwordHash: await hashPassword(password), mustChangePassword: true, passwordExpiresAt: new Date(Date.now() + FIRST_PASSWORD_MS) } };
}

/**
 * Makes an account without any right. The first password is returned once and kept nowhere.
 * Refuses who does not keep accounts, and a user name in use.
 */
export const create = (actor: Actor, input: { username: string; displayName: string; personId?: string }): Promise<{ id: string; password: string }> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "create", { committeeId })) throw new Forbidden("account.create", { type: "Account", name: input.username }, refusals.create);
    const taken = await db().account.count({ where: { username: input.username } });
    if (taken > 0) throw new Refusal("账号没有建立。", { username: [refusals.username] });
    const { password, columns } = await newFirstPassword({ ...input, committeeId });
    const { count } = await db().account.createMany({ data: [{ ...input, ...columns, committeeId }], skipDuplicates: true });
    if (count === 0) throw new Refusal("账号没有建立。", { username: [refusals.username] });
    const { id } = await db().account.findUniqueOrThrow({ where: { username: input.username }, select: { id: true } });
    await audit(actor, { verb: "account.create", target: { type: "Account", id, name: input.username }, changes: { username: [null, input.username], displayName: [null, input.displayName] } });
    return { id, password };
  });

/** Ends every session of an account, as part of a larger act that is audited itself. Returns how many there were. */
export async function closeSessions(actor: Actor, accountId: string): Promise<number> {
  const { count } = await db().session.updateMany({ where: { accountId, account: visibleTo(actor), revokedAt: null }, data: { revokedAt: new Date() } });
  return count;
}

/** Loads what the actor may know of, then asks policy and flow. */
async function findFor(actor: Actor, event: AccountEvent, id: string) {
  const select = { id: true, username: true, displayName: true, committeeId: true, disabledAt: true, version: true, grants: { select: { role: true } } } as const;
  const account = await db().account.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select });
  if (!account) throw new NotFound({ type: "Account", id });
  const target = { type: "Account", id, name: account.username };
  if (!may(actor, event, account)) throw new Forbidden(`account.${event}`, target, refusals.manage);
  const state = account.disabledAt ? "DISABLED" : "ACTIVE";
  if (!accountFlow.next(state, event)) throw new Refusal(refusals.notOpen);
  return { account, target };
}

/** Writes over the version the page was read at; somebody else's change in between is a Conflict. */
async function writeOver(account: { id: string; version: number }, version: number, data: { passwordHash?: string; mustChangePassword?: boolean; passwordExpiresAt?: Date; disabledAt?: Date | null }): Promise<void> {
  const { count } = await db().account.updateMany({ where: { id: account.id, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(account.version));
}

/** Puts a new first password in place of the old one and ends every session. Nobody can choose another's password. */
export const resetPassword = (actor: Actor, id: string, version: number): Promise<{ username: string; password: string }> =>
  transact(async () => {
    const { account, target } = await findFor(actor, "resetPassword", id);
    const { password, columns } = await newFirstPassword(account);
    await writeOver(account, version, columns);
    await closeSessions(actor, id);
    await audit(actor, { verb: "account.resetPassword", target });
    return { username: account.username, password };
  });

/** Ends every session of another's account. */
export const endSessions = (actor: Actor, id: string, version: number): Promise<void> =>
  transact(async () => {
    const { account, target } = await findFor(actor, "endSessions", id);
    await writeOver(account, version, {});
    await closeSessions(actor, id);
    await audit(actor, { verb: "account.endSessions", target });
  });

/** Stops an account: its sessions end at once. Refuses the last of the three administrators of a kind who can sign in. */
export const disable = (actor: Actor, id: string, version: number): Promise<void> =>
  transact(async () => {
    const { account, target } = await findFor(actor, "disable", id);
    for (const { role } of account.grants) if (isSeat(role) && (await countOtherHolders(actor, role, id)) === 0) throw new Refusal(lastHolder(role));
    await writeOver(account, version, { disabledAt: new Date() });
    await closeSessions(actor, id);
    await audit(actor, { verb: "account.disable", target, changes: { state: [standingNames.active, standingNames.disabled] } });
  });

/** Lets a stopped account sign in again; its sessions of before stay ended. */
export const enable = (actor: Actor, id: string, version: number): Promise<void> =>
  transact(async () => {
    const { account, target } = await findFor(actor, "enable", id);
    await writeOver(account, version, { disabledAt: null });
    await audit(actor, { verb: "account.enable", target, changes: { state: [standingNames.disabled, standingNames.active] } });
  });
