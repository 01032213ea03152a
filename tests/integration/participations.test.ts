import { beforeEach, describe, expect, it } from "vitest";
import { getActivity } from "@/lib/activities/queries";
import { planInput, planOf } from "@/lib/activities/schema";
import * as activities from "@/lib/activities/service";
import { previewInvitation } from "@/lib/participations/invite-queries";
import { invite, remind, strike } from "@/lib/participations/invite-service";
import { leaveLists, lapseReplies } from "@/lib/participations/job-service";
import { getOwnParticipation, getParticipation, listParticipations } from "@/lib/participations/queries";
import { listFilters } from "@/lib/participations/schema";
import { askLeave, decideLeave, enrol, reply, replyFor, takeBackLeave, withdraw } from "@/lib/participations/service";
import { suggestSubstitute } from "@/lib/participations/substitute-queries";
import { inviteSubstitute } from "@/lib/participations/substitute-service";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { addDays, setClock, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listTaskGroups } from "@/lib/tasks/queries";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const DAY = addDays(today(), 20);
let house: House;
let ids: string[];
let people: AccountActor[];

beforeEach(async () => {
  house = await newHouse();
  const names = ["丁岚", "马成", "王秋", "石磊"];
  ids = await enter(house, names.map((name, i) => ({ values: filled({ name, delegationId: i < 3 ? house.delegations.cloud : house.delegations.north }), unitId: i < 3 ? house.units.yunfan : house.units.beigu })));
  const rows = await ownerQuery<{ id: string; personId: string }>(`SELECT id, "personId" FROM "Delegate" WHERE "committeeId" = $1`, [house.id]);
  people = ids.map((id) => mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: rows.find((row) => row.id === id)?.personId ?? "" }));
  return () => setClock(null);
});

const typed = (more: Record<string, string>) => planOf(planInput.strict().parse({
  unitId: house.units.root, kind: "MEETING", entry: "INVITATION", title: "区委全会（扩大）", place: "区委礼堂", replyBy: `${addDays(DAY, -3)}T18:00`, day1: DAY, from1: "09:00", to1: "11:30", hours1: "0", ...more,
}));
const plan = (more: Record<string, string> = {}) => activities.plan(house.office, typed(more));
const versioned = async (id: string) => ({ id, version: (await getActivity(house.office, id)).version });
const publish = async (id: string) => activities.publish(house.office, await versioned(id), true);
const picked = (...of: number[]) => `scope=active&pick=${of.map((i) => ids[i]).join("%2C")}`;

async function call(id: string, list = "scope=active", actor: AccountActor = house.office) {
  const seen = await previewInvitation(actor, await getActivity(actor, id), list);
  return invite(actor, id, list, seen?.seal ?? "");
}

/** A published meeting that calls these delegates. */
async function meeting(of: number[], more: Record<string, string> = {}): Promise<string> {
  const id = await plan(more);
  await call(id, picked(...of));
  await publish(id);
  return id;
}

async function training(capacity: string, more: Record<string, string> = {}): Promise<string> {
  const id = await plan({ kind: "TRAINING", entry: "ENROLMENT", title: "党章专题培训", capacity, ...more });
  await publish(id);
  return id;
}

const ownOf = async (i: number, activityId: string) => (await getOwnParticipation(people[i]!, activityId))!;
const at = async (i: number, activityId: string) => {
  const { id, version } = await ownOf(i, activityId);
  return { id, version };
};
const states = async (activityId: string) => Object.fromEntries((await listParticipations(house.office, activityId, listFilters.parse({}))).rows.map((row) => [row.name, row.state]));
const letters = async (kind: string) => (await ownerQuery<{ audience: { persons: string[] }; variables: Record<string, string> }>(`SELECT audience, variables FROM "Dispatch" WHERE "committeeId" = $1 AND kind = $2 ORDER BY "createdAt", id`, [house.id, kind])).map((d) => ({ heads: d.audience.persons.length, what: d.variables.said }));
const begun = () => setClock(() => new Date(`${DAY}T09:00:00+08:00`));

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "Participation", "Dispatch");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "Participation", "Dispatch")).toBe(before);
  return thrown as Refusal;
}

describe("calling", () => {
  it("tells nobody while it is a draft, everybody when it is published, and who comes later at once", async () => {
    const id = await plan();
    expect(await call(id, picked(0, 1))).toBe(2);
    expect(await letters("activity.invited")).toEqual([]);
    await publish(id);
    expect(await letters("activity.invited")).toEqual([{ heads: 2, what: expect.stringContaining("18:00 前答复") }]);
    expect(await call(id)).toBe(2);
    expect(await letters("activity.invited")).toHaveLength(2);
    expect(await states(id)).toEqual({ 丁岚: "INVITED", 马成: "INVITED", 王秋: "INVITED", 石磊: "INVITED" });
  });

  it("says what speaks for each, who is passed over and how many are left out", async () => {
    const id = await plan();
    await call(id, picked(0));
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [ids[1]]);
    await ownerQuery(`INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", "authorName", "updatedAt") SELECT gen_random_uuid(), "committeeId", "termId", id, "unitId", 'MEETING', 'APPROVED', 'OWN', '全会', '2026-01-15', '丁岚', now() FROM "Delegate" WHERE id = $1`, [ids[2]]);
    const seen = await previewInvitation(house.office, await getActivity(house.office, id), picked(0, 1, 2).replace("scope=active", "scope=register"));
    expect(seen).toMatchObject({ heads: 1, listed: 1, notActive: ["马成"], leftOut: 1, women: 1, neverMet: 0 });
    expect(seen?.rows[0]).toMatchObject({ name: "王秋", why: "本届列席 1 次，最近 2026-01-15" });
  });

  it("is refused when the choice moved, when nobody is new, and once it has begun", async () => {
    const id = await plan();
    const list = picked(0, 1);
    const { seal } = (await previewInvitation(house.office, await getActivity(house.office, id), list))!;
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [ids[1]]);
    expect((await refused(() => invite(house.office, id, list, seal))).message).toContain("有变动");
    await call(id, list);
    expect((await refused(() => call(id, list))).message).toContain("都已在名单中");
    await publish(id);
    begun();
    expect((await refused(() => call(id))).message).toContain("已经开始");
  });

  it("is for who organises: a liaison the own units, nobody else", async () => {
    const id = await plan({ unitId: house.units.wanghu });
    const list = picked(0, 3);
    expect(await call(id, list, house.liaison)).toBe(1);
    expect(await states(id)).toEqual({ 丁岚: "INVITED" });
    await refused(() => invite(actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), id, list, "x".repeat(22)), NotFound);
    await refused(async () => invite((await newHouse()).office, id, list, "x".repeat(22)), NotFound);
    await publish(id);
    await refused(() => invite(house.leader, id, list, "x".repeat(22)), Forbidden);
  });

  it("strikes off with a word to the delegate, who may be called anew", async () => {
    const id = await meeting([0, 1]);
    await strike(house.office, await at(0, id), "会议规模调整");
    expect([await letters("activity.struck"), (await states(id))["丁岚"]]).toEqual([[{ heads: 1, what: "会议规模调整" }], "CANCELLED"]);
    const [gone] = (await listParticipations(house.office, id, listFilters.parse({ state: "CANCELLED" }))).rows;
    expect((await refused(() => strike(house.office, gone!, "会议规模调整"))).message).toContain("已取消");
    await call(id, picked(0));
    expect([(await states(id))["丁岚"], (await letters("activity.invited")).length]).toEqual(["INVITED", 2]);
    const draft = await plan();
    await call(draft, picked(0));
    const [row] = (await listParticipations(house.office, draft, listFilters.parse({}))).rows;
    await strike(house.office, row!, "会议规模调整");
    expect(await states(draft)).toEqual({});
  });

  it("reminds who has not answered, once a day", async () => {
    const id = await meeting([0, 1, 2]);
    await reply(people[0]!, await at(0, id), "ACCEPTED", null, false);
    expect(await remind(house.office, id)).toBe(2);
    expect((await refused(() => remind(house.office, id))).message).toContain("24 小时");
    setClock(() => new Date(Date.now() + 25 * 3_600_000));
    expect(await remind(house.office, id)).toBe(2);
    await refused(() => remind(house.leader, id), Forbidden);
  });
});

describe("answering", () => {
  it("is yes, or no with a reason, for the own person and until it begins", async () => {
    const id = await meeting([0, 1, 2]);
    expect((await refused(async () => reply(people[0]!, await at(0, id), "DECLINED", null, false))).fields).toEqual({ reason: [expect.stringContaining("至少 4 个字")] });
    await reply(people[0]!, await at(0, id), "DECLINED", "下乡驻村调研", false);
    await reply(people[0]!, await at(0, id), "ACCEPTED", null, false);
    expect((await refused(async () => reply(people[0]!, await at(0, id), "DECLINED", "下乡驻村调研", false))).message).toContain("请请假");
    await refused(async () => reply(people[1]!, await at(0, id), "ACCEPTED", null, false), NotFound);
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [ids[1]]);
    expect((await refused(async () => reply(people[1]!, await at(1, id), "ACCEPTED", null, false))).message).toContain("在任代表");
    begun();
    expect((await refused(async () => reply(people[2]!, await at(2, id), "ACCEPTED", null, false))).message).toContain("已经开始");
  });

  it("is entered for somebody by the organiser or the own unit's liaison, marked with who", async () => {
    const id = await meeting([0, 3]);
    await replyFor(house.liaison, await at(0, id), "DECLINED", "住院治疗一周");
    expect(await getParticipation(house.office, (await at(0, id)).id)).toMatchObject({ state: "DECLINED", repliedBy: "孟帆", replyReason: "住院治疗一周" });
    await refused(async () => replyFor(house.liaison, await at(3, id), "ACCEPTED", null), NotFound);
    await refused(async () => replyFor(house.leader, await at(3, id), "ACCEPTED", null), Forbidden);
  });

  it("warns of another activity at the same hours until confirmed", async () => {
    const [one, other] = [await meeting([0]), await meeting([0], { title: "民主评议会", from1: "11:00", to1: "12:00" })];
    await reply(people[0]!, await at(0, one), "ACCEPTED", null, false);
    expect((await refused(async () => reply(people[0]!, await at(0, other), "ACCEPTED", null, false))).fields).toEqual({ confirm: [expect.stringContaining("同一时间")] });
    await reply(people[0]!, await at(0, other), "ACCEPTED", null, true);
  });

  it("lapses at the last day to reply, may still come until it begins, and makes nobody absent", async () => {
    const id = await meeting([0, 1]);
    await reply(people[1]!, await at(1, id), "ACCEPTED", null, false);
    await lapseReplies();
    expect(await states(id)).toEqual({ 丁岚: "INVITED", 马成: "ACCEPTED" });
    setClock(() => new Date(`${addDays(DAY, -3)}T18:00:01+08:00`));
    await lapseReplies();
    expect(await states(id)).toEqual({ 丁岚: "NO_RESPONSE", 马成: "ACCEPTED" });
    await reply(people[0]!, await at(0, id), "ACCEPTED", null, false);
    expect((await states(id))["丁岚"]).toBe("ACCEPTED");
  });

  it("is taken once when it is sent twice, and told when somebody else came before", async () => {
    const id = await meeting([0]);
    const read = await at(0, id);
    const both = await Promise.allSettled([reply(people[0]!, read, "ACCEPTED", null, false), replyFor(house.office, read, "ACCEPTED", null)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    await refused(() => strike(house.office, read, "会议规模调整"), Conflict);
  });
});

describe("enrolling", () => {
  it("gives three places to exactly three of thirty who ask at the same moment; the rest wait in their order", async () => {
    const many = await enter(house, Array.from({ length: 30 }, (_, i) => ({ values: filled({ name: `李${String.fromCodePoint(0x4e00 + i)}`, delegationId: house.delegations.cloud }), unitId: house.units.yunfan })));
    const rows = await ownerQuery<{ id: string; personId: string }>(`SELECT id, "personId" FROM "Delegate" WHERE id = ANY($1)`, [many]);
    const id = await training("3");
    const done = await Promise.all(rows.map(({ personId }) => enrol(mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId }), id, false)));
    expect([done.filter((s) => s === "ACCEPTED").length, done.filter((s) => s === "WAITLISTED").length]).toEqual([3, 27]);
    const [counted] = await ownerQuery<{ seated: number; waits: number }>(`SELECT count(*) FILTER (WHERE state = 'ACCEPTED')::int AS seated, count(DISTINCT "waitingSince")::int AS waits FROM "Participation" WHERE "activityId" = $1`, [id]);
    expect(counted).toMatchObject({ seated: 3, waits: 27 });
  }, 60_000);

  it("gives a place that is free to who has waited longest, and tells him", async () => {
    const id = await training("1");
    for (const i of [0, 1, 2]) await enrol(people[i]!, id, false);
    expect(await states(id)).toEqual({ 丁岚: "ACCEPTED", 马成: "WAITLISTED", 王秋: "WAITLISTED" });
    await withdraw(people[0]!, await at(0, id));
    expect([await states(id), await letters("activity.placed")]).toEqual([{ 丁岚: "WITHDRAWN", 马成: "ACCEPTED", 王秋: "WAITLISTED" }, [{ heads: 1, what: "不能参加的，请尽早退出。" }]]);
    await activities.edit(house.office, await versioned(id), typed({ kind: "TRAINING", entry: "ENROLMENT", title: "党章专题培训", capacity: "2" }));
    expect((await states(id))["王秋"]).toBe("ACCEPTED");
    await enrol(people[0]!, id, false);
    expect((await states(id))["丁岚"]).toBe("WAITLISTED");
    await askLeave(people[1]!, await at(1, id), "参加上级会议");
    expect((await states(id))["丁岚"]).toBe("WAITLISTED");
    await decideLeave(house.office, await at(1, id), true, null);
    expect((await states(id))["丁岚"]).toBe("ACCEPTED");
  });

  it("is refused twice, after the last day, to who is not in office, and for what is no enrolment", async () => {
    const [id, called] = [await training(""), await meeting([0])];
    await enrol(people[0]!, id, false);
    expect((await refused(() => enrol(people[0]!, id, false))).message).toContain("已经报过名");
    expect((await refused(() => enrol(people[0]!, called, false))).message).toContain("不是自愿报名");
    await refused(() => enrol(people[1]!, called, false), NotFound);
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [ids[1]]);
    await refused(() => enrol(people[1]!, id, false), Forbidden);
    await refused(() => enrol(house.office, id, false), Forbidden);
    setClock(() => new Date(`${addDays(DAY, -3)}T18:00:00+08:00`));
    expect((await refused(() => enrol(people[2]!, id, false))).message).toContain("截止");
  });

  it("may be given back until a day before a training, then only by leave", async () => {
    const id = await training("");
    await enrol(people[0]!, id, false);
    setClock(() => new Date(`${addDays(DAY, -1)}T09:00:01+08:00`));
    expect((await refused(async () => withdraw(people[0]!, await at(0, id)))).message).toContain("24 小时");
    await askLeave(people[0]!, await at(0, id), "突发疾病住院");
  });

  it("nominates: who is called to an enrolment takes a place with the answer", async () => {
    const id = await training("1");
    await call(id, picked(0, 1));
    await reply(people[1]!, await at(1, id), "ACCEPTED", null, false);
    await reply(people[0]!, await at(0, id), "ACCEPTED", null, false);
    expect(await states(id)).toEqual({ 丁岚: "WAITLISTED", 马成: "ACCEPTED" });
  });
});

describe("leave", () => {
  it("is asked with a reason, taken back, granted, or refused with a word of why", async () => {
    const id = await meeting([0, 1]);
    for (const i of [0, 1]) await reply(people[i]!, await at(i, id), "ACCEPTED", null, false);
    await askLeave(people[0]!, await at(0, id), "孩子高考陪考");
    await takeBackLeave(people[0]!, await at(0, id));
    expect((await states(id))["丁岚"]).toBe("ACCEPTED");
    await askLeave(people[0]!, await at(0, id), "孩子高考陪考");
    await refused(async () => decideLeave(people[0]!, await at(0, id), true, null), Forbidden);
    expect((await refused(async () => decideLeave(house.office, await at(0, id), false, null))).fields).toEqual({ note: [expect.stringContaining("至少 4 个字")] });
    await decideLeave(house.office, await at(0, id), false, "须到会表决");
    await askLeave(people[1]!, await at(1, id), "参加上级会议");
    begun();
    await decideLeave(house.head, await at(1, id), true, null);
    expect([await states(id), (await letters("activity.leave")).map((l) => l.what)]).toEqual([{ 丁岚: "ACCEPTED", 马成: "LEAVE_GRANTED" }, ["未予准假，请按时参加。意见：须到会表决", "已准假。"]]);
    await refused(async () => askLeave(people[0]!, await at(0, id), "家中有急事"));
  });
});

describe("what becomes of the list", () => {
  it("ends with the activity, and everybody concerned is told why", async () => {
    const id = await meeting([0, 1]);
    await reply(people[0]!, await at(0, id), "DECLINED", "下乡驻村调研", false);
    await activities.cancel(house.office, await versioned(id), "因防汛工作改期");
    expect([await states(id), await letters("activity.cancelled")]).toEqual([{ 丁岚: "DECLINED", 马成: "CANCELLED" }, [{ heads: 1, what: "因防汛工作改期" }]]);
  });

  it("tells what changed", async () => {
    const id = await meeting([0]);
    await activities.edit(house.office, await versioned(id), typed({ place: "区委党校" }));
    expect(await letters("activity.changed")).toEqual([{ heads: 1, what: "地点" }]);
  });

  it("loses who left the register, and gives the place on", async () => {
    const id = await training("1");
    for (const i of [0, 1]) await enrol(people[i]!, id, false);
    await ownerQuery(`UPDATE "Delegate" SET status = 'CEASED' WHERE id = $1`, [ids[0]]);
    await leaveLists();
    expect(await states(id)).toEqual({ 丁岚: "CANCELLED", 马成: "ACCEPTED" });
  });

  it("waits for exactly those who have to act", async () => {
    const id = await meeting([0, 1]);
    const open = async (actor: AccountActor) => (await listTaskGroups(actor)).filter((g) => g.kind.startsWith("participation.")).map((g) => [g.kind, g.total, g.tasks[0]?.href]);
    expect(await open(people[0]!)).toEqual([["participation.reply", 1, `/my/activities/${id}`]]);
    expect(await open(people[2]!)).toEqual([]);
    await reply(people[0]!, await at(0, id), "ACCEPTED", null, false);
    expect([await open(people[0]!), await open(house.office)]).toEqual([[], []]);
    await askLeave(people[0]!, await at(0, id), "参加上级会议");
    expect([await open(house.office), await open(house.liaison)]).toEqual([[["participation.decideLeave", 1, `/manage/activities/${id}/participants?state=LEAVE_REQUESTED`]], []]);
  });
});

describe("a substitute", () => {
  const rowOf = async (i: number, activityId: string, actor: AccountActor = house.office) => getParticipation(actor, (await ownOf(i, activityId)).id);
  const decline = async (i: number, id: string) => reply(people[i]!, await at(i, id), "DECLINED", "参加上级会议", false);

  it("is called once for who does not come, the nearest first and the front line before others, and both rows say so", async () => {
    const id = await meeting([0]);
    expect(await suggestSubstitute(house.office, await rowOf(0, id))).toBe(null);
    await decline(0, id);
    await ownerQuery(`UPDATE "Delegate" SET flags = '{FRONTLINE}' WHERE id = ANY($1::uuid[])`, [[ids[2], ids[3]]]);
    const next = await suggestSubstitute(house.office, await rowOf(0, id));
    // 石磊 stands at the front line too, but in another unit.
    expect(next).toMatchObject({ id: ids[2], name: "王秋" });
    const { version } = await rowOf(0, id);
    await refused(() => inviteSubstitute(house.office, { id: "", version }, ids[2] ?? ""), NotFound);
    const of = await rowOf(0, id);
    expect((await refused(() => inviteSubstitute(house.office, { id: of.id, version }, ids[1] ?? ""))).message).toContain("人选有变动");
    await refused(() => inviteSubstitute(house.office, { id: of.id, version: 99 }, ids[2] ?? ""), Conflict);
    await refused(() => inviteSubstitute(house.liaison, { id: of.id, version }, ids[2] ?? ""), Forbidden);
    await inviteSubstitute(house.office, { id: of.id, version }, ids[2] ?? "");
    expect([(await rowOf(0, id)).substitutes.map((s) => s.name), (await rowOf(2, id)).substituteFor?.name, (await rowOf(2, id)).state]).toEqual([["王秋"], "丁岚", "INVITED"]);
    expect((await letters("activity.invited")).at(-1)?.heads).toBe(1);
    expect((await refused(() => inviteSubstitute(house.office, { id: of.id, version }, ids[1] ?? ""))).message).toContain("已有人递补");
    // When the substitute says no too, the next one is called for the first or for the second.
    await decline(2, id);
    expect((await suggestSubstitute(house.office, await rowOf(0, id)))?.id).toBe(ids[1]);
    expect((await suggestSubstitute(house.office, await rowOf(2, id)))?.id).toBe(ids[1]);
  });

  it("of another unit is not named to a liaison", async () => {
    const id = await meeting([0]);
    await decline(0, id);
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = ANY($1::uuid[])`, [[ids[1], ids[2]]]);
    const of = await rowOf(0, id);
    await inviteSubstitute(house.office, { id: of.id, version: of.version }, ids[3] ?? "");
    expect((await rowOf(0, id)).substitutes.map((s) => s.name)).toEqual(["石磊"]);
    expect((await rowOf(0, id, house.liaison)).substitutes).toEqual([]);
    begun();
    expect(await suggestSubstitute(house.office, await rowOf(3, id))).toBe(null);
  });
});
