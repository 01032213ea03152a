import { beforeEach, describe, expect, it } from "vitest";
import * as corrections from "@/lib/corrections/service";
import { getComparison, getCorrection } from "@/lib/corrections/queries";
import { submitInput } from "@/lib/corrections/schema";
import { getDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import * as delegates from "@/lib/delegates/service";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { propose } from "@/lib/terminations/service";
import { addDelegation, openTerm } from "@/lib/terms/service";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { cardOf, filled, newHouse, type House } from "../support/roster";

const CARD = cardOf("19790405", 42);
const MOBILE = "10012344417";
const NEW_MOBILE = "10055558888";
const ADDRESS = "云帆街道望湖路 12 号";

let house: House;
let d: DelegateRecord;
let me: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  const values = filled({ idNumber: CARD, mobile: MOBILE, address: ADDRESS, delegationId: house.delegations.cloud, employer: "云帆街道卫生服务中心", position: "副主任" });
  const id = await delegates.create(house.office, house.termId, values, { samePerson: "ask", reviewBasis: "资格审查小组报告" });
  d = await getDelegate(house.office, id);
  me = { ...actorOf("DELEGATE", house.id, [], "丁岚"), personId: d.personId };
});

const read = (actor: Actor, more: object = {}) => listHistory(actor, d, historyFilters.parse(more));
const acts = async (actor: Actor, more: object = {}) => (await read(actor, more)).rows.map((row) => row.act);

/** A correction from beginning to end. */
async function corrected(fields: Record<string, string>) {
  const id = await corrections.submit(me, submitInput.parse({ reason: "工作调整", ...fields }));
  const { seen } = await getComparison(house.office, id);
  await corrections.approve(house.office, { id, seen }, { looked: false, acceptReason: null });
  return id;
}

describe("the history of a mandate", () => {
  it("tells the correction and the approval, old and new, to the office and to the delegate", async () => {
    await corrected({ position: "主任" });
    for (const [reader, by] of [[house.office, "丁岚"], [me, "本人"]] as const) {
      const { rows } = await read(reader);
      expect(rows.map((r) => r.act)).toEqual(["按本人申请更正资料", "更正申请：审核通过，更正资料", "申请更正资料", "登记代表"]);
      expect([rows[0]?.changes, rows[2]?.changes]).toEqual([[{ field: "职务", old: "副主任", now: "主任" }], [{ field: "职务", old: "副主任", now: "主任" }]]);
      expect(rows[2]?.by).toBe(by);
    }
  });

  it("is masked like the live fields", async () => {
    await corrected({ mobile: NEW_MOBILE });
    const told = JSON.stringify([await read(house.office), await read(me)]);
    expect(told).toContain("100****8888");
    for (const secret of [CARD, MOBILE, NEW_MOBILE, ADDRESS]) expect(told).not.toContain(secret);
  });

  it("keeps from the delegate who looked a number up, and a termination not yet decided", async () => {
    await delegates.reveal(house.office, d.id, "mobile", "电话通知会议");
    await propose(house.office, { delegateId: d.id, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-01-20" });
    expect(await acts(house.office)).toEqual(["资格终止：提出终止", "查看完整号码", "登记代表"]);
    expect(await acts(me)).toEqual(["登记代表"]);
  });

  it("is for the office and for the delegate, nobody else", async () => {
    const other = { ...me, personId: house.termId };
    for (const reader of [house.leader, house.liaison, other, actorOf("OFFICE", house.termId), actorOf("AUDIT_ADMIN", house.id)]) expect(await read(reader)).toEqual({ rows: [], newerThan: null, olderThan: null, mandates: 0 });
  });
});

describe("the history of a person", () => {
  it("reaches over every term and says which", async () => {
    const old = await openTerm(house.system, { level: "DISTRICT", ordinal: 5, name: "青澜区第五次党代会", congressFrom: null, congressTo: null, startsOn: "2020-12-31", endsOn: "2025-12-31", ageReferenceOn: null });
    const delegationId = await addDelegation(house.system, old, { name: "旧云帆代表团", unitId: null });
    await delegates.create(house.office, old, filled({ idNumber: CARD, mobile: MOBILE, delegationId }), { samePerson: "same", reviewBasis: null });
    expect([(await read(house.office)).rows.length, (await read(house.office, { range: "person" })).rows.map((r) => r.term)]).toEqual([1, ["青澜区第五次党代会", "青澜区第六次党代会"]]);
    expect((await read(me, { range: "person" })).mandates).toBe(2);
  });
});

it("turns its pages by number: forward and back, none twice and none left out", async () => {
  await ownerQuery(`INSERT INTO "AuditEvent" ("committeeId", "actorName", role, verb, "targetType", "targetId", outcome, "requestId") SELECT $1, '沈文清', 'OFFICE', 'delegate.edit', 'Delegate', $2, 'DONE', 'r' FROM generate_series(1, 44)`, [house.id, d.id]);
  const first = await read(house.office);
  const second = await read(house.office, { before: first.olderThan });
  const third = await read(house.office, { before: second.olderThan });
  expect([first, second, third].map((p) => [p.rows.length, p.newerThan !== null, p.olderThan !== null])).toEqual([[20, false, true], [20, true, true], [5, true, false]]);
  expect(new Set([first, second, third].flatMap((p) => p.rows.map((r) => r.seq))).size).toBe(45);
  expect((await read(house.office, { after: third.newerThan })).rows).toEqual(second.rows);
  expect(historyFilters.parse({ before: "x", after: "-1", size: "3", range: "all" })).toEqual({ range: "mandate", before: undefined, after: undefined, size: 20 });
});

it("a request under way is told before it ends", async () => {
  const id = await corrections.submit(me, submitInput.parse({ reason: "工作调整", position: "主任" }));
  expect((await acts(me))[0]).toBe("申请更正资料");
  await corrections.withdraw(me, { id, version: (await getCorrection(me, id)).version }, "写错了");
  expect((await read(me)).rows[0]).toMatchObject({ act: "更正申请：撤回申请", reason: "写错了" });
});
