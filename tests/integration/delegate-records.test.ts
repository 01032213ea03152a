import { beforeEach, describe, expect, it } from "vitest";
import * as delegates from "@/lib/delegates/service";
import { getDelegate } from "@/lib/delegates/queries";
import { editInput } from "@/lib/delegates/schema";
import { formValuesOf, recordInWords, writtenOf, type WrittenValues } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { today, addDays } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal, TooMany } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { answers, cardOf, filled, newHouse, type House } from "../support/roster";

const CARD = cardOf("19790405", 42);
const MOBILE = "10012344417";
const ADDRESS = "云帆街道望湖路 12 号";
const BASIS = "区第六次党代会资格审查小组报告";

let house: House;

beforeEach(async () => {
  house = await newHouse();
});

const lan = (more: Record<string, unknown> = {}) => filled({ idNumber: CARD, mobile: MOBILE, address: ADDRESS, delegationId: house.delegations.cloud, groupId: house.groups.cloud, delegateNo: "0603012", joinedPartyOn: "2002年7月1日", employer: "云帆街道卫生服务中心", position: "主任", ...more });
const create = (v: WrittenValues, options: { samePerson?: "ask" | "same" | "different"; reviewBasis?: string | null; actor?: Actor } = {}) =>
  delegates.create(options.actor ?? house.office, house.termId, v, { samePerson: options.samePerson ?? "ask", reviewBasis: options.reviewBasis === undefined ? BASIS : options.reviewBasis });
const versionOf = async (id: string) => getDelegate(house.office, id).then((d) => `${d.version}.${d.person.version}`);

/** The form as the page hands it out, with some answers changed, as the action reads it. */
async function edited(id: string, change: Record<string, unknown> = {}): Promise<WrittenValues> {
  const d = await getDelegate(house.office, id);
  const given = Object.fromEntries(Object.entries(formValuesOf(d)).map(([key, value]) => [key, value ?? ""]));
  const { id: _id, version: _version, ...form } = editInput.parse({ ...answers(given), flags: d.flags, ...change, id, version: "1.1" });
  return writtenOf(form);
}

const TABLES = ["Person", "Delegate", "DelegateStatusEvent"] as const;

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused<E extends Error>(act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as E;
}

const inField = async (act: () => Promise<unknown>, field: string) => (await refused(act, Refusal)).fields[field]?.join() ?? "";
const audits = (id: string, verb: string) => ownerQuery<{ changes: Record<string, [string | null, string | null]>; reason: string | null; actorName: string }>(`SELECT * FROM "AuditEvent" WHERE "targetId" = $1 AND verb = $2 AND outcome = 'DONE' ORDER BY seq`, [id, verb]);

describe("registering by hand", () => {
  it("makes an active delegate with the basis of the review, else one awaiting it", async () => {
    const [active, waiting] = [await create(lan()), await create(filled({ name: "马骁", birthMonth: "1974年2月", delegationId: house.delegations.north }), { reviewBasis: null })];
    expect((await getDelegate(house.office, active)).statusEvents.map((e) => e.event).sort()).toEqual(["ELECT", "QUALIFY"]);
    expect(await getDelegate(house.office, active)).toMatchObject({ status: "ACTIVE", unitId: house.units.yunfan, person: { joinedPartyOn: "2002-07-01", pinyin: "dinglan", initials: "dl" } });
    expect(await getDelegate(house.office, waiting)).toMatchObject({ status: "PENDING_REVIEW", unitId: house.units.root });
    expect(await audits(active, "delegate.create")).toHaveLength(1);
  });

  it("keeps numbers sealed in the tables", async () => {
    await create(lan());
    const stored = await rowsOf(house.id, ...TABLES);
    for (const secret of [CARD, MOBILE, ADDRESS]) expect(stored).not.toContain(secret);
  });

  it("refuses what is taken", async () => {
    await create(lan());
    expect((await refused(() => create(lan({ delegateNo: "" })), Refusal)).message).toContain("此人已是本届代表");
    expect(await inField(() => create(filled({ name: "马骁", birthMonth: "1974年2月", delegationId: house.delegations.north, delegateNo: "0603012" })), "delegateNo")).toContain("本届另一名代表正在使用");
  });

  it("asks about somebody of the same name and month of birth", async () => {
    const first = await create(lan());
    const alike = () => filled({ delegationId: house.delegations.north });
    expect(await inField(() => create(alike()), "samePerson")).toContain("同一人还是不同的人");
    const other = await create(alike(), { samePerson: "different" });
    expect((await getDelegate(house.office, other)).personId).not.toBe((await getDelegate(house.office, first)).personId);
    expect((await refused(() => create(filled({ delegationId: house.delegations.north, delegateNo: "7" }), { samePerson: "same" }), Refusal)).message).toContain("已是本届代表");
  });

  it("takes no known person's number under another name, unless the person is said to be the same", async () => {
    const earlier = await newHouse();
    const person = (await delegates.create(earlier.office, earlier.termId, filled({ idNumber: CARD, delegationId: earlier.delegations.cloud }), { samePerson: "ask", reviewBasis: BASIS }));
    await ownerQuery(`DELETE FROM "Delegate" WHERE id = $1`, [person]);
    const renamed = filled({ name: "丁晓岚", idNumber: CARD, delegationId: earlier.delegations.cloud });
    const refusal = await delegates.create(earlier.office, earlier.termId, renamed, { samePerson: "ask", reviewBasis: BASIS }).then(() => null, (e: unknown) => e);
    expect((refusal as Refusal).fields).toMatchObject({ idNumber: [expect.stringContaining("丁岚")], samePerson: [expect.any(String)] });
    expect(await ownerQuery(`SELECT name FROM "Person" WHERE "committeeId" = $1`, [earlier.id])).toEqual([{ name: "丁岚" }]);
    await delegates.create(earlier.office, earlier.termId, renamed, { samePerson: "same", reviewBasis: BASIS });
    expect(await ownerQuery(`SELECT name FROM "Person" WHERE "committeeId" = $1`, [earlier.id])).toEqual([{ name: "丁晓岚" }]);
  });

  it("refuses places of another term and a group of another delegation", async () => {
    const elsewhere = await newHouse();
    expect(await inField(() => create(lan({ delegationId: elsewhere.delegations.cloud, groupId: "" })), "delegationId")).toContain("没有这个代表团");
    expect(await inField(() => create(lan({ groupId: house.groups.north })), "groupId")).toContain("不属于所选代表团");
    expect(await inField(() => create(lan({ unitId: elsewhere.units.beigu })), "unitId")).toContain("没有这个选举单位");
    await refused(() => delegates.create(house.office, elsewhere.termId, lan(), { samePerson: "ask", reviewBasis: null }), NotFound);
  });

  it("lets a contradiction pass with a reason, an impossibility never", async () => {
    expect(await inField(() => create(lan({ sex: "1" })), "sex")).toContain("身份证号表示的性别不一致");
    await create(lan({ sex: "1", acceptReason: "户籍登记有误，已按档案核对" }));
    expect(await inField(() => create(filled({ name: "马骁", birthMonth: `${today().slice(0, 4)}.03`, delegationId: house.delegations.north, acceptReason: "确实如此" })), "birthMonth")).not.toBe("");
  });

  it("is for the office alone", async () => {
    for (const actor of [house.liaison, house.leader, actorOf("DELEGATE", house.id), actorOf("SYSTEM_ADMIN", house.id)]) await refused(() => create(lan(), { actor }), Forbidden);
  });
});

describe("editing", () => {
  it("changes what was changed, says both values masked, and nothing else", async () => {
    const id = await create(lan());
    await delegates.edit(house.office, id, await versionOf(id), await edited(id, { position: "党委书记", mobile: "10055558888", delegationId: house.delegations.north, groupId: "" }));
    const words = recordInWords(await getDelegate(house.office, id));
    expect(words).toMatchObject({ position: "党委书记", mobile: "100****8888", delegationId: "北固代表团", idNumber: `9901${"*".repeat(12)}${CARD.slice(-2)}`, joinedPartyOn: "2002年7月1日" });
    expect((await audits(id, "delegate.edit"))[0]?.changes).toEqual({
      position: ["主任", "党委书记"], mobile: ["100****4417", "100****8888"], delegationId: ["云帆代表团", "北固代表团"], groupId: ["第一小组", null],
    });
  });

  it("leaves everything as it was when the form comes back untouched", async () => {
    const id = await create(lan());
    const before = await rowsOf(house.id, ...TABLES);
    await delegates.edit(house.office, id, await versionOf(id), await edited(id));
    expect(await rowsOf(house.id, ...TABLES)).toBe(before);
    expect(await audits(id, "delegate.edit")).toEqual([]);
  });

  it("clears a number that was emptied, and refuses a mask changed by hand", async () => {
    const id = await create(lan());
    expect(await inField(async () => delegates.edit(house.office, id, await versionOf(id), await edited(id, { mobile: "139****4417" })), "mobile")).toContain("保留 100****4417 原样");
    await delegates.edit(house.office, id, await versionOf(id), await edited(id, { mobile: "", address: "" }));
    expect(recordInWords(await getDelegate(house.office, id))).toMatchObject({ mobile: null, address: null, idNumber: expect.stringContaining("****") });
  });

  it("keeps a pinyin set by hand with its initials, until it is emptied", async () => {
    const id = await create(lan({ name: "单小敏", pinyin: "dan xiao min" }));
    await delegates.edit(house.office, id, await versionOf(id), await edited(id, { remark: "核对" }));
    expect((await getDelegate(house.office, id)).person).toMatchObject({ pinyin: "danxiaomin", initials: "dxm", pinyinByHand: true });
    await delegates.edit(house.office, id, await versionOf(id), await edited(id, { pinyin: "" }));
    expect((await getDelegate(house.office, id)).person).toMatchObject({ pinyin: "shanxiaomin", initials: "sxm", pinyinByHand: false });
  });

  it("shows both values when somebody saved in between, and saves over once they were read", async () => {
    const id = await create(lan());
    const [version, mine] = [await versionOf(id), await edited(id, { position: "副主任" })];
    await delegates.edit(house.head, id, version, await edited(id, { position: "党委书记", remark: "换届后调整" }));
    const conflict = await refused(() => delegates.edit(house.office, id, version, mine), Conflict);
    expect(conflict.conflict).toEqual({ position: { theirs: "党委书记", yours: "副主任" }, remark: { theirs: "换届后调整", yours: "未填" } });
    expect(conflict.currentVersion).toBe(await versionOf(id));
    await delegates.edit(house.office, id, conflict.currentVersion, mine);
    expect((await getDelegate(house.office, id)).position).toBe("副主任");
  });

  it("lets one of two savers win", async () => {
    const id = await create(lan());
    const [version, one, two] = [await versionOf(id), await edited(id, { position: "甲" }), await edited(id, { position: "乙" })];
    const results = await Promise.allSettled([delegates.edit(house.office, id, version, one), delegates.edit(house.head, id, version, two)]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((r) => r.status === "rejected")?.reason).toBeInstanceOf(Conflict);
  });

  it("is refused to those who may only read, and unknown to the rest", async () => {
    const id = await create(lan({ unitId: house.units.beigu }));
    const [version, form] = [await versionOf(id), await edited(id, { position: "甲" })];
    await refused(() => delegates.edit(house.leader, id, version, form), Forbidden);
    for (const actor of [house.liaison, actorOf("DELEGATE", house.id), actorOf("SUPERVISOR", house.id), (await newHouse()).office]) await refused(() => delegates.edit(actor, id, version, form), NotFound);
  });
});

describe("showing a whole number", () => {
  it("is recorded with its reason, without the number", async () => {
    const id = await create(lan());
    expect(await delegates.reveal(house.office, id, "idNumber", "会议报到核验")).toBe(CARD);
    const [event] = await audits(id, "delegate.reveal");
    expect(event).toMatchObject({ reason: "会议报到核验", changes: { idNumber: [null, null] } });
    expect(JSON.stringify(event)).not.toContain(CARD);
  });
  it("ends after thirty in an hour, and the refused one is not recorded as done", async () => {
    const id = await create(lan());
    for (let i = 0; i < 30; i += 1) await delegates.reveal(house.office, id, "mobile", "电话通知会议");
    await expect(delegates.reveal(house.office, id, "mobile", "电话通知会议")).rejects.toBeInstanceOf(TooMany);
    expect(await audits(id, "delegate.reveal")).toHaveLength(30);
    expect(await delegates.reveal(house.head, id, "mobile", "电话通知会议")).toBe(MOBILE);
  });
  it("gives a liaison telephones of the own unit only", async () => {
    const [own, other] = [await create(lan()), await create(filled({ name: "马骁", birthMonth: "1974年2月", delegationId: house.delegations.north, unitId: house.units.beigu, mobile: MOBILE }))];
    expect(await delegates.reveal(house.liaison, own, "mobile", "电话通知会议")).toBe(MOBILE);
    await expect(delegates.reveal(house.liaison, own, "idNumber", "电话通知会议")).rejects.toBeInstanceOf(Forbidden);
    await expect(delegates.reveal(house.liaison, other, "mobile", "电话通知会议")).rejects.toBeInstanceOf(NotFound);
    await expect(delegates.reveal(house.leader, own, "mobile", "想看一下")).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("the status", () => {
  const facts = { effectiveOn: "2026-03-01", basis: "青组〔2026〕3号" };
  it("moves along the flow with its date and basis", async () => {
    const id = await create(lan());
    await delegates.changeStatus(house.head, id, 1, "SUSPEND", facts);
    expect(await getDelegate(house.office, id)).toMatchObject({ status: "SUSPENDED", version: 2 });
    await delegates.changeStatus(house.head, id, 2, "RESTORE", facts);
    expect((await audits(id, "delegate.suspend"))[0]).toMatchObject({ reason: facts.basis, changes: { status: ["在任", "暂停履职"] }, actorName: "罗岩" });
  });
  it("refuses what is not open, a day to come, an old version and who may not", async () => {
    const id = await create(lan());
    await refused(() => delegates.changeStatus(house.head, id, 1, "RESTORE", facts), Refusal);
    expect(await inField(() => delegates.changeStatus(house.head, id, 1, "SUSPEND", { ...facts, effectiveOn: addDays(today(), 1) }), "effectiveOn")).toContain("不能晚于今天");
    await refused(() => delegates.changeStatus(house.head, id, 7, "SUSPEND", facts), Conflict);
    await refused(() => delegates.changeStatus(house.office, id, 1, "SUSPEND", facts), Forbidden);
    await refused(() => delegates.changeStatus(house.liaison, id, 1, "TRANSFER_OUT", facts), Forbidden);
  });
});
