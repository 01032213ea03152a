import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/actor";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import * as delegations from "@/lib/terms/delegations/service";
import { getCurrentTerm, getDelegation, getTerm, listDelegations, listGroups, listTerms, suggestTerm } from "@/lib/terms/queries";
import type { TermInput } from "@/lib/terms/schema";
import * as terms from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actorOf, newCommittee, plantDelegate, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";

const sixth: TermInput = { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: "2021-10-28", congressTo: "2021-10-30", startsOn: "2021-10-28", endsOn: "2026-10-28", ageReferenceOn: null };
const seventh: TermInput = { ...sixth, ordinal: 7, name: "青澜区第七次党代会", congressFrom: null, congressTo: null, startsOn: "2026-10-28", endsOn: "2031-10-28" };

let committee: Awaited<ReturnType<typeof newCommittee>>;
let office: AccountActor;
let head: AccountActor;
let termId: string;
let unit: Record<"yunfan" | "beigu", string>;

beforeEach(async () => {
  committee = await newCommittee();
  office = actorOf("OFFICE", committee.id);
  head = actorOf("OFFICE_HEAD", committee.id, [], "顾怀远");
  const plain = { kind: "SUBDISTRICT" as const, isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null };
  const root = await establish(committee.system, { ...plain, parentId: null, name: "中共青澜区委员会" });
  unit = { yunfan: await establish(committee.system, { ...plain, parentId: root, name: "云帆街道党工委" }), beigu: await establish(committee.system, { ...plain, parentId: root, name: "北固街道党工委" }) };
  termId = await terms.openTerm(office, sixth);
});

const versionOf = async (table: string, id: string) => ({ id, version: (await ownerQuery<{ version: number }>(`SELECT version FROM "${table}" WHERE id = $1`, [id]))[0]?.version ?? 0 });
const names = async (actor: AccountActor) => (await listDelegations(actor, termId)).map((d) => d.name);
const audits = (verb: string) => ownerQuery(`SELECT changes FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = $2 AND outcome = 'DONE'`, [committee.id, verb]);

/** The act must be refused with this error and leave every row exactly as it was. */
async function refused<E extends Error>(act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
  const all = async () => (await rowsOf(committee.id, "Term", "Delegation", "DelegateGroup")) + JSON.stringify(await ownerQuery(`SELECT * FROM "Committee" WHERE id = $1`, [committee.id]));
  const before = await all();
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await all()).toBe(before);
  return thrown as E;
}

const inField = async (act: () => Promise<unknown>, field: string) => (await refused(act, Refusal)).fields[field]?.join() ?? "";

describe("opening and editing a term", () => {
  it("keeps what the form said, calendar days unmoved", async () => {
    expect(await getTerm(office, termId)).toMatchObject({ ...sixth, ordinalName: "第六次", current: false, delegates: 0 });
    expect(await audits("term.open")).toMatchObject([{ changes: { ordinal: [null, "第六次"], level: [null, "区县"] } }]);
  });

  it("refuses a taken ordinal and dates out of order, in the form and in the service alike", async () => {
    expect(await inField(() => terms.openTerm(office, { ...seventh, ordinal: 6 }), "ordinal")).toContain("已有这个届次");
    expect(await inField(() => terms.openTerm(office, { ...seventh, endsOn: seventh.startsOn }), "endsOn")).toContain("晚于");
    expect(await inField(() => terms.openTerm(office, { ...seventh, congressFrom: "2026-10-29", congressTo: "2026-10-28" }), "congressTo")).toContain("不能早于");
    expect(await terms.openTerm(office, { ...seventh, ordinal: 6, level: "TOWNSHIP" })).toBeTruthy();
  });

  it("gives an ordinal to one of two who ask for it at once", async () => {
    const tries = await Promise.allSettled([terms.openTerm(office, seventh), terms.openTerm(head, seventh)]);
    expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("moves the end of the term, and shows the second editor both values", async () => {
    await terms.editTerm(office, termId, 1, { ...sixth, endsOn: "2027-03-01" });
    const lost = await refused(() => terms.editTerm(head, termId, 1, { ...sixth, endsOn: "2026-12-01" }), Conflict);
    expect(lost.conflict).toEqual({ endsOn: { theirs: "2027-03-01", yours: "2026-12-01" } });
    expect(lost.currentVersion).toBe("2");
    expect(await audits("term.edit")).toMatchObject([{ changes: { endsOn: ["2026-10-28", "2027-03-01"] } }]);
  });

  it("suggests the one that follows", async () => {
    expect(await suggestTerm(office)).toEqual({ level: "DISTRICT", ordinal: 7, name: "青澜区第七次党代会" });
  });
});

describe("the present term", () => {
  it("is set by the head of the office alone", async () => {
    await refused(() => terms.makeCurrent(office, termId, null), Forbidden);
    expect(await getCurrentTerm(office)).toBeNull();
    await terms.makeCurrent(head, termId, null);
    expect(await getCurrentTerm(office)).toMatchObject({ id: termId, current: true });
    await refused(() => terms.makeCurrent(head, termId, termId), Refusal);
  });

  it("is set once when two ask at the same moment", async () => {
    const tries = await Promise.allSettled([terms.makeCurrent(head, termId, null), terms.makeCurrent(actorOf("OFFICE_HEAD", committee.id), termId, null)]);
    expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await audits("term.makeCurrent")).toHaveLength(1);
  });

  it("tells the second of two who set different terms which one stands now", async () => {
    const next = await terms.openTerm(office, seventh);
    const tries = await Promise.allSettled([terms.makeCurrent(head, termId, null), terms.makeCurrent(head, next, null)]);
    const lost = tries.find((t) => t.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    expect((lost?.reason as Conflict).conflict.current?.theirs).toBe((await getCurrentTerm(office))?.name);
    expect(await audits("term.makeCurrent")).toHaveLength(1);
  });
});

describe("delegations and groups", () => {
  let first: string;
  let second: string;
  let third: string;

  beforeEach(async () => {
    first = await delegations.addDelegation(committee.system, termId, { name: "云帆街道代表团", unitId: unit.yunfan });
    second = await delegations.addDelegation(office, termId, { name: "北固街道代表团", unitId: unit.beigu });
    third = await delegations.addDelegation(office, termId, { name: "区直机关代表团", unitId: null });
  });

  it("stand in the order they were given and move up and down", async () => {
    expect(await names(office)).toEqual(["云帆街道代表团", "北固街道代表团", "区直机关代表团"]);
    await delegations.reorderDelegation(office, { id: third, direction: "up", position: 3 });
    await delegations.reorderDelegation(office, { id: first, direction: "down", position: 1 });
    expect(await names(office)).toEqual(["区直机关代表团", "云帆街道代表团", "北固街道代表团"]);
    await refused(() => delegations.reorderDelegation(office, { id: third, direction: "up", position: 1 }), Refusal);
    await refused(() => delegations.reorderDelegation(office, { id: second, direction: "up", position: 2 }), Refusal);
  });

  it("keep an order without gaps or doubles when two move at once", async () => {
    await Promise.allSettled([delegations.reorderDelegation(office, { id: first, direction: "down", position: 1 }), delegations.reorderDelegation(head, { id: second, direction: "up", position: 2 })]);
    expect((await listDelegations(office, termId)).map((d) => d.position)).toEqual([1, 2, 3]);
    const added = await Promise.all(["甲代表团", "乙代表团"].map((name) => delegations.addDelegation(office, termId, { name, unitId: null })));
    expect(new Set(added).size).toBe(2);
    expect((await listDelegations(office, termId)).map((d) => d.position)).toEqual([1, 2, 3, 4, 5]);
  });

  it("are renamed and matched with a unit of the committee; a stale form is a conflict", async () => {
    await delegations.renameDelegation(office, { id: first, version: 1 }, "云帆代表团");
    await refused(() => delegations.renameDelegation(head, { id: first, version: 1 }, "另一个名称"), Conflict);
    expect(await inField(() => delegations.renameDelegation(office, { id: first, version: 2 }, "北固街道代表团"), "name")).toContain("北固街道代表团");
    await delegations.setDelegationUnit(office, { id: third, version: 1 }, unit.beigu);
    expect(await getDelegation(office, termId, third)).toMatchObject({ unitName: "北固街道党工委", version: 2 });
    const lost = await refused(() => delegations.setDelegationUnit(office, { id: third, version: 1 }, null), Conflict);
    expect(lost.conflict.unitId).toEqual({ theirs: "北固街道党工委", yours: "—" });
    const other = await newCommittee("澄湖区");
    const foreign = await establish(other.system, { parentId: null, name: "中共澄湖区委员会", kind: "PARTY_COMMITTEE", isElecting: true, isHandling: false, activeFrom: "2001-01-01", basis: null });
    expect(await inField(() => delegations.setDelegationUnit(office, { id: third, version: 2 }, foreign), "unitId")).toContain("没有这个选举单位");
  });

  it("are counted by what the roster shows, and removed only when nobody is in them", async () => {
    const at = { committeeId: committee.id, termId, unitId: unit.yunfan, delegationId: first };
    const groupId = await delegations.addGroup(office, termId, { name: "云帆第一小组", delegationId: first });
    await plantDelegate({ ...at, groupId });
    await plantDelegate({ ...at, status: "TERMINATED" });
    expect(await listDelegations(office, termId)).toMatchObject([{ delegates: 1, groups: 1 }, { delegates: 0 }, { delegates: 0 }]);
    expect(await listGroups(office, termId)).toMatchObject([{ name: "云帆第一小组", delegationName: "云帆街道代表团", delegates: 1 }]);
    expect((await refused(async () => delegations.removeDelegation(office, await versionOf("Delegation", first)), Refusal)).message).toContain("2 名代表、1 个代表小组");
    expect((await refused(async () => delegations.removeGroup(office, await versionOf("DelegateGroup", groupId)), Refusal)).message).toContain("1 名代表");
    await refused(() => delegations.removeDelegation(office, { id: second, version: 9 }), Conflict);
    await delegations.removeDelegation(office, await versionOf("Delegation", second));
    expect(await names(office)).toEqual(["云帆街道代表团", "区直机关代表团"]);
    expect(await audits("delegation.remove")).toMatchObject([{ changes: { name: ["北固街道代表团", null] } }]);
  });

  it("a group goes into a delegation only when all its delegates are of it", async () => {
    const groupId = await delegations.addGroup(office, termId, { name: "企业小组", delegationId: null });
    await plantDelegate({ committeeId: committee.id, termId, unitId: unit.yunfan, delegationId: first, groupId });
    expect(await inField(() => delegations.setGroupDelegation(office, { id: groupId, version: 1 }, second), "delegationId")).toContain("1 名");
    await delegations.setGroupDelegation(office, { id: groupId, version: 1 }, first);
    await delegations.renameGroup(office, { id: groupId, version: 2 }, "云帆企业小组");
    const later = await delegations.addGroup(office, termId, { name: "第二小组", delegationId: null });
    await delegations.reorderGroup(office, { id: later, direction: "up", position: 2 });
    expect(await listGroups(office, termId)).toMatchObject([{ name: "第二小组" }, { name: "云帆企业小组", delegationName: "云帆街道代表团" }]);
    await delegations.removeGroup(office, await versionOf("DelegateGroup", later));
    const other = await terms.openTerm(office, seventh);
    expect(await inField(() => delegations.addGroup(office, other, { name: "越届小组", delegationId: first }), "delegationId")).toContain("没有这个代表团");
  });

  it("show a liaison only where the own delegates are, counting only those", async () => {
    const group = (name: string, delegationId: string) => delegations.addGroup(office, termId, { name, delegationId });
    const [mine, theirs] = [await group("机关一组", third), await group("机关二组", third)];
    const at = { committeeId: committee.id, termId, delegationId: third };
    await plantDelegate({ ...at, unitId: unit.yunfan, groupId: mine });
    await plantDelegate({ ...at, unitId: unit.beigu, groupId: theirs });
    await delegations.setDelegationUnit(office, { id: third, version: 1 }, unit.beigu);
    const liaison = actorOf("UNIT_LIAISON", committee.id, [unit.yunfan]);
    expect(await listDelegations(liaison, termId)).toMatchObject([{ name: "云帆街道代表团", delegates: 0 }, { name: "区直机关代表团", delegates: 1, unitName: null, unitId: null }]);
    expect((await listGroups(liaison, termId)).map((g) => g.name)).toEqual(["机关一组"]);
    expect(await listTerms(liaison)).toMatchObject([{ delegates: 1, delegations: 2, groups: 1 }]);
    await expect(getDelegation(liaison, termId, second)).rejects.toBeInstanceOf(NotFound);
    await refused(() => delegations.renameDelegation(liaison, { id: second, version: 1 }, "改名"), NotFound);
    await refused(() => delegations.renameDelegation(liaison, { id: first, version: 1 }, "改名"), Forbidden);
    await refused(() => terms.editTerm(liaison, termId, 1, sixth), Forbidden);
  });

  it("are another committee's affair for anybody else's office, and nobody's for those outside", async () => {
    const stranger = actorOf("OFFICE_HEAD", (await newCommittee("澄湖区")).id);
    await refused(() => terms.makeCurrent(stranger, termId, null), NotFound);
    await refused(() => delegations.removeDelegation(stranger, { id: second, version: 1 }), NotFound);
    await refused(() => delegations.addDelegation(stranger, termId, { name: "越界代表团", unitId: null }), NotFound);
    expect(await listTerms(stranger)).toEqual([]);
    for (const role of ["DELEGATE", "HANDLING_UNIT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const) {
      expect(await listTerms(actorOf(role, committee.id, [unit.yunfan]))).toEqual([]);
      await expect(listDelegations(actorOf(role, committee.id, [unit.yunfan]), termId)).rejects.toBeInstanceOf(NotFound);
    }
  });
});
