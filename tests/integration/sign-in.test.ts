import { comeFrom, cookieNow, destinationOf, formOf } from "../support/request";
import * as argon2 from "@node-rs/argon2";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as actions from "@/lib/accounts/actions";
import { authOptions } from "@/lib/accounts/auth-options";
import { refusals } from "@/lib/accounts/labels";
import { listOwnSessions } from "@/lib/accounts/queries";
import * as accounts from "@/lib/accounts/service";
import { idle } from "@/lib/platform/action-state";
import { blindIndex } from "@/lib/platform/crypto";
import { NotFound, Refusal, TooMany } from "@/lib/platform/errors";
import { currentActor, currentSession, publicActor } from "@/lib/platform/session";
import { actingAs, auditOf, liveSessions, PASSWORD, plantAccount, tokenOf, type Planted } from "../support/accounts";
import { newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

let committeeId: string;
let holder: Planted;

beforeEach(async () => {
  comeFrom();
  committeeId = (await newCommittee()).id;
  holder = await plantAccount(committeeId, "OFFICE");
  await ownerQuery(`DELETE FROM "RateLimit"`);
});

const attempt = async (username: string, password: string) => accounts.signIn(await publicActor(), { username, password }).then(() => null, (error: unknown) => error as Refusal);
const become = async (account = holder) => {
  const token = await tokenOf(account);
  comeFrom({ token });
  return token;
};

describe("signing in", () => {
  it("opens a session for twelve hours and says where to go", async () => {
    const opened = await accounts.signIn(await publicActor(), { username: holder.username.toUpperCase(), password: PASSWORD });
    expect(opened.home).toBe("/manage");
    expect(Math.abs(opened.expiresAt.getTime() - Date.now() - 12 * 3600_000)).toBeLessThan(5000);
    comeFrom({ token: opened.token });
    expect(await currentActor()).toMatchObject({ role: "OFFICE", accountId: holder.id, committeeId, address: "192.0.2.1" });
    expect(await auditOf(holder.id, "session.signIn")).toMatchObject([{ outcome: "DONE", targetName: holder.username, address: "192.0.2.1" }]);
  });

  it("leads on to the address asked for, of this site alone, and past no first password", async () => {
    const going = (to: string, of = holder) => destinationOf(() => actions.signIn(idle, formOf({ username: of.username, password: PASSWORD, to })));
    expect(await going("/manage/opinions?state=late")).toBe("/manage/opinions?state=late");
    for (const to of ["//evil.example", "https://evil.example/my", "/\\evil.example", "/login?to=/my", "javascript:alert(1)", "/a\nb", ""]) expect(await going(to), to).toBe("/manage");
    const newcomer = await plantAccount(committeeId, "OFFICE");
    await ownerQuery(`UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1`, [newcomer.id]);
    expect(await going("/manage/opinions", newcomer)).toBe("/account/password");
  });

  it("keeps the token itself nowhere", async () => {
    const token = await become();
    expect(await ownerQuery(`SELECT 1 FROM "Session" s WHERE s::text LIKE '%' || $1 || '%'`, [token])).toEqual([]);
  });

  it("answers a wrong password, an unknown name, a disabled account and an expired first password alike, at the same cost", async () => {
    const [disabled, expired] = [await plantAccount(committeeId, "OFFICE"), await plantAccount(committeeId, "OFFICE")];
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [disabled.id]);
    await ownerQuery(`UPDATE "Account" SET "mustChangePassword" = true, "passwordExpiresAt" = now() - interval '1 second' WHERE id = $1`, [expired.id]);
    for (const [username, password] of [[holder.username, "wrong"], ["nobody-here", PASSWORD], [disabled.username, PASSWORD], [expired.username, PASSWORD]] as const) {
      vi.mocked(argon2.verify).mockClear();
      const refused = await attempt(username, password);
      expect([refused?.name, refused?.message, refused?.fields]).toEqual(["Refusal", refusals.signIn, {}]);
      expect(argon2.verify).toHaveBeenCalledTimes(1);
    }
    for (const account of [holder, disabled, expired]) {
      expect(await liveSessions(account.id)).toBe(0);
      expect(await auditOf(account.id, "session.signIn")).toMatchObject([{ outcome: "REFUSED", reason: refusals.signIn }]);
    }
  });

  it("records a name that nobody has without keeping the name", async () => {
    await attempt("nobody-here", "wrong");
    expect(await ownerQuery(`SELECT 1 FROM "AuditEvent" WHERE "targetName" = $1 AND "targetId" IS NULL AND outcome = 'REFUSED'`, [blindIndex("username", "nobody-here")])).not.toEqual([]);
    expect(await ownerQuery(`SELECT 1 FROM "AuditEvent" e WHERE e::text LIKE '%nobody-here%'`)).toEqual([]);
  });

  it("ends the session the browser had before", async () => {
    const before = await become();
    await accounts.signIn(await publicActor(), { username: holder.username, password: PASSWORD }, before);
    expect(await currentSession()).toBeNull();
  });

  it("through the form sets the cookie, keeps the name after a refusal, never the password", async () => {
    expect(await actions.signIn(idle, formOf({ username: holder.username, password: "wrong" }))).toEqual({ status: "refused", message: refusals.signIn, fields: {}, values: { username: holder.username } });
    expect(await destinationOf(() => actions.signIn(idle, formOf({ username: holder.username, password: PASSWORD })))).toBe("/manage");
    expect(cookieNow()).toMatch(/^[\w-]{43}$/);
    expect(await currentActor()).toMatchObject({ accountId: holder.id });
  });

  it.each([["none", null], ["null", "null"], ["foreign", "https://evil.example"]])("refuses a form from an origin that is %s", async (_, origin) => {
    comeFrom({ origin });
    expect(await actions.signIn(idle, formOf({ username: holder.username, password: PASSWORD }))).toMatchObject({ status: "refused" });
    expect(await liveSessions(holder.id)).toBe(0);
  });
});

describe("delays", () => {
  /** A failed attempt, then the wait it earned, as if it had passed. */
  const failAndWait = async () => {
    await attempt(holder.username, "wrong");
    const [row] = await ownerQuery<{ wait: number }>(`SELECT coalesce(max(ceil(extract(epoch FROM "blockedTo" - now()))), 0)::int AS wait FROM "RateLimit"`);
    await ownerQuery(`UPDATE "RateLimit" SET "blockedTo" = now() - interval '1 second' WHERE "blockedTo" IS NOT NULL`);
    return row?.wait;
  };

  it("start after five failures and double", async () => {
    const waits: (number | undefined)[] = [];
    for (let n = 0; n < 10; n++) waits.push(await failAndWait());
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16]);
  });

  it("hold back the right password too, and end with the first success", async () => {
    for (let n = 0; n < 8; n++) await failAndWait();
    await attempt(holder.username, "wrong");
    expect(await attempt(holder.username, PASSWORD)).toBeInstanceOf(TooMany);
    await ownerQuery(`UPDATE "RateLimit" SET "blockedTo" = now() - interval '1 second'`);
    expect(await attempt(holder.username, PASSWORD)).toBeNull();
    expect(await failAndWait()).toBe(0);
  });

  it("of an attacker do not lock the holder out at another address beyond 30 seconds", async () => {
    comeFrom({ address: "203.0.113.9" });
    for (let n = 0; n < 6; n++) await failAndWait();
    await ownerQuery(`UPDATE "RateLimit" SET count = 45`);
    await attempt(holder.username, "wrong");
    const attacker = await attempt(holder.username, "wrong");
    comeFrom({ address: "192.0.2.44" });
    const owner = await attempt(holder.username, PASSWORD);
    expect((attacker as TooMany).seconds).toBeGreaterThan(800);
    expect((owner as TooMany).seconds).toBeLessThanOrEqual(30);
    await ownerQuery(`UPDATE "RateLimit" SET "blockedTo" = "blockedTo" - interval '30 seconds'`);
    expect(await attempt(holder.username, PASSWORD)).toBeNull();
  });
});

describe("a session", () => {
  const shift = (column: string, by: string) => ownerQuery(`UPDATE "Session" SET "${column}" = now() + $1::interval WHERE "accountId" = $2`, [by, holder.id]);

  it("ends after thirty idle minutes, not before", async () => {
    await become();
    await shift("lastSeenAt", "-29 minutes");
    expect(await currentSession()).not.toBeNull();
    await shift("lastSeenAt", "-30 minutes -1 second");
    expect(await currentSession()).toBeNull();
  });

  it("is kept alive by use, but never beyond its twelve hours", async () => {
    await become();
    await shift("lastSeenAt", "-20 minutes");
    await currentSession();
    expect(await ownerQuery(`SELECT 1 FROM "Session" WHERE "accountId" = $1 AND "lastSeenAt" > now() - interval '1 minute'`, [holder.id])).toHaveLength(1);
    await shift("expiresAt", "-1 second");
    expect(await currentSession()).toBeNull();
  });

  it("ends everywhere at once", async () => {
    const tokens = [await tokenOf(holder), await tokenOf(holder), await become()];
    const actor = await currentActor();
    if (!actor) throw new Error("not signed in");
    expect(await listOwnSessions(actor)).toHaveLength(3);
    await accounts.signOutEverywhere(actor);
    for (const token of tokens) {
      comeFrom({ token });
      expect(await currentActor()).toBeNull();
    }
  });

  it("of somebody else cannot be ended, and is not admitted to exist", async () => {
    await become();
    const other = await plantAccount(committeeId, "OFFICE");
    const [row] = await ownerQuery<{ id: string }>(`SELECT id FROM "Session" WHERE "accountId" = $1`, [holder.id]);
    await expect(accounts.endSession(actingAs(other, "OFFICE", committeeId), row?.id ?? "")).rejects.toBeInstanceOf(NotFound);
    expect(await liveSessions(holder.id)).toBe(1);
  });

  it("turns to another role under a new token", async () => {
    const two = await plantAccount(committeeId, "OFFICE", "DELEGATE");
    const before = await become(two);
    expect(await destinationOf(() => actions.switchGrant(idle, formOf({ grantId: two.grants[1] ?? "" })))).toBe("/my");
    expect(await currentActor()).toMatchObject({ role: "DELEGATE" });
    comeFrom({ token: before });
    expect(await currentActor()).toBeNull();
  });

  it("of an account without a role can be left", async () => {
    const bare = await plantAccount(committeeId);
    await become(bare);
    expect(await currentActor()).toBeNull();
    expect(await destinationOf(() => actions.leave(idle, formOf({})))).toBe("/login?bye=1");
    expect([cookieNow(), await liveSessions(bare.id)]).toEqual([undefined, 0]);
    expect(await auditOf(bare.id, "session.signOut")).toHaveLength(1);
  });

  it("is read by next-auth from the same row, and no longer once it ended", async () => {
    const token = await become();
    const decode = () => authOptions().jwt?.decode?.({ token, secret: "" });
    expect(await decode()).toMatchObject({ sub: holder.id, sid: token });
    await destinationOf(() => actions.signOut(idle, formOf({})));
    expect(await decode()).toBeNull();
  });
});
