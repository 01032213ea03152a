import sharp from "sharp";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/delegates/service";
import { getDelegate } from "@/lib/delegates/queries";
import { getOwnYear, listLastPlaces } from "@/lib/duties/own-queries";
import { getDutyPhoto } from "@/lib/duties/photo-queries";
import { addPhoto, removePhoto } from "@/lib/duties/photo-service";
import { countDuties, getDuty, listDuties } from "@/lib/duties/queries";
import { record, unrecord } from "@/lib/duties/record-service";
import * as review from "@/lib/duties/review-service";
import { dutyFilters, editInput, logInput, type Logged, type Written } from "@/lib/duties/schema";
import * as duties from "@/lib/duties/service";
import { countOf, sumDuties } from "@/lib/duties/sum-queries";
import { listWritable } from "@/lib/duties/whom-queries";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listTaskGroups } from "@/lib/tasks/queries";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Duty", "DutyPhoto", "Deadline", "Dispatch"];

let house: House;
let mine: string;
let theirs: string;
let me: AccountActor;
let other: AccountActor;

const delegateActor = async (id: string, name: string): Promise<AccountActor> => ({ ...actorOf("DELEGATE", house.id, [], name), personId: (await getDelegate(house.office, id)).personId });

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string) => ({ values: filled({ name, delegationId }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu), person("北山翁", house.delegations.north, house.units.beigu)]);
  [me, other] = [await delegateActor(mine, "云上客"), await delegateActor(theirs, "北山翁")];
});

const YESTERDAY = addDays(today(), -1);
const form = (more: object = {}) => ({ kind: "CONTACT", clientKey: newId(), title: "走访柏树坪村三组", heldOn: YESTERDAY, hours: "", place: "柏树坪村", content: "村口的路没有路灯", evidence: "", lateReason: "", members: "1", masses: "2", handled: "已联系镇里", ...more });
const logged = (more: object = {}): Logged => logInput.strict().parse(form(more)) as unknown as Logged;
const log = (more: object = {}, actor = me) => duties.log(actor, logged(more));
const logFor = (more: object = {}, delegateId = mine) => duties.logFor(house.liaison, { ...logged(more), delegateId });
const written = (more: object = {}): Written => {
  const { kind: _, clientKey: __, ...answers } = form(more);
  return editInput.omit({ id: true, version: true }).strict().parse(answers) as unknown as Written;
};
const at = async (id: string, actor = me) => ({ id, version: (await getDuty(actor, id)).version });
const stateOf = async (id: string, actor = me) => (await getDuty(actor, id)).state;
const verbsOf = async (id: string) => (await ownerQuery<{ verb: string }>(`SELECT verb FROM "AuditEvent" WHERE "targetId" = $1 AND outcome = 'DONE' ORDER BY seq`, [id])).map((v) => v.verb);
const clocksOf = (id: string) => ownerQuery<{ act: string; state: string; ownerRole: string }>(`SELECT act, state, "ownerRole" FROM "Deadline" WHERE "subjectId" = $1 ORDER BY act, id`, [id]);
const lettersOf = (id: string) => ownerQuery<{ kind: string; must: boolean; audience: { accounts: string[]; persons: string[] }; variables: { result?: string } }>(`SELECT kind, must, audience, variables FROM "Dispatch" WHERE "subjectId" = $1 ORDER BY id`, [id]);
const tasksOf = async (actor: AccountActor) => Object.fromEntries((await listTaskGroups(actor)).filter((g) => g.kind.startsWith("duty.")).map((g) => [g.kind, g.tasks.map((t) => t.id)]));

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}
const faults = async (act: () => Promise<unknown>) => (await refused(act)).fields;

describe("from the delegate's own word to the review", () => {
  it("is submitted as it is logged, reviewed by the office, and told to its author", async () => {
    const id = await log();
    expect(await getDuty(me, id)).toMatchObject({ state: "SUBMITTED", origin: "OWN", reached: 3, hours: null, detail: { members: 1, masses: 2, handled: "已联系镇里" }, open: ["withdraw"] });
    expect(await clocksOf(id)).toEqual([{ act: "duty.review", state: "RUNNING", ownerRole: "OFFICE" }]);
    expect(await tasksOf(house.office)).toEqual({ "duty.review": [id] });
    await review.approve(house.office, await at(id), "很好");
    expect(await getDuty(me, id)).toMatchObject({ state: "APPROVED", reviewerName: "沈文清", reviewNote: "很好", open: [] });
    expect(await clocksOf(id)).toEqual([{ act: "duty.review", state: "MET", ownerRole: "OFFICE" }]);
    expect(await lettersOf(id)).toMatchObject([{ kind: "duty.decided", must: false, audience: { persons: [me.personId] }, variables: { result: "审核通过" } }]);
    expect(await verbsOf(id)).toEqual(["duty.log", "duty.submit", "duty.approve"]);
    expect(await tasksOf(house.office)).toEqual({});
  });

  it("comes back with a reason, is mended and goes out again", async () => {
    const id = await log();
    await review.reject(house.office, await at(id), "请写明怎么办的");
    expect(await tasksOf(me)).toEqual({ "duty.redo": [id] });
    expect(await clocksOf(id)).toMatchObject([{ act: "duty.redo", state: "RUNNING", ownerRole: "DELEGATE" }, { act: "duty.review", state: "MET" }]);
    expect(await lettersOf(id)).toMatchObject([{ must: true, variables: { result: "退回修改" } }]);
    await duties.edit(me, await at(id), written({ title: "再访柏树坪村" }));
    expect(await getDuty(me, id)).toMatchObject({ state: "SUBMITTED", title: "再访柏树坪村" });
    expect(await clocksOf(id)).toMatchObject([{ act: "duty.redo", state: "MET" }, { act: "duty.review", state: "MET" }, { act: "duty.review", state: "RUNNING" }]);
    expect(await verbsOf(id)).toEqual(["duty.log", "duty.submit", "duty.reject", "duty.revise", "duty.edit", "duty.submit"]);
  });

  it("may be kept as a draft that nobody else sees, mended and removed", async () => {
    const id = await log({ then: "draft", content: "", members: "" });
    expect([await stateOf(id), (await listDuties(house.office, dutyFilters.parse({}))).total]).toEqual(["DRAFT", 0]);
    await refused(() => getDuty(house.office, id), NotFound);
    await duties.edit(me, await at(id), written({ then: "draft", title: "改个名称" }));
    await duties.remove(me, await at(id));
    await refused(() => getDuty(me, id), NotFound);
    expect(await verbsOf(id)).toEqual(["duty.log", "duty.edit", "duty.remove"]);
  });

  it("is taken back until a reviewer opened it, and not after", async () => {
    const id = await log();
    await review.open(house.leader, id).catch(() => null);
    await duties.withdraw(me, await at(id));
    expect([await stateOf(id), (await clocksOf(id))[0]?.state]).toEqual(["DRAFT", "CANCELLED"]);
    await duties.edit(me, await at(id), written());
    await review.open(house.office, id);
    expect((await getDuty(me, id)).open).toEqual([]);
    expect((await refused(async () => duties.withdraw(me, await at(id)))).message).toContain("已经开始审核");
  });

  it("is revoked by the head alone, with a reason", async () => {
    const id = await log();
    await review.approve(house.office, await at(id), null);
    await refused(async () => review.revoke(house.office, await at(id), "与事实不符"), Forbidden);
    await review.revoke(house.head, await at(id), "与事实不符");
    expect((await getOwnYear(me, YESTERDAY.slice(0, 4))).kinds).toEqual([]);
    await refused(async () => duties.edit(me, await at(id), written()));
    await refused(async () => review.approve(house.office, await at(id), null));
  });

  it("changes nothing for who read it at an earlier version", async () => {
    const id = await log();
    const seen = await at(id);
    await review.reject(house.office, seen, "请写明怎么办的");
    await duties.edit(me, await at(id), written());
    await refused(() => review.approve(house.office, seen, null), Conflict);
    await refused(() => duties.withdraw(me, seen), Conflict);
  });
});

describe("what is refused, each under its field", () => {
  it("a day to come, and one before the mandate", async () => {
    expect(logInput.safeParse(form({ heldOn: addDays(today(), 1) })).success).toBe(false);
    expect(await faults(() => duties.log(me, { ...logged(), heldOn: addDays(today(), 1) }))).toEqual({ heldOn: ["日期不能晚于今天"] });
    expect(await faults(() => log({ heldOn: "2025-12-30", lateReason: "当时没有系统" }))).toEqual({ heldOn: ["日期不能早于任职之日（2025-12-31）"] });
  });

  it("an old day without a reason; a draft may wait with it", async () => {
    const heldOn = addDays(today(), -31);
    expect(Object.keys(await faults(() => log({ heldOn })))).toEqual(["lateReason"]);
    await log({ heldOn, then: "draft" });
    expect((await getDuty(me, await log({ heldOn, lateReason: "出差在外，回来补记" }))).lateReason).toBe("出差在外，回来补记");
    expect(await stateOf(await log({ heldOn: addDays(today(), -30) }))).toBe("SUBMITTED");
  });

  it("one of the same kind and day, until the form says it is another", async () => {
    await log();
    expect((await faults(() => log()))["again"]?.join()).toContain("走访柏树坪村三组");
    expect(await stateOf(await log({ again: "on" }))).toBe("SUBMITTED");
    expect(await stateOf(await log({ kind: "OTHER" }))).toBe("SUBMITTED");
    expect(await stateOf(await log({}, other), other)).toBe("SUBMITTED");
  });

  it("what the kind asks for and did not get, all at once", async () => {
    expect(Object.keys(await faults(() => log({ kind: "TRAINING", content: "", organizer: "" }))).toSorted()).toEqual(["content", "evidence", "organizer"]);
    expect(Object.keys(await faults(() => log({ members: "三人" })))).toEqual(["members"]);
    expect(await faults(() => log({ kind: "CONGRESS" }))).toEqual({ kind: ["这一类由系统自动记录，不需要填报。请选择其他类别。"] });
  });

  it("who holds no mandate in force, and anybody who is no delegate", async () => {
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-01-05", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    expect((await refused(() => log())).message).toContain("暂停");
    await refused(() => duties.log({ ...me, personId: newId() }, logged()));
    for (const actor of [house.office, house.head, house.liaison, house.leader]) await refused(() => duties.log(actor, logged()), Forbidden);
  });
});

it("makes one record of one key, however often it is sent", async () => {
  const clientKey = newId();
  const ids = [await log({ clientKey }), await log({ clientKey }), await log({ clientKey, title: "又一次发送" })];
  expect([new Set(ids).size, (await listDuties(me, dutyFilters.parse({}))).total]).toEqual([1, 1]);
  expect(await log({ clientKey }, other)).not.toBe(ids[0]);
});

describe("the liaison", () => {
  it("writes for somebody of the own unit, who confirms it later", async () => {
    const id = await logFor();
    expect(await getDuty(house.office, id)).toMatchObject({ origin: "BEHALF", authorName: "孟帆", state: "SUBMITTED" });
    expect(await lettersOf(id)).toMatchObject([{ kind: "duty.written", must: true, audience: { persons: [me.personId] } }]);
    expect(await tasksOf(me)).toEqual({ "duty.confirm": [id] });
    await review.confirm(me, await at(id));
    expect([(await getDuty(me, id)).answers, await tasksOf(me)]).toEqual([false, {}]);
    await refused(async () => review.confirm(me, await at(id)));
    await refused(async () => review.confirm(house.liaison, await at(id)), Forbidden);
  });

  it("mends what came back, and the delegate confirms anew", async () => {
    const id = await logFor();
    await review.confirm(me, await at(id));
    await review.reject(house.office, await at(id), "请写明怎么办的");
    expect([await tasksOf(house.liaison), await tasksOf(me)]).toEqual([{ "duty.redo": [id] }, {}]);
    expect((await lettersOf(id)).at(-1)).toMatchObject({ audience: { accounts: [house.liaison.accountId] }, must: true });
    await duties.edit(house.liaison, await at(id), written());
    expect((await getDuty(me, id)).answers).toBe(true);
    await refused(async () => duties.edit(me, await at(id), written()), Forbidden);
  });

  it("neither sees nor writes for another unit, nor a delegate's own draft", async () => {
    await refused(() => logFor({}, theirs), NotFound);
    const foreign = await log({}, other);
    const draft = await log({ then: "draft" });
    for (const id of [foreign, draft]) {
      await refused(() => getDuty(house.liaison, id), NotFound);
      await refused(() => duties.edit(house.liaison, { id, version: 1 }, written()), NotFound);
    }
    expect((await listDuties(house.liaison, dutyFilters.parse({}))).total).toBe(0);
    await refused(() => getDuty(me, foreign), NotFound);
    await refused(() => getDuty({ ...house.office, committeeId: newId() }, foreign), NotFound);
  });
});

describe("what an activity wrote", () => {
  const key = () => `test:${mine}`;
  const write = () => transact(() => record(house.office, [{ key: key(), activityId: null as unknown as string, delegateId: mine, kind: "MEETING", title: "区委全会", heldOn: YESTERDAY, hours: 2, place: "区会议中心" }]));
  const only = async () => (await listDuties(me, dutyFilters.parse({}))).rows[0]?.id ?? "";

  it("stands approved and read-only, and counts", async () => {
    await write();
    const id = await only();
    expect(await getDuty(me, id)).toMatchObject({ state: "APPROVED", origin: "ACTIVITY", open: [], mends: false, answers: true });
    expect((await getOwnYear(me, YESTERDAY.slice(0, 4))).kinds).toEqual([{ kind: "MEETING", times: 1, hours: 2, reached: 0 }]);
    await refused(async () => duties.edit(me, await at(id), written()), Forbidden);
    await refused(async () => duties.remove(me, await at(id)), Forbidden);
  });

  it("is disputed by the delegate and answered by the office, once", async () => {
    await write();
    const id = await only();
    await review.dispute(me, await at(id), "当天请假，没有到会");
    expect(await tasksOf(house.office)).toEqual({ "duty.settle": [id] });
    expect(await countDuties(house.office, ["disputed", undefined], {})).toEqual([1, 1]);
    await refused(async () => review.dispute(me, await at(id), "当天请假，没有到会"));
    await review.settle(house.office, await at(id), "已核对签到表，改为请假");
    expect([await tasksOf(house.office), (await lettersOf(id)).at(-1)?.variables.result]).toEqual([{}, "对异议作了答复"]);
    await refused(async () => review.settle(house.office, await at(id), "已核对签到表，改为请假"));
    await transact(() => unrecord(house.office, [key()], "核对签到表"));
    await refused(() => getDuty(me, id), NotFound);
  });
});

describe("what a workbook brought", () => {
  const bring = async (state: "SUBMITTED" | "APPROVED" | "REJECTED", delegateId = mine) => {
    const id = newId();
    await ownerQuery(`INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", detail, "authorName", "submittedAt", "reviewNote", "updatedAt")
      SELECT $1, "committeeId", "termId", id, "unitId", 'CONTACT', $3::"DutyState", 'IMPORT', '入户走访', $4, '{}', '沈文清', now(), '请写明怎么办的', now() FROM "Delegate" WHERE id = $2`, [id, delegateId, state, YESTERDAY]);
    return id;
  };

  it("is mended and submitted by the delegate once it came back, and is the own word then", async () => {
    const id = await bring("REJECTED");
    expect([await tasksOf(me), await getDuty(me, id)]).toMatchObject([{ "duty.redo": [id] }, { mends: true, removes: false }]);
    await duties.edit(me, await at(id), written({ then: "draft" }));
    expect(await getDuty(me, id)).toMatchObject({ state: "DRAFT", mends: true, removes: false });
    await refused(async () => duties.remove(me, await at(id)), Forbidden);
    await duties.edit(me, await at(id), written());
    expect(await getDuty(me, id)).toMatchObject({ state: "SUBMITTED", origin: "IMPORT", title: "走访柏树坪村三组", answers: false, mends: false, open: [] });
    await review.reject(house.office, await at(id), "请写明怎么办的");
    expect([(await lettersOf(id)).at(-1), await tasksOf(me)]).toMatchObject([{ must: true, audience: { persons: [me.personId] } }, { "duty.redo": [id] }]);
  });

  it("is for nobody else to mend, and read-only while it is reviewed or counts, except for a dispute", async () => {
    const back = await bring("REJECTED");
    await refused(async () => duties.edit(house.liaison, await at(back), written()), Forbidden);
    await refused(() => duties.edit(other, { id: back, version: 1 }, written()), NotFound);
    for (const state of ["SUBMITTED", "APPROVED"] as const) {
      const id = await bring(state);
      await refused(async () => duties.edit(me, await at(id), written()));
      await refused(async () => duties.withdraw(me, await at(id)), Forbidden);
      await refused(async () => addPhoto(me, id, new Uint8Array([1])));
      await review.dispute(me, await at(id), "当天没有走访");
    }
  });

  it("is found and summed by where it came from", async () => {
    await bring("APPROVED");
    await log({ again: "on" });
    const of = async (query: object) => (await listDuties(house.office, dutyFilters.parse(query))).total;
    expect(await Promise.all([{ origin: "IMPORT" }, { origin: "OWN" }, { import: newId() }].map(of))).toEqual([1, 1, 0]);
    const sums = (query: object, actor = house.office) => sumDuties(actor, dutyFilters.parse(query));
    expect(await Promise.all([sums({}), sums({ state: "SUBMITTED" }), sums({}, { ...house.office, committeeId: newId() })])).toMatchObject([{ times: 1 }, { times: 0 }, { times: 0 }]);
    expect([await countOf(me, mine), await countOf(other, mine), await countOf(house.liaison, theirs)]).toEqual([2, 0, 0]);
  });
});

it("offers a liaison the delegates of the own units alone, by name", async () => {
  expect([(await listWritable(house.liaison)).map((d) => d.name), await listWritable(house.liaison, "北山")]).toEqual([["云上客"], []]);
});

describe("the office in a batch", () => {
  it("approves what still stands as it was read, and says what it passed over", async () => {
    const [a, b, c] = [await log(), await log({ kind: "OTHER" }), await log({ kind: "MEDIATION", result: "双方和解" })];
    const picks = await Promise.all([a, b, c].map((id) => at(id)));
    await duties.withdraw(me, picks[1]!);
    expect(await review.reviewMany(house.office, picks, "approve", null)).toEqual({ done: 2, skipped: 1 });
    expect(await Promise.all([a, b, c].map((id) => stateOf(id)))).toEqual(["APPROVED", "DRAFT", "APPROVED"]);
    expect(await review.reviewMany(house.office, picks, "approve", null)).toEqual({ done: 0, skipped: 3 });
  });

  it("sends back only with a reason, and nothing for who may not", async () => {
    const pick = await at(await log());
    expect(await faults(() => review.reviewMany(house.office, [pick], "reject", null))).toHaveProperty("note");
    for (const actor of [me, house.liaison, house.leader]) await refused(() => review.reviewMany(actor, [pick], "approve", null), Forbidden);
    expect(await review.reviewMany(house.head, [pick], "reject", "请写明怎么办的")).toEqual({ done: 1, skipped: 0 });
  });

  it("reviews nothing that came from the own account", async () => {
    const pick = await at(await log());
    const same = { ...house.office, accountId: me.accountId };
    expect(await review.reviewMany(same, [pick], "approve", null)).toEqual({ done: 0, skipped: 1 });
    await refused(() => review.approve(same, pick, null), Forbidden);
    expect(await tasksOf(same)).toEqual({});
  });
});

it("lists by kind, state, unit, name and year, and counts what it lists", async () => {
  await log();
  await log({ kind: "OTHER" }, other);
  const of = async (query: object) => (await listDuties(house.office, dutyFilters.parse(query))).total;
  const year = YESTERDAY.slice(0, 4);
  expect(await Promise.all([{}, { kind: "OTHER" }, { unit: house.units.wanghu }, { q: "北山" }, { year }, { year: "2020" }, { state: "SUBMITTED" }, { state: "APPROVED" }, { delegate: mine }].map(of))).toEqual([2, 1, 1, 1, 2, 0, 2, 0, 1]);
  expect(await countDuties(house.office, [undefined, "SUBMITTED", "APPROVED", "disputed"], { q: "北山" })).toEqual([1, 1, 0, 0]);
  expect(await listLastPlaces(me, mine)).toEqual(["柏树坪村"]);
});

describe("photographs", () => {
  const picture = async (shade: string) => new Uint8Array(await sharp({ create: { width: 2400, height: 900, channels: 3, background: shade } }).withExif({ IFD3: { GPSLatitude: "31/1 12/1 0/1" }, IFD0: { Artist: "SECRET-PLACE" } }).jpeg().toBuffer());

  it("are kept small and without place, for whoever may see the record, until a reviewer opened it", async () => {
    const id = await log();
    await addPhoto(me, id, await picture("#405080"));
    const photoId = (await getDuty(me, id)).photos[0]?.id ?? "";
    const kept = await getDutyPhoto(house.office, id, photoId, "photo");
    const { width, exif } = await sharp(kept).metadata();
    expect([width, exif, kept.includes("SECRET-PLACE"), (await sharp(await getDutyPhoto(me, id, photoId, "thumb")).metadata()).width]).toEqual([1600, undefined, false, 320]);
    await refused(() => getDutyPhoto(other, id, photoId, "thumb"), NotFound);
    expect((await refused(async () => addPhoto(me, id, await picture("#405080")))).message).toContain("已经上传过");
    await refused(async () => addPhoto(house.office, id, await picture("#505080")), Forbidden);
    await review.open(house.office, id);
    await refused(async () => addPhoto(me, id, await picture("#605080")));
    await refused(() => removePhoto(me, id, photoId));
  });

  it("are at most as many as the rule says, and one may be taken off", async () => {
    const id = await log({ then: "draft" });
    for (let i = 0; i < 9; i += 1) await addPhoto(me, id, await picture(`#${i}05080`));
    expect((await refused(async () => addPhoto(me, id, await picture("#ffffff")))).message).toContain("9 张");
    await removePhoto(me, id, (await getDuty(me, id)).photos[3]?.id ?? "");
    expect((await getDuty(me, id)).photos.length).toBe(8);
    await refused(() => addPhoto(me, id, new Uint8Array(Buffer.from("<svg/>"))));
  });
});
