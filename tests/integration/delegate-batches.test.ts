import { beforeEach, describe, expect, it } from "vitest";
import { getDelegateBatch, listDelegateBatches, previewMove, previewNumbers } from "@/lib/delegates/batch-queries";
import { moveMany, numberMany } from "@/lib/delegates/batch-service";
import { delegateFilters } from "@/lib/delegates/filters";
import type { MoveTarget } from "@/lib/delegates/move-plan";
import { countDelegates, getDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { delegateInput } from "@/lib/delegates/schema";
import { changeStatus, edit } from "@/lib/delegates/service";
import { writtenOf } from "@/lib/delegates/written";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { answers, enter, filled, newHouse, type House } from "../support/roster";

const RULE = { prefix: "青六-", digits: 3, start: 1, by: "list" } as const;
const TABLES = ["Delegate", "DelegatePast", "DelegateBatch"];

let house: House;
let ids: string[];

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, groupId = "") => ({ values: filled({ name, delegationId, groupId }), unitId: house.units.yunfan });
  ids = await enter(house, [person("丁岚", house.delegations.cloud, house.groups.cloud), person("于洋", house.delegations.cloud), person("万里", house.delegations.north), person("王秀英", house.delegations.cloud)]);
});

const of = (asked: object = {}) => delegateFilters.parse(asked);
const frame = async (actor = house.office) => (await getRosterFrame(actor))!;
const sealOfMove = async (asked: object, target: MoveTarget) => (await previewMove(house.office, of(asked), await frame(), target))!.seal;
const move = async (target: MoveTarget, asked: object = {}, actor = house.office) => moveMany(actor, of(asked), target, await sealOfMove(asked, target));
const number = async (asked: object = {}, rule = RULE as Parameters<typeof numberMany>[2]) => numberMany(house.office, of(asked), rule, (await previewNumbers(house.office, of(asked), await frame(), rule))!.seal);
const places = async () => Promise.all(ids.map(async (id) => { const d = await getDelegate(house.office, id); return [d.delegation.name, d.group?.name ?? null]; }));
const version = async (id: string) => (await getDelegate(house.office, id)).version;
const leave = async (id: string) => changeStatus(house.head, id, await version(id), "TRANSFER_OUT", { effectiveOn: "2026-03-01", basis: "组织关系转出" });
const giveNo = async (id: string, delegateNo: string) => {
  const d = await getDelegate(house.office, id);
  const form = delegateInput.parse(answers({ name: d.person.name, delegationId: d.delegationId, groupId: d.groupId ?? "", unitId: d.unitId, delegateNo }));
  await edit(house.office, id, `${d.version}.${d.person.version}`, writtenOf(form));
};

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

describe("moving many", () => {
  it("moves who is to be moved, tells of the others, and each figure leads to its people", async () => {
    await leave(ids[3]!);
    const batch = await getDelegateBatch(house.office, await move({ delegationId: house.delegations.north }, { scope: "elected" }));
    expect(await places()).toEqual([["北固代表团", null], ["北固代表团", null], ["北固代表团", null], ["云帆代表团", null]]);
    expect([batch.done, batch.skipped, batch.outcomes]).toEqual([2, 2, [{ outcome: "DONE", heads: 2 }, { outcome: "SAME", heads: 1 }, { outcome: "LEFT", heads: 1 }]]);
    for (const { outcome, heads } of batch.outcomes) expect(await countDelegates(house.office, of({ batch: batch.id, outcome }), await frame())).toBe(heads);
    const told = await ownerQuery<{ verb: string; n: number }>(`SELECT verb, count(*)::int AS n FROM "AuditEvent" WHERE "committeeId" = $1 AND verb LIKE 'delegate.move%' GROUP BY verb ORDER BY verb`, [house.id]);
    expect(told).toEqual([{ verb: "delegate.move", n: 2 }, { verb: "delegate.moveMany", n: 1 }]);
  });

  it("moves the ticked ones only, and as on the day before they stand where they stood", async () => {
    await move({ groupId: house.groups.cloud }, { pick: ["none", ids[1]!] });
    expect(await places()).toEqual([["云帆代表团", "第一小组"], ["云帆代表团", "第一小组"], ["北固代表团", null], ["云帆代表团", null]]);
    const then = (await getRosterFrame(house.office, { asOf: "2026-06-30" }))!;
    expect((await listDelegates(house.office, of({ asOf: "2026-06-30", group: house.groups.cloud }), then)).rows.map((row) => row.name)).toEqual(["丁岚"]);
  });

  it("refuses a list that moved on since it was shown, and then changes nothing", async () => {
    const target = { delegationId: house.delegations.north };
    const seal = await sealOfMove({}, target);
    await giveNo(ids[0]!, "青六-900");
    expect((await refused(() => moveMany(house.office, of(), target, seal))).message).toContain("预览之后有变动");
    const later = await sealOfMove({ delegation: house.delegations.cloud }, target);
    await leave(ids[1]!);
    await refused(() => moveMany(house.office, of({ delegation: house.delegations.cloud }), target, later));
  });

  it("happens once when sent twice at once", async () => {
    const target = { delegationId: house.delegations.north };
    const seal = await sealOfMove({}, target);
    const sent = await Promise.allSettled([moveMany(house.office, of(), target, seal), moveMany(house.office, of(), target, seal)]);
    expect(sent.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listDelegateBatches(house.office)).map((one) => one.done)).toEqual([3]);
  });

  it("refuses nobody, nowhere, and places of another term or committee", async () => {
    await refused(() => move({ delegationId: house.delegations.north }, { pick: "none" }));
    await refused(() => move({}));
    const other = await newHouse();
    for (const target of [{ delegationId: other.delegations.cloud }, { groupId: other.groups.cloud }, { unitId: other.units.yunfan }]) await refused(() => move(target));
  });

  it("is for the office alone", async () => {
    const target = { delegationId: house.delegations.north };
    const seal = await sealOfMove({}, target);
    for (const actor of [house.liaison, house.leader, actorOf("DELEGATE", house.id), actorOf("SYSTEM_ADMIN", house.id)]) {
      await refused(() => moveMany(actor, of(), target, seal), Forbidden);
      await refused(() => numberMany(actor, of(), RULE, seal), Forbidden);
      await expect(listDelegateBatches(actor)).resolves.toEqual([]);
    }
    const id = await move(target);
    await expect(getDelegateBatch(actorOf("OFFICE", (await newHouse()).id), id)).rejects.toBeInstanceOf(NotFound);
    await expect(getDelegateBatch(house.liaison, id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("delegate numbers by rule", () => {
  const numbers = async () => Promise.all(ids.map(async (id) => (await getDelegate(house.office, id)).delegateNo));

  it("go to those without one, in stroke order, past every number in use", async () => {
    await giveNo(ids[2]!, "青六-002");
    const batch = await getDelegateBatch(house.office, await number());
    expect(await numbers()).toEqual(["青六-001", "青六-003", "青六-002", "青六-004"]);
    expect(batch.outcomes).toEqual([{ outcome: "DONE", heads: 3 }, { outcome: "NUMBERED", heads: 1 }]);
  });

  it("go delegation by delegation when asked so", async () => {
    await number({}, { ...RULE, by: "delegation" });
    expect(await numbers()).toEqual(["青六-001", "青六-002", "青六-004", "青六-003"]);
  });

  it("never come back to another person: neither by rule, by hand, nor past the program", async () => {
    await giveNo(ids[0]!, "青六-001");
    await ownerQuery(`INSERT INTO "DelegatePast" (id, "committeeId", "delegateId", "fromOn", "untilOn", "unitId", "unitName", "delegationId", "delegationName", "delegateNo")
      SELECT gen_random_uuid(), "committeeId", id, '2026-01-01', '2026-02-01', "unitId", '云帆街道党工委', "delegationId", '云帆代表团', '青六-003' FROM "Delegate" WHERE id = $1`, [ids[0]]);
    expect((await refused(() => giveNo(ids[1]!, "青六-003"))).fields.delegateNo?.join()).toContain("曾经使用");
    await expect(ownerQuery(`UPDATE "Delegate" SET "delegateNo" = '青六-003' WHERE id = $1`, [ids[1]])).rejects.toMatchObject({ code: "23505" });
    await number();
    expect(await numbers()).toEqual(["青六-001", "青六-002", "青六-004", "青六-005"]);
    await giveNo(ids[0]!, "青六-003");
  });

  it("are given once when two number at once", async () => {
    const { seal } = (await previewNumbers(house.office, of(), await frame(), RULE))!;
    const sent = await Promise.allSettled([numberMany(house.office, of(), RULE, seal), numberMany(house.head, of(), RULE, seal)]);
    expect(sent.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(new Set(await numbers()).size).toBe(4);
  });
});
