"use server";
import { cookies } from "next/headers";
import { action, publicAction } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { SESSION_COOKIE, sessionToken } from "@/lib/platform/request";
import { accountChoice, accountInput, grantChoice, manyInput, nothing, passwordInput, sessionInput, signInInput } from "./schema";
import { createWanted } from "./bulk-service";
import * as accounts from "./service";

const keep = async ({ token, expiresAt }: { token: string; expiresAt: Date }) => {
  const secure = env().APP_URL.startsWith("https:");
  (await cookies()).set(SESSION_COOKIE(), token, { httpOnly: true, sameSite: "lax", secure, path: "/", expires: expiresAt });
};

const drop = async () => void (await cookies()).delete(SESSION_COOKIE());

export const signIn = publicAction(signInInput, async (actor, { to, ...input }) => {
  const opened = await accounts.signIn(actor, input, await sessionToken());
  await keep(opened);
  // A first password is changed first, and without a role there is nowhere to go.
  return { go: opened.acts && to ? to : opened.home };
}, ["password"]);

export const signOut = action(nothing, async (actor) => {
  await accounts.signOut(actor);
  await drop();
  return { go: "/login?bye=1" };
}, { firstPassword: true });

export const signOutEverywhere = action(nothing, async (actor) => {
  await accounts.signOutEverywhere(actor);
  await drop();
  return { go: "/login?bye=1" };
});

export const endSession = action(sessionInput, async (actor, { id }) => {
  await accounts.endSession(actor, id);
  return { go: "/account/sessions" };
});

export const switchGrant = action(grantChoice, async (actor, { grantId }) => {
  const opened = await accounts.switchGrant(actor, grantId);
  await keep(opened);
  return { go: opened.home };
});

export const changePassword = action(passwordInput, async (actor, input) => {
  const opened = await accounts.changePassword(actor, input);
  await keep(opened);
  return { go: opened.home };
}, { firstPassword: true, secrets: ["current", "password", "again"] });

/** For an account without any grant, which the guarded sign-out does not know. */
export const leave = publicAction(nothing, async (actor) => {
  const token = await sessionToken();
  if (token) await accounts.leave(actor, token);
  await drop();
  return { go: "/login?bye=1" };
});

/** The answer is user name and first password; it is never kept for a second click. */
export const createAccount = action(accountInput, async (actor, input) => {
  const { password } = await accounts.create(actor, input);
  return { message: `${input.username} ${password}` };
}, { unkept: true });

/** The answer is a line of name, user name and first password for each; it is never kept for a second click. */
export const createAccounts = action(manyInput, async (actor, { rows }) => {
  const issued = await createWanted(actor, rows);
  return { message: issued.map(({ displayName, username, password }) => [displayName, username, password].join("\t")).join("\n") };
}, { unkept: true });

export const resetPassword = action(accountChoice, async (actor, { id, version }) => {
  const { username, password } = await accounts.resetPassword(actor, id, version);
  return { message: `${username} ${password}` };
}, { unkept: true });

export const endSessions = action(accountChoice, async (actor, { id, version }) => {
  await accounts.endSessions(actor, id, version);
  return { go: `/system/accounts/${id}` };
});

export const disableAccount = action(accountChoice, async (actor, { id, version }) => {
  await accounts.disable(actor, id, version);
  return { go: `/system/accounts/${id}` };
});

export const enableAccount = action(accountChoice, async (actor, { id, version }) => {
  await accounts.enable(actor, id, version);
  return { go: `/system/accounts/${id}` };
});
