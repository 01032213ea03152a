import { comeFrom, destinationOf, formOf } from "../support/request";
import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as accounts from "@/lib/accounts/service";
import { listOwnGrants } from "@/lib/accounts/queries";
import { getHolder, listLiaisons } from "@/lib/grants/queries";
import { give, take } from "@/lib/grants/service";
import { carryGrants } from "@/lib/grants/unit-service";
import type { Audience } from "@/lib/messages/audience";
import { dispatch } from "@/lib/messages/dispatch-service";
import { spread } from "@/lib/messages/relay-service";
import { idle } from "@/lib/platform/action-state";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { currentActor } from "@/lib/platform/session";
import * as actions from "@/lib/substitutions/actions";
import { getSeat, getSubstitution, listCandidates, listKept, listOwn } from "@/lib/substitutions/queries";
import { agree, end, name, refuse } from "@/lib/substitutions/service";
import { listGrantsOn } from "@/lib/reorganizations/extent-queries";
import { listTaskGroups } from "@/lib/tasks/queries";
import { listStandIns } from "@/lib/tasks/stand-in-queries";
import { rename } from "@/lib/units/service";
import { auditOf, plantAccount, tokenOf, versionOf, type Planted } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

type Person = Planted & { actor: AccountActor };
let house: House;
let liaison: Person;
let colleague: Person;
let stranger: Person;
let clerk: Person;
let head: Person;
let keeper: Person;

async function person(displayName: string, role: Role, units: string[] = []): Promise<Person> {
  const account = await plantAccount(house.id);
  const grantId = newId();
  await ownerQuery(`UPDATE "Account" SET "displayName" = $2 WHERE id = $1`, [account.id, displayName]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId", "adminSeat") VALUES ($1, $2, $3::"Role", $4, $5, $6)`, [grantId, account.id, role, house.id, units[0] ?? null, role.endsWith("_ADMIN") ? true : null]);
  const actor = mint<AccountActor>({ role, committeeId: house.id, name: displayName, accountId: account.id, sessionId: newId(), grantId, unitId: units[0] ?? null, unitIds: units, personId: null, requestId: randomUUID(), address: null });
  return { ...account, grants: [grantId], actor };
}

beforeEach(async () => {
  comeFrom();
  setClock(() => new Date("2026-11-25T04:00:00Z"));
  house = await newHouse();
  const { yunfan, wanghu, beigu } = house.units;
  liaison = await person("王蔓", "UNIT_LIAISON", [yunfan, wanghu]);
  colleague = await person("李苇", "UNIT_LIAISON", [yunfan, wanghu]);
  stranger = await person("赵榆", "UNIT_LIAISON", [beigu]);
  clerk = await person("沈青", "OFFICE");
  head = await person("罗峦", "OFFICE_HEAD");
  keeper = await person("邓若", "SECURITY_ADMIN");
});
afterEach(() => setClock(null));

const PERIOD = { fromOn: "2026-11-25", toOn: "2026-12-04", reason: "外出学习" };
const named = (by: Person, deputy: Person, more: Partial<typeof PERIOD> = {}) => name(by.actor, { deputyId: deputy.id, ...PERIOD, ...more });
const at = async (id: string) => ({ id, version: (await getSubstitution(keeper.actor, id)).version });
const seats = () => ownerQuery<{ id: string; accountId: string; role: Role; unitId: string | null }>(`SELECT id, "accountId", role, "unitId" FROM "Grant" WHERE "committeeId" = $1 AND "forAccountId" IS NOT NULL ORDER BY id`, [house.id]);
const become = async (who: Person): Promise<AccountActor> => {
  comeFrom({ token: await tokenOf(who) });
  return (await currentActor()) as AccountActor;
};
/** The deputy signed in and turned to the seat. */
async function turn(deputy: Person): Promise<AccountActor> {
  const own = await become(deputy);
  const seat = (await listOwnGrants(own)).find((grant) => grant.forName !== null);
  comeFrom({ token: (await accounts.switchGrant(own, seat?.id ?? "")).token });
  return (await currentActor()) as AccountActor;
}

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const [before, rows] = [await seats(), await ownerQuery(`SELECT * FROM "Substitution" WHERE "committeeId" = $1 ORDER BY id`, [house.id])];
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect([await seats(), await ownerQuery(`SELECT * FROM "Substitution" WHERE "committeeId" = $1 ORDER BY id`, [house.id])]).toEqual([before, rows]);
  return thrown as Refusal;
}

describe("a deputy who has this right already", () => {
  it("has it for the other too from the first day, and to the end of the last", async () => {
    await named(liaison, colleague, { fromOn: "2026-11-26" });
    const own = await become(colleague);
    expect((await listOwnGrants(own)).map((g) => g.name)).toEqual(["选举单位联络员"]);
    setClock(() => new Date("2026-11-26T04:00:00Z"));
    expect((await listOwnGrants(own)).map((g) => [g.name, g.scope, g.forName])).toEqual([["选举单位联络员", "云帆街道党工委", null], ["选举单位联络员", "云帆街道党工委", "王蔓"]]);
    expect(await turn(colleague)).toMatchObject({ role: "UNIT_LIAISON", name: "李苇（代王蔓）", accountId: colleague.id, unitId: house.units.yunfan, unitIds: expect.arrayContaining([house.units.yunfan, house.units.wanghu]) as string[] });
    setClock(() => new Date("2026-12-04T15:59:00Z"));
    expect((await currentActor())?.name).toBe("李苇（代王蔓）");
    setClock(() => new Date("2026-12-04T16:01:00Z"));
    expect((await currentActor())?.name).toBe("李苇");
    expect((await listOwn(colleague.actor)).standsIn.map((s) => [s.status, s.open])).toEqual([["已到期", []]]);
  });

  it("sees what waits for the one away beside the own tasks, and nothing twice where the own role reaches it", async () => {
    const nurse = await person("祁珊", "DELEGATE");
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId", "startsOn", "endsOn", "forAccountId", "forName", "forGrantId") SELECT gen_random_uuid(), $1, role, "committeeId", "unitId", '2026-11-25', '2026-12-04', $2, '王蔓', id FROM "Grant" WHERE "accountId" = $2`, [nurse.id, liaison.id]);
    await enter(house, [{ values: filled({ name: "云上客", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
    await ownerQuery(`INSERT INTO "CorrectionRequest" (id, "committeeId", "delegateId", reason, "submittedAt") SELECT gen_random_uuid(), d."committeeId", d.id, '职务调整', now() FROM "Delegate" d WHERE d."committeeId" = $1 AND d."unitId" = $2 LIMIT 1`, [house.id, house.units.wanghu]);
    const me = await become(nurse);
    expect((await listStandIns(me)).map((s) => [s.forName, s.total, s.groups.map((g) => g.kind)])).toEqual([["王蔓", 1, ["correction.confirm"]]]);
    expect(await listStandIns(await become(liaison))).toEqual([]);
  });

  it("acts under both names in the audit", async () => {
    await named(head, await person("周敏", "OFFICE_HEAD"));
    const deputy = await person("许岚", "OFFICE_HEAD");
    await named(head, deputy, { fromOn: "2026-12-05", toOn: "2026-12-06" });
    setClock(() => new Date("2026-12-05T04:00:00Z"));
    await rename(await turn(deputy), { id: house.units.wanghu, version: 1 }, "望湖社区总支", { effectiveOn: "2026-12-05", basis: "青组〔2026〕9号" });
    expect(await auditOf(house.units.wanghu, "unit.rename")).toMatchObject([{ actorName: "许岚（代罗峦）" }]);
  });

  it("is told, as is the one away, and gets what comes for the one away under that name, for as long as it lasts", async () => {
    await named(liaison, colleague);
    const [letter] = await ownerQuery<{ audience: { accounts: string[] }; kind: string }>(`SELECT audience, kind FROM "Dispatch" WHERE "committeeId" = $1`, [house.id]);
    expect([letter?.kind, letter?.audience.accounts.sort()]).toEqual(["notice", [liaison.id, colleague.id].sort()]);
    const send = async (to: Partial<Audience>) => {
      const key = randomUUID();
      await dispatch(house.system, { key, kind: "import.done", to, variables: { file: "名册", result: "已写入" } });
      await spread(100);
      const rows = await ownerQuery<{ accountId: string; forName: string | null }>(`SELECT m."accountId", m."forName" FROM "Message" m JOIN "Dispatch" d ON d.id = m."dispatchId" WHERE d.key = $1`, [key]);
      return Object.fromEntries(rows.map((m) => [m.accountId, m.forName]));
    };
    expect(await send({ accounts: [liaison.id] })).toEqual({ [liaison.id]: null, [colleague.id]: "王蔓" });
    expect(await send({ accounts: [liaison.id, colleague.id] })).toEqual({ [liaison.id]: null, [colleague.id]: null });
    expect(await send({ holders: [{ role: "UNIT_LIAISON", unitId: house.units.wanghu }] })).toMatchObject({ [liaison.id]: null, [colleague.id]: null });
    setClock(() => new Date("2026-12-04T16:01:00Z"));
    expect(await send({ accounts: [liaison.id] })).toEqual({ [liaison.id]: null });
    setClock(() => new Date("2026-11-26T04:00:00Z"));
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [liaison.id]);
    expect([await send({ accounts: [liaison.id] }), (await listOwnGrants(await become(colleague))).length]).toEqual([{}, 1]);
  });
});

describe("everybody else", () => {
  it("waits for the security administrator, who agrees, or says why not", async () => {
    const id = await named(head, clerk);
    expect([await seats(), (await listKept(keeper.actor)).waiting.map((s) => s.id), (await listKept(clerk.actor)).waiting]).toEqual([[], [id], []]);
    expect((await listTaskGroups(keeper.actor)).map(({ kind, tasks }) => [kind, tasks.map((task) => task.title)])).toEqual([["substitution.agree", ["沈青代罗峦"]]]);
    for (const actor of [head.actor, clerk.actor]) await refused(async () => agree(actor, await at(id)), Forbidden);
    await refused(async () => agree(stranger.actor, await at(id)), NotFound);
    await agree(keeper.actor, await at(id));
    expect(await turn(clerk)).toMatchObject({ role: "OFFICE_HEAD", name: "沈青（代罗峦）" });
    expect(await auditOf((await seats())[0]?.id ?? "", "grant.give")).toMatchObject([{ actorName: "邓若", changes: { role: [null, "代罗峦：部领导（青澜区委），2026-11-25 至 2026-12-04"] } }]);
    const again = await named(head, clerk, { fromOn: "2026-12-20", toOn: "2026-12-21" });
    await refuse(keeper.actor, await at(again), "请委托另一位部领导");
    expect((await listOwn(head.actor)).away.map((s) => [s.status, s.note])).toEqual([["不同意", "请委托另一位部领导"], ["有效", null]]);
  });

  it("does not get a right that is gone meanwhile, or with an account that is", async () => {
    const id = await named(head, clerk);
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [clerk.id]);
    expect((await refused(async () => agree(keeper.actor, await at(id)))).message).toContain("代办人的账号已停用");
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = NULL WHERE id = $1`, [clerk.id]);
    await take(keeper.actor, { accountId: head.id, version: await versionOf(head.id), grantId: head.grants[0] ?? "" });
    expect((await refused(async () => agree(keeper.actor, await at(id)))).message).toContain("被代办的身份已经收回");
    setClock(() => new Date("2026-12-05T04:00:00Z"));
    expect((await refused(async () => agree(keeper.actor, await at(id)))).message).toContain("已经结束");
  });
});

describe("ended early", () => {
  it.each(["absent", "deputy", "keeper"] as const)("by the %s: the role and its sessions go at once, the deputy's own stay", async (who) => {
    const id = await named(liaison, colleague);
    await turn(colleague);
    const [seat] = await seats();
    await tokenOf(colleague);
    await end({ absent: liaison, deputy: colleague, keeper }[who].actor, await at(id));
    expect([await seats(), await currentActor(), (await getSubstitution(keeper.actor, id)).status]).toEqual([[], null, "已收回"]);
    expect(await ownerQuery(`SELECT 1 FROM "Session" WHERE "accountId" = $1 AND "revokedAt" IS NULL`, [colleague.id])).toHaveLength(1);
    expect(await auditOf(seat?.id ?? "", "grant.take")).toHaveLength(1);
    expect((await refused(async () => end(liaison.actor, await at(id)))).message).toContain("已收回");
    await named(liaison, colleague);
  });

  it("before it was agreed to, but not by others, nor by an old form", async () => {
    const id = await named(head, clerk);
    await refused(() => end(liaison.actor, { id, version: 1 }), NotFound);
    await refused(() => end(head.actor, { id, version: 9 }), Conflict);
    await end(head.actor, await at(id));
    expect([(await getSubstitution(keeper.actor, id)).state, await seats()]).toEqual(["WITHDRAWN", []]);
  });

  it("with the role it was lent from, which the audit says", async () => {
    await named(liaison, colleague);
    await take(keeper.actor, { accountId: liaison.id, version: await versionOf(liaison.id), grantId: liaison.grants[0] ?? "" });
    expect(await seats()).toEqual([]);
    expect(await auditOf(liaison.grants[0] ?? "", "grant.take")).toMatchObject([{ changes: { deputies: ["李苇", null] } }]);
    expect((await listOwn(colleague.actor)).standsIn.map((s) => [s.status, s.open])).toEqual([["已到期", []]]);
  });
});

describe("refused", () => {
  it("for a personal role, and for the three seats, on either side", async () => {
    for (const role of ["DELEGATE", "LEADER", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const) {
      const who = await person("某某", role);
      await refused(() => named(who, clerk), Forbidden);
      expect((await refused(() => named(head, who))).fields.deputyId?.join()).toContain("没有找到这个账号");
    }
  });

  it("for oneself, somebody of another unit or committee, a stopped account and one there is none: all alike", async () => {
    const own = house;
    house = await newHouse();
    const foreign = await person("钱枫", "UNIT_LIAISON", [house.units.yunfan]);
    house = own;
    const stopped = await person("孙柳", "UNIT_LIAISON", [house.units.yunfan]);
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [stopped.id]);
    const said = [];
    for (const deputy of [liaison, stranger, foreign, stopped, { ...stopped, id: newId() }]) said.push((await refused(() => named(liaison, deputy))).fields.deputyId?.join());
    expect(new Set(said).size).toBe(1);
    const seat = await getSeat(liaison.actor);
    expect(seat && (await listCandidates(liaison.actor, seat)).map((c) => [c.displayName, c.atOnce])).toEqual([["李苇", true]]);
  });

  it("for a seat held for somebody else: no deputy of a deputy", async () => {
    await named(liaison, colleague);
    const deputy = await turn(colleague);
    expect((await refused(() => name(deputy, { deputyId: liaison.id, ...PERIOD }))).message).toContain("您正在代王蔓办理");
  });

  it("for a period that overlaps another of the same role, also of two at once", async () => {
    const third = await person("吴桐", "UNIT_LIAISON", [house.units.yunfan]);
    const both = await Promise.allSettled([named(liaison, colleague), named(liaison, third)]);
    expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    expect((await refused(() => named(liaison, third, { fromOn: "2026-12-04", toOn: "2026-12-10" }))).message).toContain("2026-11-25 至 2026-12-04 已委托");
    await named(liaison, third, { fromOn: "2026-12-05", toOn: "2026-12-10" });
    for (const bad of [{ fromOn: "2026-11-24" }, { toOn: "2026-11-24" }, { toOn: "2027-03-01" }]) expect(Object.keys((await refused(() => named(head, clerk, bad))).fields)).toHaveLength(1);
  });

  it("by a form with a wrong date, keeping what was typed; a second click does nothing", async () => {
    await become(liaison);
    const fields = { deputyId: colleague.id, fromOn: "2026-11-25", toOn: "2026-11-20", reason: "外出学习" };
    expect(await actions.nameDeputy(idle, formOf(fields))).toMatchObject({ status: "refused", fields: { toOn: ["最后一日不能早于第一日"] }, values: fields });
    const send = () => destinationOf(() => actions.nameDeputy(idle, formOf({ ...fields, toOn: "2026-11-30", _key: "one-form-sent-twice" })));
    expect(await Promise.all([send(), send()])).toEqual(["/account#away", "/account#away"]);
    expect(await seats()).toHaveLength(1);
  });
});

describe("the other rooms", () => {
  it("give a role to who only stands in for it, beside the seat", async () => {
    await agree(keeper.actor, await at(await named(head, clerk)));
    await give(keeper.actor, { accountId: clerk.id, version: await versionOf(clerk.id), role: "OFFICE_HEAD", unitId: null });
    expect((await listOwnGrants(await become(clerk))).map((g) => [g.name, g.forName])).toEqual([["组织部经办", null], ["部领导", null], ["部领导", "罗峦"]]);
    expect((await getHolder(keeper.actor, clerk.id)).grants.map((g) => g.name)).toEqual(["组织部经办", "部领导"]);
  });

  it("carry a lent seat with its unit, as the grant it was lent from", async () => {
    await named(liaison, colleague);
    const { yunfan, beigu } = house.units;
    const held = await listGrantsOn(house.office, [yunfan], beigu);
    expect(held.map((g) => g.name)).toEqual(["王蔓", "李苇"]);
    await carryGrants(house.office, held.map((g) => ({ ...g, unitName: "云帆街道党工委" })), { id: beigu, name: "北固街道党工委" }, "青组〔2026〕3号");
    expect((await seats()).map((s) => [s.accountId, s.unitId])).toEqual([[colleague.id, beigu]]);
    expect(await turn(colleague)).toMatchObject({ unitId: beigu, name: "李苇（代王蔓）" });
  });

  it("count a deputy as a liaison of the unit only while that holds", async () => {
    const before = await listLiaisons(house.system);
    await named(liaison, colleague, { fromOn: "2026-11-26" });
    expect((await listLiaisons(house.system)).length).toBe(before.length);
    setClock(() => new Date("2026-11-26T04:00:00Z"));
    expect((await listLiaisons(house.system)).length).toBe(before.length + 1);
  });
});
