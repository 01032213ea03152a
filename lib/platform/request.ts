import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { ASKED } from "./back-path";
import { env } from "./env";

export const SESSION_COOKIE = () => (env().APP_URL.startsWith("https:") ? "__Host-ddb-session" : "ddb-session");

/** Facts of the request at hand. The address is the last one forwarded, by the proxy if there is one, else by our own server from the socket; what a client claims is dropped before. */
export const requestFacts = cache(async () => {
  const h = await headers();
  const forwarded = h.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
  return { requestId: randomUUID(), address: forwarded, userAgent: h.get("user-agent")?.slice(0, 200) ?? null };
});

/** The address asked for, as our own proxy hands it on; null for a post. */
export const askedPath = async (): Promise<string | null> => (await headers()).get(ASKED);

export const sessionToken = async (): Promise<string | undefined> => (await cookies()).get(SESSION_COOKIE())?.value;

/**
 * True when the request was sent by one of our own pages: Origin present and equal to the public origin or the host
 * asked, and Sec-Fetch-Site, where the browser sends it, not foreign. Missing and "null" origins are refused.
 */
export function sameOrigin(h: Headers, appUrl: string): boolean {
  const origin = h.get("origin");
  if (!origin || origin === "null") return false;
  const site = h.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  if (origin === new URL(appUrl).origin) return true;
  const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
  const host = h.get("host") ?? "";
  return loopback.test(host) && loopback.test(new URL(appUrl).host) && new URL(origin).host === host;
}
