import { comeFrom, destinationOf, formOf } from "../support/request";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { createWanted } from "@/lib/accounts/bulk-service";
import { lastHolder } from "@/lib/accounts/labels";
import * as actions from "@/lib/grants/actions";
import { obstacles, refusals } from "@/lib/grants/labels";
import { countSeats, getHolder, listHolders, listWaiting } from "@/lib/grants/queries";
import { grantFilters } from "@/lib/grants/schema";
import * as grants from "@/lib/grants/service";
import { idle } from "@/lib/platform/action-state";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/session";
import { establish } from "@/lib/units/service";
import { actingAs, auditOf, liveSessions, plantAccount, plantGrant, tokenOf, versionOf, type Planted } from "../support/accounts";
import { newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";

let committee: Awaited<ReturnType<typeof newCommittee>>;
let committeeId: string;
let keeper: Planted;
let security: AccountActor;
let staff: Planted;

beforeEach(async () => {
  comeFrom();
  committee = await newCommittee();
  committeeId = committee.id;
  keeper = await plantAccount(committeeId, "SECURITY_ADMIN");
  security = actingAs(keeper, "SECURITY_ADMIN", committeeId);
  staff = await plantAccount(committeeId, "OFFICE");
});

const rolesOf = async (accountId: string) => (await ownerQuery<{ role: Role }>(`SELECT role FROM "Grant" WHERE "accountId" = $1 ORDER BY role`, [accountId])).map((g) => g.role);
const give = async (accountId: string, role: Role, unitId: string | null = null, actor = security) => grants.give(actor, { accountId, version: await versionOf(accountId), role, unitId });
const take = async (accountId: string, grantId: string, actor = security) => grants.take(actor, { accountId, version: await versionOf(accountId), grantId });
const unitIn = (where: typeof committee, name = "云帆街道党工委") =>
  establish(where.system, { parentId: null, name, kind: "SUBDISTRICT", isElecting: true, isHandling: true, activeFrom: "2001-03-01", basis: null });

async function refused<E extends Error>(accountId: string, act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
  const before = [await rolesOf(accountId), await versionOf(accountId), await liveSessions(accountId)];
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect([await rolesOf(accountId), await versionOf(accountId), await liveSessions(accountId)]).toEqual(before);
  return thrown as E;
}

describe("giving", () => {
  it("adds the role, ends the account's sessions at once and is recorded", async () => {
    const token = await tokenOf(staff);
    const id = await give(staff.id, "DELEGATE");
    expect(await rolesOf(staff.id)).toEqual(["OFFICE", "DELEGATE"]);
    comeFrom({ token });
    expect(await currentActor()).toBeNull();
    expect(await auditOf(id, "grant.give")).toMatchObject([{ outcome: "DONE", targetName: staff.username, changes: { role: [null, "党代表"] } }]);
  });

  it("binds a liaison and a handling unit to a unit of the committee in use, and nobody else to any", async () => {
    const [own, foreign] = [await unitIn(committee), await unitIn(await newCommittee())];
    for (const role of ["UNIT_LIAISON", "HANDLING_UNIT"] as const) {
      expect((await refused(staff.id, () => give(staff.id, role), Refusal)).fields.unitId).toEqual([refusals.unitMissing]);
      expect((await refused(staff.id, () => give(staff.id, role, foreign), Refusal)).fields.unitId).toEqual([refusals.unitUnknown]);
      await give(staff.id, role, own);
    }
    expect((await refused(staff.id, () => give(staff.id, "DELEGATE", own), Refusal)).fields.unitId).toEqual([refusals.unitNeedless]);
    await ownerQuery(`UPDATE "Unit" SET "activeTo" = '2020-01-01' WHERE id = $1`, [own]);
    const other = await plantAccount(committeeId);
    expect((await refused(other.id, () => give(other.id, "UNIT_LIAISON", own), Refusal)).fields.unitId).toEqual([refusals.unitUnknown]);
  });

  it("happens once when asked five times at once", async () => {
    const version = await versionOf(staff.id);
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => grants.give(security, { accountId: staff.id, version, role: "DELEGATE", unitId: null })));
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    expect(await rolesOf(staff.id)).toEqual(["OFFICE", "DELEGATE"]);
    expect((await refused(staff.id, () => give(staff.id, "DELEGATE"), Refusal)).fields.role).toEqual([obstacles.held]);
  });

  it("on a version that moved on is a conflict", async () => {
    await refused(staff.id, () => grants.give(security, { accountId: staff.id, version: 9, role: "DELEGATE", unitId: null }), Conflict);
  });

  it("does not reach the own account, another committee's, or hands that do not keep grants", async () => {
    const elsewhere = await plantAccount((await newCommittee()).id);
    await refused(keeper.id, () => give(keeper.id, "OFFICE"), Forbidden);
    await refused(elsewhere.id, () => give(elsewhere.id, "OFFICE"), NotFound);
    for (const role of ["SYSTEM_ADMIN", "AUDIT_ADMIN", "OFFICE", "OFFICE_HEAD", "LEADER", "DELEGATE"] as const) {
      await refused(staff.id, () => give(staff.id, "DELEGATE", null, actingAs(staff, role, committeeId)), NotFound);
    }
  });

  it("through the form by the wrong person changes nothing and leaves a refusal on record", async () => {
    comeFrom({ token: await tokenOf(staff) });
    const state = await actions.giveGrant(idle, formOf({ accountId: staff.id, version: "1", role: "OFFICE_HEAD", unitId: "" }));
    expect([state.status, await rolesOf(staff.id)]).toEqual(["refused", ["OFFICE"]]);
    expect(await ownerQuery(`SELECT 1 FROM "AuditEvent" WHERE "accountId" = $1 AND outcome = 'REFUSED'`, [staff.id])).toHaveLength(1);
  });

  it("through the form to oneself is refused and recorded under its verb", async () => {
    comeFrom({ token: await tokenOf(keeper) });
    const version = String(await versionOf(keeper.id));
    expect(await actions.giveGrant(idle, formOf({ accountId: keeper.id, version, role: "AUDIT_ADMIN", unitId: "" }))).toMatchObject({ status: "refused", message: refusals.keep });
    expect(await auditOf(keeper.id, "grant.give")).toMatchObject([{ outcome: "REFUSED", reason: refusals.keep }]);
    expect(await destinationOf(() => actions.giveGrant(idle, formOf({ accountId: staff.id, version: "1", role: "DELEGATE", unitId: "" })))).toBe(`/system/grants/${staff.id}`);
  });
});

describe("the three administrators", () => {
  const pairs = [["SYSTEM_ADMIN", "SECURITY_ADMIN"], ["SYSTEM_ADMIN", "AUDIT_ADMIN"], ["SECURITY_ADMIN", "AUDIT_ADMIN"]] as const;
  const insert = (accountId: string, role: Role, seat: boolean | null) =>
    ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "adminSeat") VALUES ($1, $2, $3::"Role", $4, $5)`, [newId(), accountId, role, committeeId, seat]);

  it.each(pairs.flatMap(([a, b]) => [[a, b], [b, a]] as const))("%s cannot be given %s", async (held, role) => {
    const one = await plantAccount(committeeId, held);
    expect((await refused(one.id, () => give(one.id, role), Refusal)).fields.role).toEqual([obstacles.twoSeats]);
  });

  it.each(pairs)("the database itself refuses %s with %s, with the mark or without", async (held, role) => {
    const one = await plantAccount(committeeId, held);
    await expect(insert(one.id, role, true)).rejects.toMatchObject({ constraint: "Grant_accountId_adminSeat_key" });
    await expect(insert(one.id, role, null)).rejects.toMatchObject({ constraint: "Grant_adminSeat_check" });
  });

  it("hold no working role, and nobody at work becomes one", async () => {
    const auditor = await plantAccount(committeeId, "AUDIT_ADMIN");
    expect((await refused(auditor.id, () => give(auditor.id, "OFFICE"), Refusal)).fields.role).toEqual([obstacles.workBesideSeat]);
    expect((await refused(staff.id, () => give(staff.id, "AUDIT_ADMIN"), Refusal)).fields.role).toEqual([obstacles.seatBesideWork]);
  });
});

describe("taking", () => {
  it("removes the role, ends the account's sessions at once and is recorded", async () => {
    const token = await tokenOf(staff);
    await take(staff.id, staff.grants[0] ?? "");
    expect(await rolesOf(staff.id)).toEqual([]);
    comeFrom({ token });
    expect(await currentActor()).toBeNull();
    expect(await auditOf(staff.grants[0] ?? "", "grant.take")).toMatchObject([{ outcome: "DONE", changes: { role: ["组织部经办", null] } }]);
  });

  it("refuses the own role and a grant of somebody else", async () => {
    await plantAccount(committeeId, "SECURITY_ADMIN");
    await refused(keeper.id, () => take(keeper.id, keeper.grants[0] ?? ""), Forbidden);
    await refused(staff.id, () => take(staff.id, keeper.grants[0] ?? ""), NotFound);
  });

  it.each(["SYSTEM_ADMIN", "AUDIT_ADMIN"] as const)("refuses the last %s", async (role) => {
    const last = await plantAccount(committeeId, role);
    expect((await refused(last.id, () => take(last.id, last.grants[0] ?? ""), Refusal)).message).toBe(lastHolder(role));
    await plantAccount(committeeId, role);
    await take(last.id, last.grants[0] ?? "");
    expect(await rolesOf(last.id)).toEqual([]);
  });

  it("leaves one security administrator when two take from each other at the same moment", async () => {
    const second = await plantAccount(committeeId, "SECURITY_ADMIN");
    const results = await Promise.allSettled([take(second.id, second.grants[0] ?? ""), take(keeper.id, keeper.grants[0] ?? "", actingAs(second, "SECURITY_ADMIN", committeeId))]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([...(await rolesOf(keeper.id)), ...(await rolesOf(second.id))]).toEqual(["SECURITY_ADMIN"]);
  });
});

describe("the list", () => {
  const all = grantFilters.parse({});

  it("shows accounts of the committee with roles and scope, and finds by role or none", async () => {
    const bare = await plantAccount(committeeId);
    await plantAccount((await newCommittee()).id, "OFFICE");
    await plantGrant(staff.id, committeeId, "DELEGATE");
    const found = async (over: object) => (await listHolders(security, { ...all, ...over })).rows.map((r) => r.id).sort();
    expect(await found({})).toEqual([keeper.id, staff.id, bare.id].sort());
    expect([await found({ role: "DELEGATE" }), await found({ role: "none" }), await found({ q: staff.username })]).toEqual([[staff.id], [bare.id], [staff.id]]);
    expect(await getHolder(security, staff.id)).toMatchObject({ mayGive: true, mayTake: true, grants: [{ name: "组织部经办", scope: "青澜区委" }, { name: "党代表" }] });
    expect(await getHolder(security, keeper.id)).toMatchObject({ mayGive: false, mayTake: false });
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [bare.id]);
    const counted = await countSeats(security);
    expect(counted).toMatchObject({ seats: [{ holders: 0 }, { holders: 1 }, { holders: 0 }], without: 1 });
    for (const { role, holders } of [...counted.seats, { role: "none", holders: counted.without }]) expect((await found({ role })).length, role).toBe(holders);
  });

  it.each(["SYSTEM_ADMIN", "AUDIT_ADMIN", "OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "DELEGATE", "LEADER", "HANDLING_UNIT", "SUPERVISOR"] as const)("shows %s nothing", async (role) => {
    const other = actingAs(staff, role, committeeId);
    expect(await listHolders(other, all)).toEqual({ rows: [], total: 0 });
    await expect(getHolder(other, staff.id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("accounts that wait for a role", () => {
  const wanted = (displayName: string, wantedUnit: string, wantedRole: "UNIT_LIAISON" | "HANDLING_UNIT" = "UNIT_LIAISON") => ({ displayName, wantedRole, wantedUnit });
  const waitingNow = async () => (await listWaiting(security)).rows;
  let system: AccountActor;

  beforeEach(async () => {
    system = actingAs(await plantAccount(committeeId, "SYSTEM_ADMIN"), "SYSTEM_ADMIN", committeeId);
  });

  it("are opened by the system administrator without any right, and given their roles together by the security administrator", async () => {
    const unit = await unitIn(committee);
    const issued = await createWanted(system, [wanted("孟繁一", "云帆街道党工委"), wanted("孟繁一", "区交通运输局党组", "HANDLING_UNIT"), wanted("陶靖", "云帆街道党工委")]);
    expect(new Set(issued.map((one) => one.username)).size).toBe(3);
    for (const { username } of issued) expect(username).toMatch(/^(mengfanyi|taojing)\d*$/);
    const waiting = await waitingNow();
    expect(waiting.map((one) => [one.displayName, one.role, one.wantedUnit])).toEqual([["孟繁一", "选举单位联络员", "云帆街道党工委"], ["孟繁一", "承办单位", "区交通运输局党组"], ["陶靖", "选举单位联络员", "云帆街道党工委"]]);
    expect(JSON.stringify(await ownerQuery(`SELECT changes FROM "AuditEvent" WHERE "committeeId" = $1`, [committeeId]))).not.toContain(issued[0]?.password);
    await grants.giveWanted(security, waiting.slice(0, 2).map(({ id, version }) => ({ accountId: id, version, unitId: unit })));
    expect([await rolesOf(waiting[0]?.id ?? ""), await rolesOf(waiting[1]?.id ?? ""), await rolesOf(waiting[2]?.id ?? "")]).toEqual([["UNIT_LIAISON"], ["HANDLING_UNIT"], []]);
    expect((await waitingNow()).map((one) => one.displayName)).toEqual(["陶靖"]);
  });

  it("are given all or none, over the version that was read, and never a second time", async () => {
    const unit = await unitIn(committee);
    await createWanted(system, [wanted("甲某某", "云帆街道党工委"), wanted("乙某某", "云帆街道党工委")]);
    const [first, second] = await waitingNow();
    const at = (one: typeof first, version = one?.version ?? 0) => ({ accountId: one?.id ?? "", version, unitId: unit });
    await refused(first?.id ?? "", () => grants.giveWanted(security, [at(first), at(second, 99)]), Conflict);
    await grants.giveWanted(security, [at(first)]);
    const [message] = [await refused(second?.id ?? "", () => grants.giveWanted(security, [at(second), at(first)]), Refusal)];
    expect(message.message).toContain("已不在等待授权");
  });

  it("are not opened twice by a form sent twice, nor by anybody else, nor given by anybody else", async () => {
    const rows = [wanted("丙某某", "云帆街道党工委")];
    await createWanted(system, rows);
    await expect(createWanted(system, rows)).rejects.toMatchObject({ fields: { rows: [expect.stringContaining("不必重复建立")] } });
    const [one] = await waitingNow();
    const unit = await unitIn(committee);
    for (const role of ["SECURITY_ADMIN", "AUDIT_ADMIN", "OFFICE", "OFFICE_HEAD", "LEADER", "DELEGATE"] as const) {
      await expect(createWanted(actingAs(staff, role, committeeId), [wanted("丁某某", "北固")])).rejects.toBeInstanceOf(Forbidden);
    }
    for (const actor of [system, actingAs(staff, "OFFICE_HEAD", committeeId)]) await refused(one?.id ?? "", () => grants.giveWanted(actor, [{ accountId: one?.id ?? "", version: one?.version ?? 0, unitId: unit }]), Forbidden);
    const elsewhere = await plantAccount((await newCommittee()).id, "SECURITY_ADMIN");
    await refused(one?.id ?? "", () => grants.giveWanted(actingAs(elsewhere, "SECURITY_ADMIN", one?.id ?? ""), [{ accountId: one?.id ?? "", version: one?.version ?? 0, unitId: unit }]), NotFound);
  });

  it("through the form: what is left to wait stays, and nonsense is refused", async () => {
    await createWanted(system, [wanted("戊某某", "云帆街道党工委")]);
    const [one] = await waitingNow();
    const unit = await unitIn(committee);
    comeFrom({ token: await tokenOf(keeper) });
    expect(await actions.giveWantedGrants(idle, formOf({ "give[]": "" }))).toMatchObject({ status: "refused" });
    expect(await actions.giveWantedGrants(idle, formOf({ "give[]": `${one?.id} 1 x` }))).toMatchObject({ status: "refused" });
    expect(await destinationOf(() => actions.giveWantedGrants(idle, formOf({ "give[]": `${one?.id} ${one?.version} ${unit}` })))).toBe("/system/grants/waiting?given=1");
    expect(await rolesOf(one?.id ?? "")).toEqual(["UNIT_LIAISON"]);
  });
});
