import { describe, expect, it } from "vitest";
import { ownerQuery } from "../support/database";
import { builtActions, postByScript } from "./ask";
import { openServer } from "./server";

const signIn = builtActions().get("signIn");

/** The address the audit keeps of a failed sign-in that claims to come from elsewhere. */
async function addressKept(more: Record<string, string>): Promise<string | null> {
  const { origin, close } = await openServer(more);
  const headers = { "x-forwarded-for": "198.51.100.7, 203.0.113.9", forwarded: "for=198.51.100.7", "x-real-ip": "198.51.100.7" };
  await postByScript({ origin, token: null }, { id: signIn?.id ?? "", page: "/login", fields: { username: "nobody", password: "wrong" }, headers });
  await close();
  const [last] = await ownerQuery<{ address: string | null }>(`SELECT address FROM "AuditEvent" WHERE verb = 'session.signIn' ORDER BY seq DESC LIMIT 1`);
  return last?.address ?? null;
}

describe("the server of the built pages", () => {
  it("believes no claimed address while no proxy stands before it", async () => expect(await addressKept({ TRUST_PROXY: "0" })).toBe("127.0.0.1"));

  it("takes the address its proxy wrote, not the one the client wrote before it", async () => expect(await addressKept({ TRUST_PROXY: "1" })).toBe("203.0.113.9"));

  it("answers what is under way before it stops", async () => {
    const { origin, close } = await openServer();
    await fetch(`${origin}/login`).then((r) => r.text());
    const asked = Array.from({ length: 20 }, () => fetch(`${origin}/login`, { headers: { connection: "close" } }).then(async (r) => [r.status, (await r.text()).length > 1000]));
    await asked[0];
    const code = await close();
    expect(await Promise.all(asked)).toEqual(asked.map(() => [200, true]));
    expect(code).toBe(0);
  });

  it("says on every answer what a browser may do with it", async () => {
    const { origin, close } = await openServer();
    for (const path of ["/login", "/manage", "/nowhere", "/api/health"]) {
      const { headers } = await fetch(origin + path, { redirect: "manual" });
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("x-powered-by"), path).toBeNull();
    }
    await close();
  });
});
