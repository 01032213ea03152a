import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { submitInput } from "@/lib/corrections/schema";
import { submit } from "@/lib/corrections/service";
import { getDelegate } from "@/lib/delegates/queries";
import { addDays, setClock, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { rules } from "@/lib/rules/catalogue";
import { getRule, getRules, getRulesFor } from "@/lib/rules/queries";
import { setInput, type Wanted } from "@/lib/rules/schema";
import { confirm, end, refuse, restore, set, withdraw } from "@/lib/rules/service";
import { countChanges, getRulePage, getSetting, listRules, listWaitingSettings } from "@/lib/rules/setting-queries";
import { listTaskGroups } from "@/lib/tasks/queries";
import { decideYes, propose } from "@/lib/terminations/service";
import { plantAccount } from "../support/accounts";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

let house: House;
beforeEach(async () => {
  setClock(() => new Date("2026-11-25T04:00:00Z"));
  house = await newHouse();
});
afterEach(() => setClock(null));

const TWO = "deadline.toSupervisor" as const;
const wanted = (more: Partial<Wanted> = {}): Wanted => ({ key: "termination.file", value: 8, unit: "WORKDAY", unitId: null, fromOn: "2026-12-01", reason: "按本区的规定办理", document: null, version: 0, ...more });
/** The change with the mark a form shown now would carry. */
const now = async (more: Partial<Wanted> = {}): Promise<Wanted> => ({ ...wanted(more), version: await countChanges(house.office, more.key ?? "termination.file") });
const at = async (id: string) => ({ id, version: (await getSetting(house.office, id)).version });
const value = async (on: string, unitId: string | null = null) => (await getRule(house.system, "termination.file", { unitId, on })).value;

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "RuleSetting");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "RuleSetting")).toBe(before);
  return thrown as Refusal;
}

describe("a rule nobody set", () => {
  it("holds at its default, for everybody who has a clock, and says so", async () => {
    const expected = { key: "termination.file", name: "决定后报上一级党委备案", value: 10, unit: "WORKDAY", source: "平台默认值", setting: null };
    for (const actor of [house.system, house.office, house.liaison, actorOf("DELEGATE", house.id)]) expect(await getRule(actor, "termination.file", { on: today() })).toEqual(expected);
    expect((await getRule(house.system, "proposal.reply", { on: today() })).source).toBe("关于党代表提案、提议的规定（广东省）");
  });
});

describe("a setting", () => {
  it("holds from its day, in its committee alone, until a later one takes its place", async () => {
    await set(house.office, wanted({ document: "青组〔2026〕1号" }));
    expect([await value("2026-11-30"), await value("2026-12-01"), await value("2028-01-01")]).toEqual([10, 8, 8]);
    await set(house.head, await now({ value: 12, fromOn: "2027-03-01" }));
    expect([await value("2027-02-28"), await value("2027-03-01")]).toEqual([8, 12]);
    expect((await getRule(house.liaison, "termination.file", { on: "2026-12-05" })).source).toBe("青组〔2026〕1号（2026-12-01 起）");
    expect((await getRule((await newHouse()).system, "termination.file", { on: "2026-12-05" })).value).toBe(10);
  });

  it("of a unit goes before that of the committee, for the unit and what is below it", async () => {
    const { yunfan, wanghu, beigu, root } = house.units;
    await set(house.office, wanted({ fromOn: "2026-11-25" }));
    await set(house.office, await now({ unitId: yunfan, value: 5, fromOn: "2026-11-25" }));
    expect(await Promise.all([null, root, yunfan, wanghu, beigu].map((unit) => value("2026-11-25", unit)))).toEqual([8, 8, 5, 5, 8]);
    await set(house.office, await now({ unitId: wanghu, value: 3, fromOn: "2026-12-01" }));
    expect([await value("2026-11-30", wanghu), await value("2026-12-01", wanghu), await value("2026-12-01", yunfan)]).toEqual([5, 3, 5]);
    const rule = await getRulesFor(house.system, ["termination.file", "correction.confirm"], { unitIds: [yunfan, wanghu, beigu], on: "2026-12-01" });
    expect([yunfan, wanghu, beigu, null].map((unit) => rule("termination.file", unit).value)).toEqual([5, 3, 8, 8]);
    expect(rule("correction.confirm", wanghu).value).toBe(5);
    expect((await getRules(house.system, ["termination.file", "deadline.before"], { unitId: yunfan, on: "2026-12-01" }))["termination.file"].value).toBe(5);
  });

  it("is undone from a day on by restoring: a unit goes by the committee again, the committee by the default", async () => {
    const { yunfan } = house.units;
    await set(house.office, wanted({ fromOn: "2026-11-25" }));
    await set(house.office, await now({ unitId: yunfan, value: 5, fromOn: "2026-11-25" }));
    const back = async (unitId: string | null, fromOn: string) => restore(house.office, { key: "termination.file", unitId, fromOn, reason: "不再另行规定", version: await countChanges(house.office, "termination.file") });
    await back(yunfan, "2026-12-01");
    expect([await value("2026-11-30", yunfan), await value("2026-12-01", yunfan)]).toEqual([5, 8]);
    await back(null, "2026-12-10");
    expect([await value("2026-12-09", yunfan), await value("2026-12-10", yunfan), await value("2026-12-10")]).toEqual([8, 10, 10]);
    expect((await refused(() => back(null, "2026-12-20"))).message).toContain("不必恢复");
    expect((await refused(() => back(house.units.beigu, "2026-12-20"))).message).toContain("北固街道党工委");
  });

  it("is taken back before its day is over, and not after", async () => {
    const id = await set(house.office, wanted());
    await end(house.head, await at(id), "另有安排，暂不改");
    expect(await value("2026-12-01")).toBe(10);
    expect((await refused(async () => end(house.head, await at(id), "另有安排，暂不改"))).message).toContain("已取消");
    const begun = await set(house.office, await now({ fromOn: "2026-11-25" }));
    setClock(() => new Date("2026-11-26T04:00:00Z"));
    expect((await refused(async () => end(house.office, await at(begun), "另有安排，暂不改"))).message).toContain("已自 2026-11-25 起施行");
    expect(await value("2026-11-26")).toBe(8);
  });
});

describe("refused, with a sentence", () => {
  const field = async (more: Partial<Wanted>, name: string) => (await refused(() => set(house.office, wanted(more)))).fields[name]?.join();
  it("a value that cannot be, another measure, a day that is over or too far", async () => {
    for (const bad of [0, -3, 61, 1.5, Number.NaN]) expect(await field({ value: bad }, "value")).toContain("请填写 1 至 60 之间的整数（单位：工作日）");
    expect(await field({ unit: "DAY" }, "unit")).toContain("个工作日");
    expect(await field({ fromOn: "2026-11-24" }, "fromOn")).toContain("不能追溯");
    expect(await field({ fromOn: "2036-11-24" }, "fromOn")).toContain("请填写不晚于");
    for (const [given, name] of [[{ value: "八" }, "value"], [{ value: "" }, "value"], [{ key: "no.such" }, "key"], [{ unit: "WEEK" }, "unit"], [{ fromOn: "2026-02-30" }, "fromOn"], [{ reason: "短" }, "reason"], [{ unitId: "x" }, "unitId"]] as const) {
      const parsed = setInput.strict().safeParse({ ...wanted(), value: "8", unitId: "", document: "", ...given });
      expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([name]);
    }
  });

  it("a unit of another committee, a closed one, and one there is none", async () => {
    const foreign = (await newHouse()).units.yunfan;
    await ownerQuery(`UPDATE "Unit" SET "activeTo" = '2026-01-01' WHERE id = $1`, [house.units.beigu]);
    const said = await Promise.all([foreign, house.units.beigu, randomUUID()].map((unitId) => field({ unitId }, "unitId")));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain("没有找到这个党组织");
  });

  it("others than the office, and the office of another committee", async () => {
    const id = await set(house.office, wanted());
    for (const actor of [house.liaison, house.leader, house.system, actorOf("SECURITY_ADMIN", house.id)]) await refused(() => set(actor, wanted({ version: 1 })), Forbidden);
    for (const actor of [actorOf("OFFICE", randomUUID()), house.liaison]) await refused(() => end(actor, { id, version: 1 }, "与己无关的一项"), NotFound);
    expect((await listRules(house.liaison)).flatMap((row) => row.toCome)).toEqual([]);
  });

  it("a form shown before somebody else changed the rule, telling both", async () => {
    await set(house.office, wanted());
    const told = await refused(() => set(house.head, wanted({ value: 12, fromOn: "2026-12-02" })), Conflict) as Conflict;
    expect(told.conflict.value).toEqual({ theirs: "2026-12-02 起 8 个工作日", yours: "2026-12-02 起 12 个工作日" });
    await set(house.head, wanted({ value: 12, fromOn: "2026-12-02", version: Number(told.currentVersion) }));
    expect(await value("2026-12-02")).toBe(12);
    expect((await refused(async () => set(house.head, await now({ value: 9, fromOn: "2026-12-02" })))).message).toContain("自 2026-12-02 起已有一项改设");
  });

  it("all but one of many at once", async () => {
    const done = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => set(house.office, wanted({ value: i + 1 }))));
    expect(done.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    expect(done.flatMap((r) => (r.status === "rejected" ? [(r.reason as Error).name] : []))).toEqual(Array.from({ length: 7 }, () => "Conflict"));
  });
});

describe("a rule of two persons", () => {
  const propose = async (by = house.office, more: Partial<Wanted> = {}) => set(by, await now({ key: TWO, value: 9, ...more }));
  const held = async () => (await getRule(house.system, TWO, { on: "2026-12-01" })).value;

  it("holds only once a head who did not enter it has confirmed it", async () => {
    const id = await propose();
    expect([await held(), (await listWaitingSettings(house.head)).map((s) => s.id), await listWaitingSettings(house.office)]).toEqual([5, [id], []]);
    const tasks = async (actor: typeof house.head) => (await listTaskGroups(actor)).flatMap((group) => group.tasks).filter((task) => task.kind === "rule.confirm").map((task) => [task.id, task.title, task.note]);
    expect([await tasks(house.head), await tasks(house.office)]).toEqual([[[id, "超期后告知督查室", "全党委"]], []]);
    await refused(async () => confirm(house.office, await at(id)), Forbidden);
    expect((await refused(() => propose(house.head, { value: 7 }))).message).toContain("待确认");
    await confirm(house.head, await at(id));
    expect([await held(), (await getSetting(house.office, id)).decidedBy]).toEqual([9, "罗岩"]);
  });

  it("is not confirmed by the head who entered it, nor turned down, only taken back", async () => {
    const id = await propose(house.head);
    for (const act of [confirm, (a: typeof house.head, where: { id: string; version: number }) => refuse(a, where, "理由不充分")]) await refused(async () => act(house.head, await at(id)), Forbidden);
    await refused(async () => withdraw(house.office, await at(id), "另行提出"), Forbidden);
    await withdraw(house.head, await at(id), "另行提出");
    const again = await propose(house.head);
    await refuse(actorOf("OFFICE_HEAD", house.id, [], "周敏"), await at(again), "理由不充分");
    expect([await held(), (await getSetting(house.office, again)).state]).toEqual([5, "REFUSED"]);
  });

  it("is not confirmed twice, by an old form, after its day, or beside another of that day", async () => {
    const id = await propose();
    await refused(() => confirm(house.head, { id, version: 7 }), Conflict);
    const both = await Promise.allSettled([confirm(house.head, { id, version: 1 }), confirm(house.head, { id, version: 1 })]);
    expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    const second = await propose(house.office, { value: 11 });
    expect((await refused(async () => confirm(house.head, await at(second)))).message).toContain("已有一项改设");
    setClock(() => new Date("2026-12-02T04:00:00Z"));
    expect((await refused(async () => confirm(house.head, await at(second)))).message).toContain("已过");
    expect((await refused(async () => end(house.office, await at(id), "另有安排，暂不改"))).message).toContain("已自 2026-12-01 起施行");
  });
});

describe("a clock", () => {
  const said = async (subjectId: string) => (await ownerQuery<{ said: string }>(`SELECT concat("ruleValue", ' ', "ruleSource", ' ', "dueOn") AS said FROM "Deadline" WHERE "subjectId" = $1`, [subjectId])).map((row) => row.said);
  const register = async (name: string, order: number) => (await enter(house, [{ values: filled({ name, delegationId: house.delegations.cloud, idNumber: cardOf("19790405", order) }), unitId: house.units.wanghu }]))[0] ?? "";

  it("begins with the rule as it holds that day, says so, and keeps it", async () => {
    const decide = async (delegateId: string) => {
      const id = await propose(house.office, { delegateId, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-11-20" });
      await decideYes(house.office, { id, version: 1 }, { decidedOn: today(), meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: today() });
      return id;
    };
    const before = await decide(await register("丁岚", 31));
    await set(house.office, wanted({ fromOn: today(), document: "青组〔2026〕1号" }));
    const after = await decide(await register("云舟", 32));
    expect([await said(before), await said(after)]).toEqual([["10 平台默认值 2026-12-09"], ["8 青组〔2026〕1号（2026-11-25 起） 2026-12-07"]]);
  });

  it("of a unit begins with the rule set for the unit or one above it", async () => {
    const liaison = await plantAccount(house.id);
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [randomUUID(), liaison.id, house.id, house.units.yunfan]);
    const { personId } = await getDelegate(house.office, await register("何屿", 33));
    await set(house.office, await now({ key: "correction.confirm", unitId: house.units.yunfan, value: 3, fromOn: today() }));
    const id = await submit({ ...actorOf("DELEGATE", house.id, [], "何屿"), personId }, submitInput.strict().parse({ reason: "职务调整，有任免通知", position: "主任" }));
    expect(await said(id)).toEqual(["3 本党委设定（2026-11-25 起） 2026-11-30"]);
  });
});

describe("the page of a rule", () => {
  it("tells what holds, where it differs, what is to come and everything done, from the audit", async () => {
    await set(house.office, wanted({ fromOn: today(), document: "青组〔2026〕1号" }));
    await set(house.office, await now({ unitId: house.units.yunfan, value: 5, fromOn: today() }));
    const later = await set(house.head, await now({ value: 12, fromOn: addDays(today(), 9) }));
    const page = await getRulePage(house.office, "termination.file");
    expect([page.value, page.source, page.units.map((s) => [s.scope, s.words]), page.toCome.map((s) => s.id), page.waiting]).toEqual(["8 个工作日", "青组〔2026〕1号（2026-11-25 起）", [["云帆街道党工委", "5 个工作日"]], [later], []]);
    expect(page.history.map((e) => [e.act, e.by])).toEqual([["改设", "罗岩"], ["改设", "沈文清"], ["改设", "沈文清"]]);
    expect(page.history[1]?.changes).toEqual([{ field: "数值", old: "8 个工作日", now: "5 个工作日" }, { field: "适用范围", old: null, now: "云帆街道党工委" }, { field: "施行日", old: null, now: "2026-11-25" }, { field: "状态", old: null, now: "有效" }]);
    const list = await listRules(house.office);
    expect(list.map((row) => row.rule.key)).toEqual(rules.map((rule) => rule.key));
    expect(list.find((row) => row.rule.key === "termination.file")?.value).toBe("8 个工作日");
  });
});
