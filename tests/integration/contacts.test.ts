import { v7 as newId } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { countCoverage, getContact, listContactsOf, listCoverage, listMeetings, metNow } from "@/lib/contacts/queries";
import { daysOf, quarterOf } from "@/lib/platform/quarters";
import { addInput } from "@/lib/contacts/schema";
import * as contacts from "@/lib/contacts/service";
import { countGap, countGaps } from "@/lib/delegates/gap-queries";
import { getDelegate, getRosterFrame } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import { getDuty } from "@/lib/duties/queries";
import * as review from "@/lib/duties/review-service";
import { logInput, type Logged } from "@/lib/duties/schema";
import * as duties from "@/lib/duties/service";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { Conflict, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let mine: string;
let theirs: string;
let me: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string) => ({ values: filled({ name, delegationId }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu), person("北山翁", house.delegations.north, house.units.beigu)]);
  me = { ...actorOf("DELEGATE", house.id, [], "云上客"), personId: (await getDelegate(house.office, mine)).personId };
});

const quarter = quarterOf(today());
const FIRST = daysOf(quarter).from;
const kept = (more: object = {}) => addInput.strict().parse({ kind: "MEMBER", name: "被联系的党员", about: "", since: FIRST, ...more });
const add = async (more: object = {}, actor: AccountActor = me): Promise<string> => {
  const of = await contacts.add(actor, kept(more));
  return (await listContactsOf(house.office, of)).kept.at(-1)?.id ?? "";
};
const log = (ids: string[], more: object = {}) =>
  duties.log(me, logInput.strict().parse({ kind: "CONTACT", clientKey: newId(), title: "上门走访", heldOn: today(), content: "了解生活情况", members: "1", masses: "", contacts: ids, again: "on", ...more }) as unknown as Logged);

async function refused(act: () => Promise<unknown>, kind: abstract new (...args: never[]) => Error = Refusal): Promise<Refusal> {
  const rows = async () => [await rowsOf(house.id, "Contact", "Duty"), await ownerQuery(`SELECT * FROM "DutyContact" ORDER BY 2, 3`)];
  const before = await rows();
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(kind);
  expect(await rows()).toEqual(before);
  return thrown as Refusal;
}

it("counts what its lists show, in the eyes of the office and of the liaison", async () => {
  const [a, b] = [await add(), await add({ name: "另一名党员" })];
  await add({ kind: "BRANCH", name: "北固村党支部", delegateId: theirs }, house.office);
  await log([a, b]);
  const again = await log([a], { heldOn: addDays(today(), 0), title: "又一次上门" });
  await review.approve(house.office, { id: again, version: (await getDuty(me, again)).version }, null);
  for (const [actor, all] of [[house.office, 3], [house.liaison, 2]] as const) {
    const frame = await getRosterFrame(actor);
    const of = { termId: house.termId, quarter };
    const { rows, total } = await countCoverage(actor, of);
    expect(total).toEqual({ all, covered: 2, open: all - 2 });
    for (const show of ["all", "covered", "open"] as const) {
      expect((await listCoverage(actor, of, { show, page: 1 })).total).toBe(total[show]);
      for (const row of rows) expect((await listCoverage(actor, { ...of, delegation: row.id }, { show, page: 1 })).total).toBe(row[show]);
    }
    expect(frame && (await countGap(actor, frame, "target"))).toBe(frame && (await countGaps(actor, frame)).reduce((sum, row) => sum + row.of.target, 0));
  }
  expect(await metNow(me, mine)).toEqual(new Set([a, b]));
  expect((await listMeetings(me, a, 1)).total).toBe(2);
  expect(await getContact(me, a)).toMatchObject({ last: today(), edits: true });
});

it("forgets a record that was revoked, a delegate who left, and a contact that ended before", async () => {
  const a = await add();
  const id = await log([a]);
  const of = { termId: house.termId, quarter };
  expect((await countCoverage(house.office, of)).total).toMatchObject({ all: 1, covered: 1 });
  await review.approve(house.office, { id, version: (await getDuty(me, id)).version }, null);
  await review.revoke(house.head, { id, version: (await getDuty(me, id)).version }, "与事实不符");
  expect((await countCoverage(house.office, of)).total).toMatchObject({ all: 1, covered: 0 });
  await contacts.end(me, { id: a, version: 1 }, { endedOn: today(), endReason: "迁出" });
  expect((await countCoverage(house.office, of)).total.all).toBe(1);
  await refused(() => contacts.edit(me, { id: a, version: 2 }, kept()));
  await add();
  await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: today(), basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
  expect((await countCoverage(house.office, of)).total).toEqual({ all: 0, covered: 0, open: 0 });
});

it("keeps one of a name at a time, however many ask at once", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => contacts.add(me, kept())));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await listContactsOf(me, mine)).kept).toHaveLength(1);
  expect((await refused(() => contacts.add(me, kept()))).fields).toEqual({ name: ["已有同类同名的联系对象，没有再登记"] });
});

it("is named by a record of its own delegate alone, from its first to its last day", async () => {
  const a = await add({ since: today() });
  const foreign = await add({ kind: "BRANCH", name: "北固村党支部", delegateId: theirs }, house.office);
  for (const ids of [[foreign], [newId()]]) expect((await refused(() => log(ids))).fields.contacts).toHaveLength(1);
  expect((await refused(() => log([a], { heldOn: addDays(today(), -1) }))).fields.contacts).toHaveLength(1);
  const id = await log([a, a], { then: "draft" });
  expect((await getDuty(me, id)).named.map((one) => one.id)).toEqual([a]);
  const [told] = await ownerQuery<{ changes: Record<string, unknown> }>(`SELECT changes FROM "AuditEvent" WHERE "targetId" = $1 AND verb = 'duty.log'`, [id]);
  expect(told?.changes).toMatchObject({ contacts: [null, "被联系的党员"] });
  // A draft holds it, so that it is not taken away under the writer's hand.
  await refused(() => contacts.remove(me, { id: a, version: 1 }));
  expect((await refused(() => contacts.end(me, { id: a, version: 1 }, { endedOn: addDays(today(), -1), endReason: "迁出" }))).fields.endedOn).toHaveLength(1);
  // A kind that is not about anybody names nobody.
  const other = await log([a], { kind: "VOLUNTEER" });
  expect((await getDuty(me, other)).named).toEqual([]);
});

it("belongs to the delegate, the liaison of the unit and the office; nobody else learns of it", async () => {
  const a = await add();
  for (const actor of [house.liaison, house.office]) await contacts.edit(actor, { id: a, version: (await getContact(actor, a)).version }, kept({ about: "望湖社区三号楼" }));
  const stranger = { ...actorOf("DELEGATE", house.id, [], "北山翁"), personId: (await getDelegate(house.office, theirs)).personId };
  for (const actor of [stranger, actorOf("LEADER", house.id), actorOf("SUPERVISOR", house.id), actorOf("UNIT_LIAISON", house.id, [house.units.beigu])]) await refused(() => contacts.edit(actor, { id: a, version: 3 }, kept()), NotFound);
  await refused(() => contacts.edit(me, { id: a, version: 1 }, kept()), Conflict);
  await refused(() => contacts.add(stranger, kept({ delegateId: mine })), NotFound);
  await contacts.remove(me, { id: a, version: 3 });
  expect((await listContactsOf(me, mine)).kept).toEqual([]);
});
