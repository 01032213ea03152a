import { unzipSync } from "fflate";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getDelegate } from "@/lib/delegates/queries";
import { getOwnOccasion, lastDayOf, listOccasions } from "@/lib/opinions/occasion-queries";
import { countOpinions, getOpinion, listOpinions, listSteps, listTargets } from "@/lib/opinions/queries";
import { summaryDocx } from "@/lib/opinions/summary-docx";
import { countByTarget, listSummary } from "@/lib/opinions/summary-queries";
import type { Shelf } from "@/lib/opinions/schema";
import * as opinions from "@/lib/opinions/service";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listTaskGroups } from "@/lib/tasks/queries";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Opinion", "Deadline", "Dispatch"];
const MORNING = new Date("2026-04-16T09:00:00+08:00");
const LAMPS = "柏树坪村村口的路没有路灯，晚上出行不便";
const ANSWER = "已列入今年的路灯改造计划，九月完工";

let house: House;
let mine: string;
let meeting: { id: string; sessions: string[] };
let me: AccountActor;
let other: AccountActor;

const delegateActor = async (id: string, name: string): Promise<AccountActor> => ({ ...actorOf("DELEGATE", house.id, [], name), personId: (await getDelegate(house.office, id)).personId });

/** A meeting of that kind, with those who came. */
async function held(kind: string, came: readonly string[], mark = "PRESENT", state = "HELD") {
  const of = await plantActivity(house, { kind, state, entry: "INVITATION", title: "区委全会", sessions: [{ startsAt: MORNING }] });
  for (const [n, participationId] of (await plantParticipations(house, of.id, came)).entries()) await plantMark(house, { activityId: of.id, sessionId: of.sessions[0] ?? "", participationId, delegateId: came[n] ?? "" }, mark);
  return of;
}

/** Who answers for a unit and what is below it. */
async function plantLiaison(unitId: string): Promise<void> {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, '孟帆', 'x', $3)`, [id, id.slice(-12), house.id]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [newId(), id, house.id, unitId]);
}

beforeEach(async () => {
  setClock(() => new Date("2026-04-17T10:00:00+08:00"));
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string) => ({ values: filled({ name, delegationId }), unitId });
  const [a = "", b = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu), person("北山翁", house.delegations.north, house.units.beigu)]);
  mine = a;
  [me, other] = [await delegateActor(a, "云上客"), await delegateActor(b, "北山翁")];
  await plantLiaison(house.units.yunfan);
  meeting = await held("MEETING", [a]);
});
afterEach(() => setClock(null));

const give = (content = LAMPS, actor = me, of = meeting.id) => opinions.give(actor, { activityId: of, clientKey: newId(), content });
const record = (delegateId: string | null, of: string) => opinions.record(house.office, { activityId: of, clientKey: newId(), content: LAMPS, delegateId });
const at = async (id: string, actor: AccountActor = house.office) => ({ id, version: (await getOpinion(actor, id)).version });
const hand = async (id: string, targetId: string | null = house.units.yunfan, body: string | null = null) => opinions.hand(house.office, await at(id), { targetId, body, handNote: "请现场查看" });
const answered = async (id: string, actor: AccountActor = house.liaison) => opinions.answer(actor, await at(id, actor), { answer: ANSWER });
const stateOf = async (id: string) => (await getOpinion(house.office, id)).state;
const clocksOf = (id: string) => ownerQuery<{ act: string; state: string; ownerRole: string; ruleValue: number }>(`SELECT act, state, "ownerRole", "ruleValue" FROM "Deadline" WHERE "subjectId" = $1 ORDER BY "createdAt", id`, [id]);
const lettersOf = (id: string) => ownerQuery<{ kind: string; audience: { holders: { role: string }[]; persons: string[] }; variables: Record<string, string> }>(`SELECT kind, audience, variables FROM "Dispatch" WHERE "subjectId" = $1 ORDER BY "createdAt", id`, [id]);
const tasksOf = async (actor: AccountActor) => Object.fromEntries((await listTaskGroups(actor)).filter((g) => g.kind.startsWith("opinion.")).map((g) => [g.kind, g.tasks.map((t) => t.id)]));

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}
const words = async (act: () => Promise<unknown>) => (await refused(act)).message;
const faults = async (act: () => Promise<unknown>) => (await refused(act)).fields;

describe("from the delegate's word to the answer", () => {
  it("goes to the unit, back through the office, and is closed when the delegate knows", async () => {
    const id = await give();
    expect(await tasksOf(house.office)).toEqual({ "opinion.hand": [id] });
    expect(await getOpinion(me, id)).toMatchObject({ state: "SUBMITTED", kind: "OPINION", paper: false, name: "云上客", open: ["withdraw"] });
    await hand(id);
    expect(await clocksOf(id)).toEqual([{ act: "opinion.answer", state: "RUNNING", ownerRole: "UNIT_LIAISON", ruleValue: 30 }]);
    expect((await lettersOf(id)).map((l) => [l.kind, l.audience.holders.map((h) => h.role), l.audience.persons])).toEqual([["opinion.handed", ["UNIT_LIAISON"], []], ["opinion.told", [], [me.personId]]]);
    expect([await tasksOf(house.liaison), await tasksOf(house.office)]).toEqual([{ "opinion.answer": [id] }, {}]);
    await answered(id);
    expect((await clocksOf(id)).map((c) => c.state)).toEqual(["MET"]);
    expect(await getOpinion(me, id)).toMatchObject({ stateName: "办理中", answer: null, answeredBy: null });
    expect(await tasksOf(house.office)).toEqual({ "opinion.release": [id] });
    await opinions.release(house.office, await at(id));
    expect(await getOpinion(me, id)).toMatchObject({ stateName: "已答复", answer: ANSWER, open: ["acknowledge", "askAgain"] });
    expect(await tasksOf(me)).toEqual({ "opinion.acknowledge": [id] });
    await opinions.acknowledge(me, await at(id, me));
    expect([await stateOf(id), await tasksOf(me)]).toEqual(["CLOSED", {}]);
  });

  it("tells whoever handles it what was said, and not who said it", async () => {
    const id = await give();
    await refused(() => getOpinion(house.liaison, id), NotFound);
    await hand(id);
    const read = await getOpinion(house.liaison, id);
    expect(read).toMatchObject({ content: LAMPS, name: null, delegateId: null, unitName: null, authorName: "", open: ["answer", "giveBack"] });
    expect(JSON.stringify([read.name, read.from, await listSteps(house.liaison, read), (await listOpinions(house.liaison, { state: undefined, page: 1 })).rows.map(({ facts: _, ...row }) => row)])).not.toContain("云上客");
    await refused(() => getOpinion(other, id), NotFound);
  });

  it("is answered on paper where there is no liaison, with who and when", async () => {
    const id = await give();
    await hand(id, null, "区供电公司");
    expect((await clocksOf(id)).map((c) => c.ownerRole)).toEqual(["OFFICE"]);
    expect(await tasksOf(house.office)).toEqual({ "opinion.answer": [id] });
    expect(Object.keys(await faults(async () => opinions.answer(house.office, await at(id), { answer: ANSWER, answeredBy: "王某", answeredOn: "2026-04-16" })))).toEqual(["answeredOn"]);
    await opinions.answer(house.office, await at(id), { answer: ANSWER, answeredBy: "区供电公司 王某", answeredOn: today() });
    expect(await getOpinion(house.office, id)).toMatchObject({ state: "ANSWERED", answeredBy: "区供电公司 王某", answeredOn: "2026-04-17" });
  });

  it("is asked again once, and the first answer stays beside the next", async () => {
    const id = await give();
    await hand(id);
    await answered(id);
    await opinions.release(house.office, await at(id));
    await opinions.askAgain(me, await at(id, me), "没有写明由谁负责");
    expect(await getOpinion(house.liaison, id)).toMatchObject({ state: "HANDED", answer: null, earlierAnswer: ANSWER, againReason: "没有写明由谁负责" });
    expect((await clocksOf(id)).map((c) => c.state)).toEqual(["MET", "RUNNING"]);
    await answered(id);
    await opinions.release(house.office, await at(id));
    expect((await getOpinion(me, id)).open).toEqual(["acknowledge"]);
    expect(await words(async () => opinions.askAgain(me, await at(id, me), "还是没有写明"))).toContain("再次提出过一次");
  });

  it("comes back from the unit to be handed on anew, and from the office to be answered anew", async () => {
    const id = await give();
    await hand(id);
    await opinions.giveBack(house.liaison, await at(id, house.liaison), "不属本单位职责");
    expect([await stateOf(id), (await clocksOf(id)).map((c) => c.state)]).toEqual(["SUBMITTED", ["CANCELLED"]]);
    await refused(() => getOpinion(house.liaison, id), NotFound);
    await hand(id);
    await answered(id);
    await opinions.sendBack(house.office, await at(id), "没有写明时间");
    expect(await getOpinion(house.liaison, id)).toMatchObject({ state: "HANDED", backReason: "没有写明时间", answer: ANSWER });
    expect((await getOpinion(me, id)).backReason).toBe(null);
    expect((await listSteps(me, await getOpinion(me, id))).map((s) => s.title)).toEqual(["交办", "交办", "提出"]);
  });

  it("is settled on the spot, filed with a reason, or withdrawn", async () => {
    const [a, b, c] = [await give(), await give(), await give()];
    await opinions.settle(house.office, await at(a), ANSWER);
    expect(await getOpinion(me, a)).toMatchObject({ state: "RELEASED", answer: ANSWER, answeredBy: house.office.name });
    await opinions.file(house.office, await at(b), "与党代表履职无关");
    expect(await getOpinion(me, b)).toMatchObject({ state: "FILED", fileReason: "与党代表履职无关" });
    expect((await lettersOf(b)).map((l) => l.variables.note)).toEqual(["理由：与党代表履职无关。"]);
    await opinions.withdraw(me, await at(c, me));
    expect(await words(async () => hand(c))).toContain("已撤回");
    // Asked again after an answer on the spot, the office itself has it to answer.
    await opinions.askAgain(me, await at(a, me), "没有写明时间");
    expect(await tasksOf(house.office)).toEqual({ "opinion.answer": [a] });
  });
});

describe("who may say something, and until when", () => {
  it("is for whoever came, until the last working day of the rule", async () => {
    const of = await getOwnOccasion(me, meeting.id);
    expect([of?.until, of?.why]).toEqual(["2026-04-23", null]);
    expect(await listOccasions(me)).toEqual([{ id: meeting.id, title: "区委全会" }]);
    setClock(() => new Date("2026-04-23T23:59:00+08:00"));
    await give();
    setClock(() => new Date("2026-04-24T00:01:00+08:00"));
    expect(await words(() => give())).toContain("2026-04-23");
    expect(await listOccasions(me)).toEqual([]);
    // Later it is the office that enters it.
    expect(await getOpinion(house.office, await record(mine, meeting.id))).toMatchObject({ paper: true, name: "云上客", kind: "OPINION" });
    expect(await lastDayOf(house.office, { endsAt: new Date("2026-04-30T12:00:00+08:00"), unitId: house.units.root })).toBe("2026-05-11");
  });

  it("is refused to who was absent, before it was held, after a training, and to whom the meeting is unknown", async () => {
    const [absent, coming, training] = [await held("MEETING", [mine], "ABSENT"), await held("MEETING", [mine], "PRESENT", "PUBLISHED"), await held("TRAINING", [mine])];
    expect(await words(() => give(LAMPS, me, absent.id))).toContain("没有您到会的登记");
    expect(await words(() => give(LAMPS, me, coming.id))).toContain("还没有登记已举行");
    expect(await words(() => give(LAMPS, me, training.id))).toContain("不收会后意见");
    await refused(() => give(LAMPS, other), NotFound);
    await refused(() => give(LAMPS, house.office), Forbidden);
    await refused(() => opinions.record(house.liaison, { activityId: meeting.id, clientKey: newId(), content: LAMPS, delegateId: null }), Refusal);
    const latecomer = await held("MEETING", [mine], "LATE");
    expect((await getOpinion(me, await give(LAMPS, me, latecomer.id))).state).toBe("SUBMITTED");
  });

  it("takes one form once, and ten of one delegate", async () => {
    const clientKey = newId();
    const once = () => opinions.give(me, { activityId: meeting.id, clientKey, content: LAMPS });
    const [a, b] = await Promise.all([once(), once()]);
    expect(a).toBe(b);
    for (let n = 1; n < 9; n += 1) await give(`${LAMPS}，第 ${n} 处`);
    const [first, second] = await Promise.allSettled([give(), give()]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listOpinions(me, { state: undefined, page: 1 })).total).toBe(10);
  });

  it("takes unsigned paper after an evaluation alone, and tells nobody of it", async () => {
    expect(Object.keys(await faults(() => record(null, meeting.id)))).toEqual(["delegateId"]);
    const evaluation = await held("EVALUATION", [mine]);
    expect(Object.keys(await faults(() => record(newId(), evaluation.id)))).toEqual(["delegateId"]);
    const id = await record(null, evaluation.id);
    expect(await getOpinion(house.office, id)).toMatchObject({ kind: "SUGGESTION", name: null, from: "书面，未署名" });
    await hand(id);
    await answered(id);
    await opinions.release(house.office, await at(id));
    expect((await lettersOf(id)).map((l) => l.kind)).toEqual(["opinion.handed"]);
  });
});

describe("the desk", () => {
  it("counts what each list holds, also what is late", async () => {
    const ids = [await give(), await give(), await give(), await give()];
    await hand(ids[0] ?? "");
    await hand(ids[1] ?? "");
    await ownerQuery(`UPDATE "Deadline" SET state = 'OVERDUE', rung = 3 WHERE "subjectId" = $1`, [ids[0]]);
    await opinions.settle(house.office, await at(ids[2] ?? ""), ANSWER);
    const shelves: Shelf[] = [undefined, "SUBMITTED", "HANDED", "late", "ANSWERED", "RELEASED", "CLOSED", "FILED", "WITHDRAWN"];
    for (const actor of [house.office, house.head, house.liaison, me, other]) for (const narrow of [{}, { unit: house.units.yunfan }, { activity: meeting.id }, { kind: "SUGGESTION" as const }]) {
      const totals = [];
      for (const state of shelves) totals.push((await listOpinions(actor, { ...narrow, state, page: 1 })).total);
      expect(await countOpinions(actor, shelves, narrow)).toEqual(totals);
    }
    expect(await countOpinions(house.office, shelves, {})).toEqual([4, 1, 2, 1, 0, 1, 0, 0, 0]);
    expect((await listOpinions(house.office, { state: "late", page: 1 })).rows.map((r) => [r.id, r.clock?.light])).toEqual([[ids[0], "overdue"]]);
    expect((await listTargets(house.office)).map((t) => t.id)).toEqual([house.units.yunfan]);
  });

  it("hands on together what still waits, and says what it passed over", async () => {
    const ids = [await give(), await give(), await give()];
    const picks = await Promise.all(ids.map((id) => at(id)));
    await opinions.file(house.office, picks[2] ?? { id: "", version: 0 }, "与党代表履职无关");
    expect(await opinions.handMany(house.office, picks, { targetId: house.units.yunfan, body: null, handNote: null })).toBe("已交办 2 件；另有 1 件已有变动，没有交办。");
    expect((await listOpinions(house.liaison, { state: "HANDED", page: 1 })).total).toBe(2);
    expect(Object.keys(await faults(() => opinions.handMany(house.office, picks, { targetId: null, body: null, handNote: null })))).toEqual(["targetId"]);
    await refused(() => opinions.handMany(house.liaison, picks, { targetId: null, body: "区供电公司", handNote: null }), Forbidden);
  });

  it("refuses two targets, one of another committee, who comes second and who may not", async () => {
    const id = await give();
    const foreign = await newHouse();
    expect(Object.keys(await faults(() => hand(id, house.units.yunfan, "区供电公司")))).toEqual(["body"]);
    expect(Object.keys(await faults(() => hand(id, foreign.units.yunfan)))).toEqual(["targetId"]);
    await refused(() => opinions.hand(foreign.office, { id, version: 1 }, { targetId: null, body: "区供电公司", handNote: null }), NotFound);
    await refused(async () => opinions.hand(me, await at(id, me), { targetId: null, body: "区供电公司", handNote: null }), Forbidden);
    await refused(() => opinions.settle(house.office, { id, version: 7 }, ANSWER), Conflict);
    await hand(id, house.units.beigu);
    await refused(() => getOpinion(house.liaison, id), NotFound);
    await refused(() => opinions.answer(house.liaison, { id, version: 2 }, { answer: ANSWER }), NotFound);
  });

  it("lists on paper what went to each, and names nobody", async () => {
    const evaluation = await held("EVALUATION", [mine]);
    const ids = [await give(LAMPS, me, evaluation.id), await record(null, evaluation.id), await record(mine, evaluation.id)];
    await hand(ids[0] ?? "");
    await hand(ids[1] ?? "", null, "区供电公司");
    expect(await listSummary(house.office, evaluation.id, undefined)).toHaveLength(2);
    expect((await countByTarget(house.office, evaluation.id)).map((t) => t.count)).toEqual([1, 1]);
    const rows = await listSummary(house.office, evaluation.id, "区供电公司");
    expect(rows.map((r) => [r.to, r.content, r.handNote])).toEqual([["区供电公司", LAMPS, "请现场查看"]]);
    const parts = unzipSync(await summaryDocx({ title: "民主评议会", office: "组织部", date: today(), rows }));
    const text = new TextDecoder().decode(parts["word/document.xml"]);
    for (const word of ["民主评议会意见建议汇总", "区供电公司（1 件）", LAMPS]) expect(text).toContain(word);
    expect(text).not.toContain("云上客");
  });
});
