import { comeFrom, destinationOf, formOf } from "../support/request";
import { beforeEach, describe, expect, it } from "vitest";
import * as actions from "@/lib/accounts/actions";
import { lastHolder, refusals } from "@/lib/accounts/labels";
import { countAccounts, getAccount, listAccounts } from "@/lib/accounts/queries";
import { accountFilters } from "@/lib/accounts/schema";
import * as accounts from "@/lib/accounts/service";
import { idle } from "@/lib/platform/action-state";
import type { AccountActor } from "@/lib/platform/actor";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { currentActor, currentSession, publicActor } from "@/lib/platform/session";
import { actingAs, auditOf, liveSessions, PASSWORD, plantAccount, tokenOf, versionOf, type Planted } from "../support/accounts";
import { newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";

let committeeId: string;
let keeper: Planted;
let admin: AccountActor;
let staff: Planted;

beforeEach(async () => {
  comeFrom();
  committeeId = (await newCommittee()).id;
  keeper = await plantAccount(committeeId, "SYSTEM_ADMIN");
  admin = actingAs(keeper, "SYSTEM_ADMIN", committeeId);
  staff = await plantAccount(committeeId, "OFFICE");
});

const accountRow = async (id: string) => (await ownerQuery<Record<string, unknown>>(`SELECT * FROM "Account" WHERE id = $1`, [id]))[0];
const name = () => `n${crypto.randomUUID().slice(0, 12)}`;

async function refused<E extends Error>(id: string, act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
  const before = await accountRow(id);
  const sessions = await liveSessions(id);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect([await accountRow(id), await liveSessions(id)]).toEqual([before, sessions]);
  return thrown as E;
}

describe("a new account", () => {
  it("has no right, and a first password that must be changed and ends after 24 hours", async () => {
    const { id, password } = await accounts.create(admin, { username: name(), displayName: "丁岚" });
    const row = await accountRow(id);
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(row).toMatchObject({ mustChangePassword: true, committeeId, disabledAt: null, personId: null });
    expect(Math.abs((row?.passwordExpiresAt as Date).getTime() - Date.now() - 24 * 3600_000)).toBeLessThan(10_000);
    expect(await ownerQuery(`SELECT 1 FROM "Grant" WHERE "accountId" = $1`, [id])).toEqual([]);
    expect(await auditOf(id, "account.create")).toMatchObject([{ outcome: "DONE" }]);
  });

  it("signs in with it within the day, and no later", async () => {
    const username = name();
    const { id, password } = await accounts.create(admin, { username, displayName: "丁岚" });
    const signIn = async () => accounts.signIn(await publicActor(), { username, password });
    const opened = await signIn();
    expect(opened.home).toBe("/login/no-grant");
    comeFrom({ token: opened.token });
    expect((await currentSession())?.account.mustChangePassword).toBe(true);
    await ownerQuery(`UPDATE "Account" SET "passwordExpiresAt" = now() - interval '1 second' WHERE id = $1`, [id]);
    await expect(signIn()).rejects.toMatchObject({ message: refusals.signIn });
  });

  it("shows its first password once: not one table holds it, and a second click is not answered with it", async () => {
    comeFrom({ token: await tokenOf(keeper) });
    const form = formOf({ _key: crypto.randomUUID(), username: name(), displayName: "丁岚" });
    const state = await actions.createAccount(idle, form);
    const password = state.message?.split(" ")[1] ?? "";
    expect([state.status, password]).toEqual(["done", expect.stringMatching(/^[a-z2-9-]{14}$/)]);
    for (const table of ["Account", "AuditEvent", "IdempotencyKey", "Session"]) {
      expect(await ownerQuery(`SELECT 1 FROM "${table}" t WHERE t::text LIKE '%' || $1 || '%'`, [password])).toEqual([]);
    }
    const again = await actions.createAccount(idle, form);
    expect(again).toMatchObject({ status: "refused", fields: { username: [refusals.username] } });
    expect(JSON.stringify(again)).not.toContain(password);
  });

  it("cannot take a name in use, nor can two at once", async () => {
    await expect(accounts.create(admin, { username: staff.username, displayName: "丁岚" })).rejects.toMatchObject({ fields: { username: [refusals.username] } });
    const username = name();
    const results = await Promise.allSettled([1, 2, 3].map(() => accounts.create(admin, { username, displayName: "丁岚" })));
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const r of results) if (r.status === "rejected") expect(r.reason).toBeInstanceOf(Refusal);
  });

  it.each(["OFFICE", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const)("is not for %s to make, and the refusal is on record", async (role) => {
    const other = await plantAccount(committeeId, role);
    comeFrom({ token: await tokenOf(other) });
    const username = name();
    expect(await actions.createAccount(idle, formOf({ username, displayName: "丁岚" }))).toMatchObject({ status: "refused", message: refusals.create });
    expect(await ownerQuery(`SELECT 1 FROM "Account" WHERE username = $1`, [username])).toEqual([]);
    expect(await ownerQuery(`SELECT 1 FROM "AuditEvent" WHERE "accountId" = $1 AND verb = 'account.create' AND outcome = 'REFUSED'`, [other.id])).toHaveLength(1);
  });

  it.each([["committeeId", "0"], ["mustChangePassword", "false"], ["personId", "0"], ["role", "OFFICE"]])("is not made when the form brings %s", async (field, value) => {
    comeFrom({ token: await tokenOf(keeper) });
    const username = name();
    expect(await actions.createAccount(idle, formOf({ username, displayName: "丁岚", [field]: value }))).toMatchObject({ status: "refused", fields: { [field]: ["不接受这一项"] } });
    expect(await ownerQuery(`SELECT 1 FROM "Account" WHERE username = $1`, [username])).toEqual([]);
  });
});

describe("keeping an account", () => {
  it("disabling ends its sessions at once and keeps it out until it is enabled", async () => {
    const token = await tokenOf(staff);
    await accounts.disable(admin, staff.id, await versionOf(staff.id));
    comeFrom({ token });
    expect([await currentActor(), await liveSessions(staff.id)]).toEqual([null, 0]);
    await expect(tokenOf(staff)).rejects.toMatchObject({ message: refusals.signIn });
    await accounts.enable(admin, staff.id, await versionOf(staff.id));
    expect(await currentActor()).toBeNull();
    await expect(tokenOf(staff)).resolves.toMatch(/./);
    expect(await auditOf(staff.id, "account.disable")).toMatchObject([{ changes: { state: ["正常", "已停用"] } }]);
  });

  it("resetting puts a first password in place of the old one and ends its sessions", async () => {
    const token = await tokenOf(staff);
    const { password } = await accounts.resetPassword(admin, staff.id, await versionOf(staff.id));
    comeFrom({ token });
    expect(await currentActor()).toBeNull();
    await expect(tokenOf(staff, PASSWORD)).rejects.toMatchObject({ message: refusals.signIn });
    comeFrom({ token: await tokenOf(staff, password) });
    expect((await currentSession())?.account.mustChangePassword).toBe(true);
    expect(JSON.stringify(await auditOf(staff.id, "account.resetPassword"))).not.toContain(password);
  });

  it("a first password lets in only to be changed; changing it opens a new session and ends the old", async () => {
    const { password } = await accounts.resetPassword(admin, staff.id, await versionOf(staff.id));
    const { token, home } = await accounts.signIn(await publicActor(), { username: staff.username, password });
    expect(home).toBe("/account/password");
    comeFrom({ token });
    expect(await actions.signOutEverywhere(idle, formOf({}))).toMatchObject({ status: "refused" });
    const change = (fresh: string) => actions.changePassword(idle, formOf({ current: password, password: fresh, again: fresh }));
    expect(await change("password1234")).toMatchObject({ status: "refused", fields: { password: expect.anything() as unknown } });
    expect(await destinationOf(() => change("晴川历历汉阳树 芳草萋萋"))).toBe("/manage");
    expect((await currentSession())?.account.mustChangePassword).toBe(false);
    comeFrom({ token });
    expect(await currentSession()).toBeNull();
  });

  it("ending its sessions leaves its password", async () => {
    await tokenOf(staff);
    await accounts.endSessions(admin, staff.id, await versionOf(staff.id));
    expect(await liveSessions(staff.id)).toBe(0);
    await expect(tokenOf(staff)).resolves.toMatch(/./);
  });

  it.each(["disable", "resetPassword", "endSessions"] as const)("%s on a version that moved on is a conflict", async (act) => {
    await refused(staff.id, () => accounts[act](admin, staff.id, 7), Conflict);
  });

  it.each(["disable", "resetPassword", "endSessions"] as const)("%s is refused on the own account", async (act) => {
    await refused(keeper.id, () => accounts[act](admin, keeper.id, 1), Forbidden);
  });

  it.each(["disable", "enable", "resetPassword", "endSessions"] as const)("%s does not reach an account of another committee, nor an office clerk any account", async (act) => {
    const elsewhere = await plantAccount((await newCommittee()).id, "OFFICE");
    await refused(elsewhere.id, () => accounts[act](admin, elsewhere.id, 1), NotFound);
    await refused(keeper.id, () => accounts[act](actingAs(staff, "OFFICE", committeeId), keeper.id, 1), NotFound);
  });

  it("an account cannot be stopped twice", async () => {
    await accounts.disable(admin, staff.id, 1);
    await refused(staff.id, () => accounts.disable(admin, staff.id, 2), Refusal);
  });
});

describe("the last administrator of a kind", () => {
  it.each(["SECURITY_ADMIN", "AUDIT_ADMIN"] as const)("%s cannot be stopped until another can sign in", async (role) => {
    const last = await plantAccount(committeeId, role);
    expect((await refused(last.id, () => accounts.disable(admin, last.id, 1), Refusal)).message).toBe(lastHolder(role));
    const second = await plantAccount(committeeId, role);
    await ownerQuery(`UPDATE "Account" SET "passwordExpiresAt" = now() - interval '1 hour' WHERE id = $1`, [second.id]);
    await refused(last.id, () => accounts.disable(admin, last.id, 1), Refusal);
    await ownerQuery(`UPDATE "Account" SET "passwordExpiresAt" = NULL WHERE id = $1`, [second.id]);
    await accounts.disable(admin, last.id, 1);
    await refused(second.id, () => accounts.disable(admin, second.id, 1), Refusal);
  });

  it("stays when two of them stop each other at the same moment", async () => {
    const second = await plantAccount(committeeId, "SYSTEM_ADMIN");
    const results = await Promise.allSettled([accounts.disable(admin, second.id, 1), accounts.disable(actingAs(second, "SYSTEM_ADMIN", committeeId), keeper.id, 1)]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ownerQuery(`SELECT 1 FROM "Account" WHERE "committeeId" = $1 AND id = ANY($2) AND "disabledAt" IS NULL`, [committeeId, [keeper.id, second.id]])).toHaveLength(1);
  });
});

describe("the list", () => {
  const all = accountFilters.parse({});

  it("shows the accounts of the committee with the names of their roles, and finds by user name, name and state", async () => {
    await plantAccount((await newCommittee()).id, "OFFICE");
    const { rows, total } = await listAccounts(admin, all);
    expect([total, rows.map((r) => r.id).sort()]).toEqual([2, [keeper.id, staff.id].sort()]);
    expect(rows.find((r) => r.id === staff.id)).toMatchObject({ roles: ["组织部经办"], standing: "active" });
    expect((await listAccounts(admin, { ...all, q: staff.username.slice(2, 9).toUpperCase() })).rows.map((r) => r.id)).toEqual([staff.id]);
    expect((await listAccounts(admin, { ...all, q: "沈文" })).total).toBe(2);
    await accounts.disable(admin, staff.id, 1);
    expect((await listAccounts(admin, { ...all, state: "disabled" })).rows.map((r) => r.id)).toEqual([staff.id]);
    expect(await countAccounts(admin)).toEqual({ active: 1, first: 0, expired: 0, disabled: 1 });
  });

  it.each(["OFFICE", "OFFICE_HEAD", "SECURITY_ADMIN", "AUDIT_ADMIN", "LEADER", "DELEGATE"] as const)("shows %s nothing", async (role) => {
    const other = actingAs(staff, role, committeeId);
    expect(await listAccounts(other, all)).toEqual({ rows: [], total: 0 });
    await expect(getAccount(other, keeper.id)).rejects.toBeInstanceOf(NotFound);
  });

  it("says of one account what can be done with it, and nothing of another committee's", async () => {
    const elsewhere = await plantAccount((await newCommittee()).id, "OFFICE");
    expect((await getAccount(admin, staff.id)).open).toEqual(["resetPassword", "endSessions", "disable"]);
    expect((await getAccount(admin, keeper.id)).open).toEqual([]);
    for (const id of [elsewhere.id, "not-an-id"]) await expect(getAccount(admin, id)).rejects.toBeInstanceOf(NotFound);
  });
});
