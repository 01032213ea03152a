import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { SESSION_COOKIE } from "@/lib/platform/request";
import { publicActor, sessionOf } from "@/lib/platform/session";
import { signInInput } from "./schema";
import { signIn } from "./service";

async function authorize(raw: unknown) {
  const input = signInInput.strict().safeParse(raw);
  if (!input.success) return null;
  try {
    const { token } = await signIn(await publicActor(), input.data);
    return { id: token, token };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The cookie holds an opaque random token; its SHA-256 is a row, so a session ends the moment the row is revoked.
 * encode and decode replace next-auth's own token: nothing about the account travels in the cookie.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().APP_SECRET,
  session: { strategy: "jwt", maxAge: 12 * 3600 },
  pages: { signIn: "/login", error: "/login", signOut: "/login" },
  cookies: { sessionToken: { name: SESSION_COOKIE(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_URL.startsWith("https:") } } },
  logger: { error: (code) => log.warn({ code }, "next-auth"), warn: () => undefined, debug: () => undefined },
  providers: [Credentials({ credentials: { username: {}, password: {} }, authorize: (raw) => authorize(raw && { username: raw.username, password: raw.password }) })],
  jwt: {
    encode: async ({ token }) => String(token?.sid ?? ""),
    decode: async ({ token }) => {
      const session = token ? await sessionOf(token) : null;
      return session ? { sub: session.accountId, name: session.account.displayName, sid: token } : null;
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...token, sid: user.id } : token),
    session: ({ session, token }) => ({ ...session, user: { name: token.name ?? null } }),
    redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.sid) await db().session.updateMany({ where: { tokenHash: sha256(String(token.sid)), revokedAt: null }, data: { revokedAt: new Date() } });
    },
  },
});
