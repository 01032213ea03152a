import { beforeEach, describe, expect, it } from "vitest";
import { listClashes, noticeOf } from "@/lib/activities/advice-queries";
import { copy } from "@/lib/activities/copy-service";
import { countActivities, getActivity, listActivities, listHistory } from "@/lib/activities/queries";
import { activityFilters, planInput, planOf, type Plan } from "@/lib/activities/schema";
import * as activities from "@/lib/activities/service";
import type { Actor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Activity", "ActivitySession", "Participation", "ActivityGuest"];
const DAY = addDays(today(), 20);

let house: House;
let delegateId: string;

beforeEach(async () => {
  house = await newHouse();
  [delegateId = ""] = await enter(house, [{ values: filled({ name: "云上客", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
});

const typed = (more: Record<string, string> = {}) => ({
  unitId: house.units.root, kind: "MEETING", entry: "INVITATION", title: "区委全会（扩大）", place: "区委礼堂", replyBy: `${addDays(DAY, -3)}T18:00`, day1: DAY, from1: "09:00", to1: "11:30", hours1: "0", ...more,
});
const planned = (more: Record<string, string> = {}): Plan => planOf(planInput.strict().parse(typed(more)));
const plan = (more: Record<string, string> = {}, actor: Actor = house.office) => activities.plan(actor, planned(more));
const at = async (id: string) => ({ id, version: (await getActivity(house.office, id)).version });
const stateOf = async (id: string) => (await getActivity(house.office, id)).state;

/** Somebody on the list, as inviting leaves it. */
async function list(activityId: string, state = "INVITED"): Promise<string> {
  const [row] = await ownerQuery<{ id: string }>(`INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt") VALUES (gen_random_uuid(), $1, $2, $3, $4, $5::"ParticipationState", now()) RETURNING id`, [house.id, activityId, delegateId, house.units.wanghu, state]);
  return row?.id ?? "";
}

/** Somebody marked in the first session, as attendance leaves it. */
async function mark(activityId: string): Promise<void> {
  await ownerQuery(`INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "updatedAt")
    SELECT gen_random_uuid(), $1, $2, (SELECT id FROM "ActivitySession" WHERE "activityId" = $2 AND position = 1), $3, $4, 'PRESENT', 'HAND', now()`, [house.id, activityId, await list(activityId, "ACCEPTED"), delegateId]);
}

async function published(more: Record<string, string> = {}): Promise<string> {
  const id = await plan(more);
  await list(id);
  await activities.publish(house.office, await at(id), false);
  return id;
}

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}
const inFields = async (act: () => Promise<unknown>) => (await refused(act)).fields;
const later = <T>(fn: () => T) => async () => fn();

describe("planning", () => {
  it("keeps a draft whose time is that of its sessions, in the order of their time", async () => {
    const id = await plan({ day2: DAY, from2: "14:00", to2: "17:00", title2: "分组讨论", hours2: "3.5", day1: addDays(DAY, 1), signOut2: "on" });
    const found = await getActivity(house.office, id);
    expect(found).toMatchObject({ state: "DRAFT", unitName: expect.any(String), marked: 0, open: ["publish"] });
    expect(found.sessions.map((s) => [s.position, s.startsAt.toISOString(), s.hours, s.signOut])).toEqual([[1, `${DAY}T06:00:00.000Z`, 3.5, true], [2, `${addDays(DAY, 1)}T01:00:00.000Z`, 0, false]]);
    expect([found.startsAt.toISOString(), found.endsAt.toISOString()]).toEqual([`${DAY}T06:00:00.000Z`, `${addDays(DAY, 1)}T03:30:00.000Z`]);
    expect((await listHistory(house.office, found)).map((e) => e.verb)).toEqual(["activity.plan"]);
  });
  it("says of each line what is wrong with it", async () => {
    expect(await inFields(later(() => planned({ to1: "08:00" })))).toEqual({ to1: ["结束须晚于开始"] });
    expect(await inFields(later(() => planned({ day1: "", from1: "", to1: "", day3: DAY, from3: "9点" })))).toEqual({ from3: [expect.stringContaining("09:00")], to3: [expect.stringContaining("09:00")] });
    expect(await inFields(later(() => planned({ day1: "", from1: "", to1: "" })))).toEqual({ day1: ["请至少填写一场"] });
    expect(await inFields(later(() => planned({ day2: DAY, from2: "11:00", to2: "12:00" })))).toEqual({ from2: ["与第 1 场的时间重叠"] });
    expect(await inFields(() => plan({ replyBy: `${DAY}T09:00`, capacity: "20" }))).toEqual({ replyBy: ["须早于第一场的开始"], capacity: [expect.stringContaining("自愿报名")] });
    expect(await inFields(() => plan({ replyBy: "" }))).toEqual({ replyBy: [expect.stringContaining("截止时间")] });
    expect(await inFields(() => plan({ day1: "2019-01-02" }))).toMatchObject({ day1: [expect.stringContaining("届次之内")] });
  });
  it("is for the office everywhere and for a liaison in the own units", async () => {
    const id = await plan({ unitId: house.units.wanghu }, house.liaison);
    expect(await getActivity(house.liaison, id)).toMatchObject({ unitName: "望湖社区党委", can: { edit: true } });
    await refused(() => plan({ unitId: house.units.beigu }, house.liaison), Forbidden);
    const theirs = (await newHouse()).units.wanghu;
    await refused(() => plan({ unitId: theirs }), NotFound);
    await ownerQuery(`UPDATE "Unit" SET "activeTo" = '2026-02-01' WHERE id = $1`, [house.units.beigu]);
    expect(await inFields(() => plan({ unitId: house.units.beigu }))).toEqual({ unitId: ["请选择在用的组织单位"] });
    await refused(() => plan({}, actorOf("LEADER", house.id)), Forbidden);
  });
  it("is unknown to another committee and to the liaison of another unit", async () => {
    const id = await plan({ unitId: house.units.wanghu });
    const other = await newHouse();
    for (const actor of [other.office, actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), actorOf("LEADER", house.id), actorOf("SUPERVISOR", house.id)]) {
      await refused(() => getActivity(actor, id), NotFound);
      await refused(() => activities.publish(actor, { id, version: 1 }, true), NotFound);
      expect((await listActivities(actor, activityFilters.parse({ show: "all" }))).total).toBe(0);
    }
  });
});

describe("changing", () => {
  it("refuses who saved over another, with both values, and saves over it once looked at", async () => {
    const id = await plan();
    const read = await at(id);
    await activities.edit(house.office, read, planned({ place: "区委党校" }));
    const conflict = (await refused(() => activities.edit(house.head, read, planned({ place: "区政府会议室", day1: addDays(DAY, 1) })), Conflict)) as Conflict;
    expect(conflict.conflict).toMatchObject({ place: { theirs: "区委党校", yours: "区政府会议室" }, day1: { theirs: DAY, yours: addDays(DAY, 1) } });
    expect(Object.keys(conflict.conflict).sort()).toEqual(["day1", "place"]);
    await activities.edit(house.head, { id, version: Number(conflict.currentVersion) }, planned({ place: "区政府会议室" }));
    expect((await getActivity(house.office, id)).place).toBe("区政府会议室");
  });
  it("lets one of two savings at once through", async () => {
    const id = await plan();
    const read = await at(id);
    const done = await Promise.allSettled(["甲厅", "乙厅"].map((place) => activities.edit(house.office, read, planned({ place }))));
    expect(done.map((d) => d.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getActivity(house.office, id)).version).toBe(2);
  });
  it("keeps kind, entry and unit once published, and the times once somebody was marked", async () => {
    const id = await published({ day2: DAY, from2: "14:00", to2: "17:00" });
    expect(await inFields(async () => activities.edit(house.office, await at(id), planned({ kind: "TRAINING", entry: "ENROLMENT", unitId: house.units.wanghu })))).toEqual({ kind: [expect.any(String)], entry: [expect.any(String)], unitId: [expect.any(String)] });
    await activities.edit(house.office, await at(id), planned({ place: "区委党校" }));
    expect((await getActivity(house.office, id)).sessions).toHaveLength(1);
    await ownerQuery(`DELETE FROM "Participation" WHERE "activityId" = $1`, [id]);
    await mark(id);
    expect(await inFields(async () => activities.edit(house.office, await at(id), planned({ from1: "10:00" })))).toEqual({ day1: [expect.stringContaining("登记到会")] });
    await activities.edit(house.office, await at(id), planned({ place: "区委党校一楼", title1: "全体会议" }));
    expect((await getActivity(house.office, id)).sessions[0]?.title).toBe("全体会议");
  });
  it("does not take away places that are taken", async () => {
    const id = await plan({ entry: "ENROLMENT", capacity: "5" });
    await list(id, "ACCEPTED");
    await activities.edit(house.office, await at(id), planned({ entry: "ENROLMENT", capacity: "1" }));
    await ownerQuery(`INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt") SELECT gen_random_uuid(), "committeeId", $1, id, "unitId", 'ACCEPTED', now() FROM "Delegate" WHERE id = $2`,
      [id, (await enter(house, [{ values: filled({ name: "北山翁", delegationId: house.delegations.north }), unitId: house.units.beigu }]))[0]]);
    expect(await inFields(async () => activities.edit(house.office, await at(id), planned({ entry: "ENROLMENT", capacity: "1" })))).toEqual({ capacity: ["已有 2 人参加，名额不能少于 2"] });
  });
  it("takes a draft away with its list, and nothing that was published", async () => {
    const id = await plan();
    await list(id);
    await activities.remove(house.office, await at(id));
    await expect(getActivity(house.office, id)).rejects.toBeInstanceOf(NotFound);
    const kept = await published();
    expect((await refused(async () => activities.remove(house.office, await at(kept)))).message).toContain("已发布");
  });
});

describe("publishing and cancelling", () => {
  it("refuses an empty list where people are called, but not where they enrol", async () => {
    const id = await plan();
    expect((await refused(async () => activities.publish(house.office, await at(id), true))).message).toContain("名单上还没有人");
    const open = await plan({ entry: "ENROLMENT" });
    await activities.publish(house.office, await at(open), false);
    expect(await stateOf(open)).toBe("PUBLISHED");
  });
  it("asks to confirm short notice by the rule", async () => {
    const soon = addDays(today(), 3);
    const id = await plan({ day1: soon, replyBy: `${addDays(soon, -1)}T18:00` });
    await list(id);
    expect((await noticeOf(house.office, await getActivity(house.office, id)))?.text).toContain("不足 7 天");
    expect(await inFields(async () => activities.publish(house.office, await at(id), false))).toEqual({ confirm: [expect.stringContaining("通知时间不足")] });
    await activities.publish(house.office, await at(id), true);
    expect(await getActivity(house.office, id)).toMatchObject({ state: "PUBLISHED", open: ["hold", "cancel"] });
    expect(await noticeOf(house.office, { unitId: house.units.root, startsAt: new Date(Date.now() + 3_600_000) })).toMatchObject({ text: expect.stringContaining("不足 24 小时") });
    expect(await noticeOf(house.office, await getActivity(house.office, await plan()))).toBeNull();
  });
  it("publishes once, also when two do so at once", async () => {
    const id = await plan();
    await list(id);
    const read = await at(id);
    const done = await Promise.allSettled([activities.publish(house.office, read, true), activities.publish(house.head, read, true)]);
    expect(done.map((d) => d.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listHistory(house.office, await getActivity(house.office, id))).filter((e) => e.verb === "activity.publish")).toHaveLength(1);
  });
  it("refuses what has begun", async () => {
    const id = await plan({ day1: addDays(today(), -2), replyBy: `${addDays(today(), -3)}T18:00` });
    await list(id);
    expect((await refused(async () => activities.publish(house.office, await at(id), true))).message).toContain("已经开始");
  });
  it("cancels with its reason, until somebody was marked", async () => {
    const id = await published();
    await activities.edit(house.office, await at(id), planned({ place: "区委党校" }));
    await activities.edit(house.office, await at(id), planned({ place: "区委党校" }));
    await activities.cancel(house.office, await at(id), "因防汛工作改期");
    const told = await ownerQuery<{ kind: string; variables: { said: string; place: string }; audience: { persons: string[] } }>(`SELECT kind, variables, audience FROM "Dispatch" WHERE "subjectId" = $1 ORDER BY "createdAt"`, [id]);
    expect(told.map((d) => [d.kind, d.variables.place, d.audience.persons.length])).toEqual([["activity.invited", "区委礼堂", 1], ["activity.changed", "区委党校", 1], ["activity.cancelled", "区委党校", 1]]);
    expect([told[0]?.variables.said, told[1]?.variables.said, told[2]?.variables.said]).toEqual([expect.stringContaining("答复是否参加"), "地点", "因防汛工作改期"]);
    expect(await ownerQuery(`SELECT state FROM "Participation" WHERE "activityId" = $1`, [id])).toEqual([{ state: "CANCELLED" }]);
    expect(await getActivity(house.office, id)).toMatchObject({ state: "CANCELLED", cancelReason: "因防汛工作改期", open: [] });
    const marked = await plan();
    await mark(marked);
    await activities.publish(house.office, await at(marked), true);
    expect((await refused(async () => activities.cancel(house.office, await at(marked), "因防汛工作改期"))).message).toContain("已有人登记到会");
    const draft = await plan();
    expect((await refused(async () => activities.cancel(house.office, await at(draft), "因防汛工作改期"))).message).toContain("拟稿");
  });
});

describe("copying and finding", () => {
  it("copies to other days with the hours as they were", async () => {
    const id = await plan({ day2: addDays(DAY, 1), from2: "14:00", to2: "17:00", hours2: "3.5" });
    const made = await copy(house.office, id, { on: addDays(DAY, 7), repeat: "weekly", times: 3 });
    const copies = await Promise.all(made.map((one) => getActivity(house.office, one)));
    expect(copies.map((c) => [c.state, c.copiedFromId, c.startsAt.toISOString(), c.sessions.length, c.replyBy?.toISOString()])).toEqual([7, 14, 21].map((days) => ["DRAFT", id, `${addDays(DAY, days)}T01:00:00.000Z`, 2, `${addDays(DAY, days - 3)}T10:00:00.000Z`]));
    expect(await inFields(() => copy(house.office, id, { on: "2039-01-01", repeat: "once", times: 1 }))).toEqual({ on: [expect.stringContaining("届次之内")] });
    await refused(() => copy(actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), id, { on: DAY, repeat: "once", times: 1 }), NotFound);
  });
  it("names what stands at the same hours, and nothing that only touches them", async () => {
    const [id, same] = [await plan(), await plan({ title: "民主评议会", from1: "11:00", to1: "12:00" })];
    await plan({ title: "下午的会", from1: "11:30", to1: "12:30", day2: addDays(DAY, 1), from2: "09:00", to2: "10:00" });
    expect((await listClashes(house.office, await getActivity(house.office, id))).map((c) => c.id)).toEqual([same]);
  });
  it("lists what is coming the next first, and finds by kind, month, unit, state and text", async () => {
    const [late, soon, over] = [await plan({ day1: addDays(DAY, 40), replyBy: `${DAY}T18:00` }), await plan({ title: "履职培训班", kind: "TRAINING", unitId: house.units.wanghu }), await plan({ day1: addDays(today(), -9), replyBy: `${addDays(today(), -12)}T18:00` })];
    const ids = async (params: object) => (await listActivities(house.office, activityFilters.parse(params))).rows.map((r) => r.id);
    expect([await ids({}), await ids({ show: "over" }), await ids({ show: "all" })]).toEqual([[soon, late], [over], [late, soon, over]]);
    expect([await ids({ kind: "TRAINING" }), await ids({ unit: house.units.wanghu }), await ids({ q: "培训" }), await ids({ state: "PUBLISHED" })]).toEqual([[soon], [soon], [soon], []]);
    expect(await ids({ month: addDays(today(), -9).slice(0, 7), q: "区委" })).toContain(over);
    expect(await countActivities(house.office, activityFilters.parse({ show: "all" }))).toBe(3);
    expect((await listActivities(house.liaison, activityFilters.parse({ show: "all" }))).rows.map((r) => r.id)).toEqual([soon]);
  });
});
