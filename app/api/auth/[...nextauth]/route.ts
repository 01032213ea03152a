import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/auth-options";
import { env } from "@/lib/platform/env";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The public origin comes from the configuration: a forged Host header must not reach a callback address. */
const handler = (request: NextRequest, context: Context): Promise<Response> => {
  process.env.NEXTAUTH_URL = env().APP_URL;
  return NextAuth(request, context, authOptions());
};

export { handler as GET, handler as POST };
