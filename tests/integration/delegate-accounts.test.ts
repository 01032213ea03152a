import { comeFrom, formOf } from "../support/request";
import { strFromU8, unzipSync } from "fflate";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as bulk from "@/lib/grants/bulk-service";
import { signIn } from "@/lib/accounts/service";
import { changeStatus } from "@/lib/delegates/service";
import { postSlips } from "@/lib/delegate-accounts/handlers";
import { runBatch, sweepBatches } from "@/lib/delegate-accounts/job-service";
import { refusals, SLIP_DAYS } from "@/lib/delegate-accounts/labels";
import { getAccountFrame, getBatch, getDelegateAccount, listBatches, listDelegateAccounts } from "@/lib/delegate-accounts/queries";
import { accountListFilters, requestInput } from "@/lib/delegate-accounts/schema";
import * as accounts from "@/lib/delegate-accounts/service";
import * as slips from "@/lib/delegate-accounts/slips";
import { settleFirstPasswords } from "@/lib/delegate-accounts/clock-service";
import * as single from "@/lib/delegate-accounts/single-service";
import { getDelegate } from "@/lib/delegates/queries";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { publicActor } from "@/lib/platform/session";
import { PASSWORD, actingAs, auditOf, liveSessions, plantAccount, plantGrant, tokenOf, versionOf, type Planted } from "../support/accounts";
import { rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let account: Planted;
let office: AccountActor;
let ids: string[];

beforeEach(async () => {
  comeFrom();
  house = await newHouse();
  account = await plantAccount(house.id, "OFFICE");
  office = actingAs(account, "OFFICE", house.id);
  const person = (given: Record<string, unknown>, unitId: string) => ({ values: filled({ delegationId: house.delegations.cloud, ...given }), unitId });
  ids = await enter(house, [
    person({ name: "黄立", birthMonth: "1970.01" }, house.units.yunfan), person({ name: "黄励", birthMonth: "1971.02" }, house.units.wanghu), person({ name: "万立", birthMonth: "1972.03", delegationId: house.delegations.north }, house.units.beigu),
  ]);
});

afterEach(() => {
  setClock(null);
  vi.restoreAllMocks();
});

const asked = (given: Record<string, unknown> = {}) => requestInput.parse({ kind: "OPEN", todo: 3, password: PASSWORD, ...given });
const request = (given: Record<string, unknown> = {}, actor = office) => accounts.request(actor, asked(given));
async function done(given: Record<string, unknown> = {}, actor = office) {
  const id = await request(given, actor);
  await runBatch(id);
  return id;
}
const textOf = (bytes: Uint8Array) => [...strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1] ?? "");

/** The slips of a batch as (name, user name, password). */
async function slipsOf(id: string, actor = office) {
  const text = textOf((await accounts.take(actor, id)).bytes);
  const after = (label: string) => text.filter((t) => t.startsWith(`${label}：`)).map((t) => t.slice(label.length + 1));
  const names = text.flatMap((t, i) => (t === "党代表履职服务平台" ? [(text[i + 1] ?? "").replaceAll("\u3000", "")] : []));
  const [users, passwords] = [after("登录名"), after("初始口令")];
  return names.map((name, i) => ({ name, username: users[i] ?? "", password: passwords[i] ?? "" }));
}

const personOf = async (delegateId: string) => (await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [delegateId]))[0]?.personId ?? "";
const accountsOf = (delegateId: string) => ownerQuery<{ id: string; username: string; mustChangePassword: boolean; passwordExpiresAt: Date | null; passwordHash: string; version: number; roles: string[] }>(
  `SELECT a.*, ARRAY(SELECT g.role::text FROM "Grant" g WHERE g."accountId" = a.id ORDER BY 1) AS roles FROM "Account" a JOIN "Delegate" d ON d."personId" = a."personId" WHERE d.id = $1 ORDER BY a."createdAt"`, [delegateId]);
const belongTo = async (planted: Planted, delegateId: string) => void (await ownerQuery(`UPDATE "Account" SET "personId" = $2 WHERE id = $1`, [planted.id, await personOf(delegateId)]));
const everything = () => rowsOf(house.id, "Account", "Grant", "AccountBatch");
const standings = async (actor = office) => {
  const frame = await getAccountFrame(actor);
  if (!frame) throw new Error("no term");
  return (await listDelegateAccounts(actor, accountListFilters.parse({}), frame)).counts;
};

describe("a batch opens accounts", () => {
  it("with the right of a delegate and no other, one slip a person in the order of delegations", async () => {
    const id = await done();
    expect(await getBatch(office, id)).toMatchObject({ state: "DONE", opened: 3, reused: 0, renewed: 0, skipped: [], total: 3 });
    const taken = await slipsOf(id);
    expect(taken.map((s) => [s.name, s.username])).toEqual([["黄立", "huangli"], ["黄励", "huangli2"], ["万立", "wanli"]].map(([name, user]) => [name, expect.stringMatching(new RegExp(`^${user?.replace(/\d/, "")}\\d*$`))]));
    expect(new Set(taken.map((s) => s.username)).size).toBe(3);
    for (const delegateId of ids) expect(await accountsOf(delegateId)).toMatchObject([{ mustChangePassword: true, roles: ["DELEGATE"] }]);
    const home = await signIn(await publicActor(), { username: taken[0]?.username ?? "", password: taken[0]?.password ?? "" });
    expect(home.home).toBe("/account/password");
    await expect(signIn(await publicActor(), { username: taken[0]?.username ?? "", password: taken[1]?.password ?? "" })).rejects.toBeInstanceOf(Refusal);
  });

  it("valid for two weeks, and counted as such", async () => {
    await done();
    expect(await standings()).toEqual({ none: 0, first: 3, expired: 0, active: 0, disabled: 0 });
    setClock(() => new Date(Date.now() + SLIP_DAYS * 86_400_000 + 1000));
    expect(await standings()).toMatchObject({ first: 0, expired: 3 });
  });

  it("and no first password stands open in database, audit or job", async () => {
    const id = await request();
    const job = JSON.stringify(await ownerQuery(`SELECT data FROM pgboss.job WHERE data->>'id' = $1`, [id]).catch(() => []));
    await runBatch(id);
    const all = [job, await everything(), JSON.stringify(await ownerQuery(`SELECT * FROM "AuditEvent" WHERE "committeeId" = $1`, [house.id])), JSON.stringify(await ownerQuery(`SELECT * FROM "IdempotencyKey" WHERE "accountId" = $1`, [office.accountId]))].join();
    const taken = await slipsOf(id);
    for (const { password } of taken) expect(all).not.toContain(password);
    expect(taken.every(({ password }) => /^\w{4}-\w{4}-\w{4}$/.test(password))).toBe(true);
  });

  it("for a selection only, recorded with how many and who asked", async () => {
    const id = await done({ list: `pick=${ids[1]}`, todo: 1 });
    expect((await slipsOf(id)).map((s) => s.name)).toEqual(["黄励"]);
    expect(await accountsOf(ids[0] ?? "")).toEqual([]);
    expect(await auditOf(id, "delegateAccount.request")).toMatchObject([{ outcome: "DONE", changes: { rows: [null, "1"], filter: [null, "选定 1 人"] } }]);
    expect(await auditOf(id, "delegateAccount.finish")).toMatchObject([{ changes: { opened: [null, "1"] } }]);
    const [opened] = await accountsOf(ids[1] ?? "");
    expect(await auditOf(opened?.id ?? "", "account.create")).toHaveLength(1);
  });

  it("uses the account of the same person again, without a new password", async () => {
    const liaison = await plantAccount(house.id);
    await plantGrant(liaison.id, house.id, "SUPERVISOR");
    await belongTo(liaison, ids[0] ?? "");
    await tokenOf(liaison);
    const id = await done();
    expect(await getBatch(office, id)).toMatchObject({ opened: 2, reused: 1 });
    expect(await accountsOf(ids[0] ?? "")).toMatchObject([{ id: liaison.id, mustChangePassword: false, roles: ["DELEGATE", "SUPERVISOR"] }]);
    expect((await slipsOf(id)).find((s) => s.name === "黄立")).toEqual({ name: "黄立", username: liaison.username, password: "沿用原口令" });
    expect(await liveSessions(liaison.id)).toBe(0);
    await tokenOf(liaison);
  });

  it("opens the ended right of before again instead of a second one", async () => {
    const old = await plantAccount(house.id, "DELEGATE");
    await belongTo(old, ids[0] ?? "");
    await ownerQuery(`UPDATE "Grant" SET "endsOn" = '2020-01-01' WHERE id = $1`, [old.grants[0]]);
    await done({ list: `pick=${ids[0]}`, todo: 1 });
    expect(await ownerQuery(`SELECT id, "endsOn" FROM "Grant" WHERE "accountId" = $1`, [old.id])).toEqual([{ id: old.grants[0], endsOn: null }]);
  });

  it("leaves an administrator's account alone, and does not go round a stopped one", async () => {
    const [admin, stopped] = [await plantAccount(house.id, "AUDIT_ADMIN"), await plantAccount(house.id, "DELEGATE")];
    await belongTo(admin, ids[0] ?? "");
    await belongTo(stopped, ids[1] ?? "");
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [stopped.id]);
    const id = await done({ todo: 2 });
    expect(await getBatch(office, id)).toMatchObject({ opened: 2, skipped: [{ id: ids[1], why: "disabled" }] });
    expect(await accountsOf(ids[0] ?? "")).toMatchObject([{ roles: ["AUDIT_ADMIN"] }, { roles: ["DELEGATE"] }]);
    expect(await standings()).toMatchObject({ disabled: 1, first: 2 });
  });
});

describe("once", () => {
  it("by a job delivered twice, and by two batches at the same moment", async () => {
    const colleague = actingAs(await plantAccount(house.id, "OFFICE"), "OFFICE", house.id);
    const [mine, theirs] = [await request(), await request({}, colleague)];
    await Promise.all([runBatch(mine), runBatch(mine), runBatch(theirs)]);
    for (const delegateId of ids) expect(await accountsOf(delegateId)).toHaveLength(1);
    const told = [await getBatch(office, mine), await getBatch(colleague, theirs)];
    expect(told.reduce((sum, batch) => sum + batch.opened, 0)).toBe(3);
    expect(told.map((batch) => batch.state).sort()).toEqual(["DONE", "FAILED"]);
  });

  it("also where somebody is given an account after the passwords were made: the batch looks again and leaves that one out", async () => {
    const make = slips.slipBytes;
    const late = vi.spyOn(slips, "slipBytes").mockImplementationOnce(async (...given) => {
      await belongTo(await plantAccount(house.id, "DELEGATE"), ids[0] ?? "");
      return make(...given);
    });
    const id = await done();
    expect(late).toHaveBeenCalledTimes(2);
    expect(await getBatch(office, id)).toMatchObject({ state: "DONE", opened: 2, skipped: [{ id: ids[0], why: "held" }] });
    expect(await accountsOf(ids[0] ?? "")).toHaveLength(1);
    expect((await slipsOf(id)).map((s) => s.name)).toEqual(["黄励", "万立"]);
  });

  it("beside an opening by hand", async () => {
    const id = await request();
    await Promise.all([runBatch(id), single.openOne(office, ids[0] ?? "").catch(() => null)]);
    expect(await accountsOf(ids[0] ?? "")).toMatchObject([{ roles: ["DELEGATE"] }]);
    expect((await getBatch(office, id)).state).toBe("DONE");
  });

  it("or not at all: an error in the middle leaves no account without its slip, and the next try opens all", async () => {
    const id = await request();
    const before = await rowsOf(house.id, "Account", "Grant");
    const broken = vi.spyOn(bulk, "giveDelegates").mockRejectedValueOnce(new Error("killed"));
    await expect(runBatch(id)).rejects.toThrow("killed");
    expect(broken).toHaveBeenCalledTimes(1);
    expect(await rowsOf(house.id, "Account", "Grant")).toBe(before);
    expect(await getBatch(office, id)).toMatchObject({ state: "WRITING", opened: 0 });
    await runBatch(id);
    expect(await slipsOf(id)).toHaveLength(3);
  });

  it("unopened when workers keep being killed over it, or the asker lost the right", async () => {
    const id = await request();
    await ownerQuery(`UPDATE "AccountBatch" SET "createdAt" = now() - interval '11 minutes' WHERE id = $1`, [id]);
    await sweepBatches(60_000);
    expect(await getBatch(office, id)).toMatchObject({ state: "FAILED", reason: refusals.killed });
    const next = await request();
    await ownerQuery(`DELETE FROM "Grant" WHERE id = $1`, [office.grantId]);
    await runBatch(next);
    expect(await getBatch(office, next)).toMatchObject({ state: "FAILED", reason: refusals.right });
    expect(await accountsOf(ids[0] ?? "")).toEqual([]);
  });

  it("unopened when cancelled, and whoever left meanwhile is left out", async () => {
    const stopped = await request();
    await accounts.cancel(office, stopped);
    await runBatch(stopped);
    expect(await accountsOf(ids[0] ?? "")).toEqual([]);
    await expect(accounts.cancel(office, stopped)).rejects.toThrow("已取消");
    const id = await request();
    const d = await getDelegate(house.head, ids[2] ?? "");
    await changeStatus(house.head, d.id, d.version, "TRANSFER_OUT", { effectiveOn: "2026-01-05", basis: "调离" });
    await runBatch(id);
    expect(await getBatch(office, id)).toMatchObject({ opened: 2, skipped: [{ id: ids[2], why: "left" }] });
  });
});

describe("slips", () => {
  it("are taken once by the one who asked, and gone", async () => {
    const id = await done();
    const both = await Promise.allSettled([accounts.take(office, id), accounts.take(office, id)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ownerQuery(`SELECT state, "fileCipher" FROM "AccountBatch" WHERE id = $1`, [id])).toEqual([{ state: "TAKEN", fileCipher: null }]);
    await expect(accounts.take(office, id)).rejects.toThrow(refusals.taken);
    expect(await auditOf(id, "delegateAccount.take")).toHaveLength(1);
  });

  it("are nobody else's, not even of the same office nor in another seat", async () => {
    const id = await done();
    const colleague = actingAs(await plantAccount(house.id, "OFFICE"), "OFFICE", house.id);
    for (const actor of [colleague, house.head, house.liaison, house.leader, (await newHouse()).office, { ...office, grantId: newId() } as AccountActor, { ...office, role: "LEADER" } as AccountActor]) {
      await expect(accounts.take(actor, id)).rejects.toBeInstanceOf(NotFound);
      await expect(accounts.cancel(actor, id)).rejects.toBeInstanceOf(NotFound);
      expect(await listBatches(actor)).toEqual([]);
    }
    expect(await slipsOf(id)).toHaveLength(3);
  });

  it("end after 24 hours: refused at once, deleted by the next sweep", async () => {
    const id = await done();
    setClock(() => new Date(Date.now() + 24 * 3600_000 + 1000));
    await expect(accounts.take(office, id)).rejects.toThrow(refusals.gone);
    await sweepBatches(60_000);
    expect(await ownerQuery(`SELECT state, "fileCipher" FROM "AccountBatch" WHERE id = $1`, [id])).toEqual([{ state: "EXPIRED", fileCipher: null }]);
    await expect(accounts.take(office, id)).rejects.toThrow(refusals.gone);
  });

  it("at the door are posted for, and a second time lead back", async () => {
    const id = await done();
    comeFrom({ token: await tokenOf(account) });
    const post = (fields: Record<string, string>) => postSlips(new Request("http://127.0.0.1:3000/", { method: "POST", body: formOf(fields), headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" } }), { params: Promise.resolve({ id }) });
    expect((await post({})).status).toBe(303);
    const file = await post({ take: "1" });
    expect([file.status, file.headers.get("cache-control"), decodeURIComponent(file.headers.get("content-disposition") ?? "")]).toEqual([200, "no-store", expect.stringMatching(/口令条_开通账号_3人/)]);
    const again = await post({ take: "1" });
    expect([again.status, again.headers.get("location")]).toEqual([303, `/manage/delegates/accounts/${id}`]);
  });
});

describe("renewing", () => {
  const opened = async () => slipsOf(await done());

  it("replaces first passwords never used, and leaves out who has made an own one", async () => {
    const before = await opened();
    const [used] = await accountsOf(ids[0] ?? "");
    await ownerQuery(`UPDATE "Account" SET "mustChangePassword" = false, "passwordExpiresAt" = NULL WHERE id = $1`, [used?.id]);
    const id = await done({ kind: "RENEW", todo: 2 });
    expect(await getBatch(office, id)).toMatchObject({ renewed: 2, skipped: [{ id: ids[0], why: "inUse" }] });
    const after = await slipsOf(id);
    for (const { username, password } of after) {
      const old = before.find((s) => s.username === username)?.password ?? "";
      await expect(signIn(await publicActor(), { username, password: old })).rejects.toBeInstanceOf(Refusal);
      await signIn(await publicActor(), { username, password });
    }
  });

  it("never touches an account that opens more than the own record", async () => {
    await opened();
    const [held] = await accountsOf(ids[0] ?? "");
    await plantGrant(held?.id ?? "", house.id, "OFFICE_HEAD");
    const before = await accountsOf(ids[0] ?? "");
    const id = await done({ kind: "RENEW", todo: 2 });
    expect(await getBatch(office, id)).toMatchObject({ renewed: 2, skipped: [{ id: ids[0], why: "otherRole" }] });
    await expect(single.resetOne(office, ids[0] ?? "", held?.version ?? 0)).rejects.toThrow("其他角色");
    expect(await accountsOf(ids[0] ?? "")).toEqual(before);
  });
});

describe("refused", () => {
  const roles: Role[] = ["UNIT_LIAISON", "DELEGATE", "LEADER", "HANDLING_UNIT", "SUPERVISOR", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"];
  it.each(roles)("to %s, with no row changed", async (role) => {
    const actor = actingAs(await plantAccount(house.id), role, house.id);
    const before = await everything();
    await expect(request({}, actor)).rejects.toBeInstanceOf(Forbidden);
    await expect(single.openOne(actor, ids[0] ?? "")).rejects.toBeInstanceOf(role === "LEADER" ? Forbidden : Refusal);
    await expect(single.resetOne(actor, ids[0] ?? "", 1)).rejects.toBeInstanceOf(Refusal);
    await expect(getAccountFrame(actor)).rejects.toBeInstanceOf(Forbidden);
    expect(await everything()).toBe(before);
  });

  it("another committee's delegates, picked by id", async () => {
    const [foreign] = [await newHouse()];
    const [theirs = ""] = await enter(foreign, [{ values: filled({ name: "邻区人", delegationId: foreign.delegations.north }), unitId: foreign.units.beigu }]);
    await expect(request({ list: `pick=${theirs}`, todo: 1 })).rejects.toThrow("都不需要办理");
    await expect(single.openOne(office, theirs)).rejects.toBeInstanceOf(NotFound);
    expect(await accountsOf(theirs)).toEqual([]);
  });

  it("a wrong own password, another list than the page told of, nobody to attend to, a second batch beside one at work", async () => {
    const before = await everything();
    await expect(request({ password: "不是这个口令" })).rejects.toMatchObject({ fields: { password: [expect.any(String)] } });
    await expect(request({ todo: 7 })).rejects.toThrow(refusals.moved(7, 3));
    await expect(request({ kind: "RENEW", todo: 3 })).rejects.toThrow("都不需要办理");
    expect(await everything()).toBe(before);
    await request();
    await expect(request()).rejects.toThrow(refusals.busy);
  });
});

describe("one delegate", () => {
  it("is opened on the page, once, and reset at the version the page was read at", async () => {
    const { username, password } = await single.openOne(office, ids[0] ?? "");
    await signIn(await publicActor(), { username, password: password ?? "" });
    await expect(single.openOne(office, ids[0] ?? "")).rejects.toThrow("已有账号");
    const [held] = await accountsOf(ids[0] ?? "");
    await expect(single.resetOne(office, ids[0] ?? "", 99)).rejects.toBeInstanceOf(Conflict);
    const next = await single.resetOne(office, ids[0] ?? "", await versionOf(held?.id ?? ""));
    await expect(signIn(await publicActor(), { username, password: password ?? "" })).rejects.toBeInstanceOf(Refusal);
    await signIn(await publicActor(), { username, password: next.password });
  });

  it("has days to change the first password: a clock of the own, met by the change, begun anew by a reset, ended when stopped", async () => {
    const { username, password } = await single.openOne(office, ids[1] ?? "");
    const clocks = () => ownerQuery<{ state: string; own: boolean }>(`SELECT d.state::text AS state, d."ownerId" = d."subjectId" AS own FROM "Deadline" d WHERE d."committeeId" = $1 AND d."unitId" = $2 ORDER BY d.id`, [house.id, house.units.wanghu]);
    expect([await settleFirstPasswords(house.system), await clocks()]).toEqual([0, [{ state: "RUNNING", own: true }]]);
    const [held] = await accountsOf(ids[1] ?? "");
    await single.resetOne(office, ids[1] ?? "", await versionOf(held?.id ?? ""));
    expect(await clocks()).toEqual([{ state: "CANCELLED", own: true }, { state: "RUNNING", own: true }]);
    await ownerQuery(`UPDATE "Account" SET "mustChangePassword" = false WHERE id = $1`, [held?.id]);
    expect([await settleFirstPasswords(house.system), await settleFirstPasswords(house.system), (await clocks()).map((c) => c.state)]).toEqual([1, 0, ["CANCELLED", "MET"]]);
    expect([username, password]).not.toContain("");
  });

  it("is told to the office and to the liaison of the own unit, to nobody else", async () => {
    await single.openOne(office, ids[0] ?? "");
    const of = async (actor: AccountActor, i: number) => getDelegateAccount(actor, await getDelegate(house.office, ids[i] ?? ""));
    expect(await of(office, 0)).toMatchObject({ standing: "first", username: expect.stringMatching(/^huangli\d*$/), resetting: { do: "renew" }, opening: { do: "skip", why: "held" } });
    expect(await of(office, 1)).toMatchObject({ standing: "none", opening: { do: "open" } });
    expect(await of(house.liaison, 0)).toMatchObject({ standing: "first", opening: null, resetting: null });
    expect(await of(house.liaison, 2)).toBeNull();
    expect(await of(house.leader, 0)).toBeNull();
  });
});
