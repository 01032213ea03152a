import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { ASKED } from "@/lib/platform/back-path";

/** Headers of every response. This file guards nothing: rights are checked beside the data. */
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const METHODS = new Set(["GET", "HEAD", "POST"]);

/** The address as it was asked, without what the framework adds to it. */
function askedOf({ pathname, searchParams }: { pathname: string; searchParams: URLSearchParams }): string {
  const query = new URLSearchParams(searchParams);
  query.delete("_rsc");
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

export function proxy(request: NextRequest) {
  if (!METHODS.has(request.method)) return new NextResponse("不支持这种请求方式。", { status: 405, headers: { allow: "GET, HEAD, POST" } });
  const csp = policy(randomBytes(16).toString("base64"));
  const inbound = new Headers(request.headers);
  inbound.delete("x-middleware-subrequest");
  // Where somebody wanted to go, for the way on after signing in; what a client claims of it is overwritten.
  inbound.delete(ASKED);
  if (request.method === "GET") inbound.set(ASKED, askedOf(request.nextUrl));
  inbound.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers: inbound } });
  response.headers.set("content-security-policy", csp);
  return response;
}

export const config = { matcher: ["/((?!_next/static|favicon.svg).*)"] };
