import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import type { Actor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { countTerminations, countUnderWay, getTermination, listTerminations } from "@/lib/terminations/queries";
import { decideYesInput, proposeInput, terminationFilters } from "@/lib/terminations/schema";
import * as terminations from "@/lib/terminations/service";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const GROUNDS = "区纪委〔2026〕12号处分决定，留党察看一年";
const DECISION = { decidedOn: "2026-02-20", meeting: "区委常委会第 31 次会议", documentNo: "青委〔2026〕18号", effectiveOn: "2026-02-20" };
const TABLES = ["Delegate", "DelegateStatusEvent", "TerminationCase"];

let house: House;
let mine: string;
let theirs: string;

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string) => ({ values: filled({ name, delegationId }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu), person("北山翁", house.delegations.north, house.units.beigu)]);
});

const proposal = (delegateId = mine, more: object = {}) => ({ delegateId, cause: "PROBATION_OR_HEAVIER" as const, grounds: GROUNDS, proposedOn: "2026-02-10", ...more });
const propose = (actor: Actor = house.liaison, delegateId = mine, more: object = {}) => terminations.propose(actor, proposal(delegateId, more));
const statusOf = async (id = mine) => (await getDelegate(house.office, id)).status;
const at = async (id: string) => ({ id, version: (await getTermination(house.office, id)).version });

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

const inField = async (act: () => Promise<unknown>, field: string) => (await refused(act, Refusal)).fields[field]?.join() ?? "";
const onRegister = async () => countDelegates(house.office, delegateFilters.parse({}), (await getRosterFrame(house.office))!);

describe("from the unit's proposal to the filing", () => {
  it("changes the status only with the decision, dated and with its cause, and ends with the filing", async () => {
    const id = await propose();
    expect([await statusOf(), await onRegister()]).toEqual(["ACTIVE", 2]);
    expect(await getTermination(house.office, id)).toMatchObject({ state: "PROPOSED", proposedBy: "望湖社区党委", open: ["decideYes", "decideNo", "withdraw"] });
    await terminations.decideYes(house.office, await at(id), DECISION);
    const d = await getDelegate(house.office, mine);
    expect([d.status, await onRegister()]).toEqual(["TERMINATED", 1]);
    expect(d.statusEvents[0]).toMatchObject({ event: "TERMINATE", cause: "PROBATION_OR_HEAVIER", basis: "区委常委会第 31 次会议，青委〔2026〕18号", effectiveOn: new Date("2026-02-20T00:00:00Z") });
    await terminations.file(house.office, await at(id), { filedOn: "2026-03-01", filedWith: "望澜市委", filingNo: null });
    expect(await getTermination(house.office, id)).toMatchObject({ state: "FILED", filedOn: "2026-03-01", open: [] });
    const verbs = await ownerQuery<{ verb: string }>(`SELECT verb FROM "AuditEvent" WHERE "targetId" IN ($1, $2) AND outcome = 'DONE' ORDER BY seq`, [id, mine]);
    expect(verbs.map((v) => v.verb)).toEqual(["delegate.import", "termination.propose", "termination.decideYes", "delegate.terminate", "termination.file"]);
  });

  it("may end in a no, or be taken back, and then be proposed anew", async () => {
    const first = await propose();
    await terminations.decideNo(house.office, await at(first), { decidedOn: "2026-02-20", meeting: "区委常委会第 31 次会议", documentNo: null, note: "事实尚待查清" });
    const second = await propose();
    await terminations.withdraw(house.liaison, await at(second), "处分决定已撤销");
    expect(await statusOf()).toBe("ACTIVE");
    expect([(await getTermination(house.office, first)).state, (await getTermination(house.office, second)).state]).toEqual(["DECIDED_NO", "WITHDRAWN"]);
    await propose();
    expect(await countTerminations(house.office, "open")).toBe(1);
  });

  it("ends a suspended duty as well as an active one", async () => {
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-01-05", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    const id = await propose();
    await terminations.decideYes(house.office, await at(id), DECISION);
    expect((await getDelegate(house.office, mine)).statusEvents.map((e) => [e.event, e.cause])).toEqual(expect.arrayContaining([["TERMINATE", "PROBATION_OR_HEAVIER"], ["SUSPEND", "DISCIPLINARY_CASE"]]));
  });

  it("records a death at once, and leaves only the filing to do", async () => {
    const id = await terminations.record(house.office, { delegateId: mine, effectiveOn: "2026-03-02", grounds: "望湖社区党委 2026年3月3日报告" });
    expect(await statusOf()).toBe("TERMINATED");
    expect(await getTermination(house.office, id)).toMatchObject({ state: "DECIDED_YES", cause: "DEATH", proposedBy: "青澜区委组织部", open: ["file"] });
  });
});

describe("a step that does not fit changes nothing", () => {
  it("a second case of one delegate, also when both come at once", async () => {
    const both = await Promise.allSettled([propose(), propose(house.office)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refused(() => propose(), Refusal)).message).toContain("不能重复提出");
    expect((await ownerQuery(`SELECT 1 FROM "TerminationCase"  WHERE "delegateId" = $1`, [mine])).length).toBe(1);
  });

  it("a decision twice, also by two at once, and a filing before it", async () => {
    const id = await propose();
    const seen = await at(id);
    expect((await refused(() => terminations.file(house.office, seen, { filedOn: "2026-03-01", filedWith: "望澜市委", filingNo: null }), Refusal)).message).toContain("待党委决定");
    const both = await Promise.allSettled([terminations.decideYes(house.office, seen, DECISION), terminations.decideYes(house.head, seen, DECISION)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getDelegate(house.office, mine)).statusEvents.filter((e) => e.event === "TERMINATE")).toHaveLength(1);
    await refused(() => terminations.decideYes(house.office, seen, DECISION), Refusal);
  });

  it("a page read before somebody else acted", async () => {
    const id = await propose();
    await refused(() => terminations.withdraw(house.office, { id, version: 99 }, "误提"), Conflict);
  });

  it("dates out of order", async () => {
    expect(await inField(() => propose(house.liaison, mine, { proposedOn: addDays(today(), 1) }), "proposedOn")).toContain("不能晚于今天");
    const id = await propose();
    const seen = await at(id);
    expect(await inField(() => terminations.decideYes(house.office, seen, { ...DECISION, decidedOn: "2026-02-09" }), "decidedOn")).toContain("提出日期（2026-02-10）");
    expect(await inField(() => terminations.decideYes(house.office, seen, { ...DECISION, effectiveOn: "2025-12-30" }), "effectiveOn")).toContain("不能早于上一次变动");
    const both = await refused(() => terminations.decideYes(house.office, seen, { ...DECISION, decidedOn: "2026-02-09", effectiveOn: "2025-12-30" }), Refusal);
    expect(Object.keys(both.fields)).toEqual(["decidedOn", "effectiveOn"]);
    const ahead = addDays(today(), 1);
    const shaped = decideYesInput.safeParse({ id: mine, version: 1, ...DECISION, decidedOn: "", effectiveOn: ahead, confirm: "on" });
    expect(shaped.error?.issues.map((i) => i.path.join())).toEqual(["decidedOn", "effectiveOn"]);
    await terminations.decideYes(house.office, seen, DECISION);
    const decided = await at(id);
    expect(await inField(() => terminations.file(house.office, decided, { filedOn: "2026-02-19", filedWith: "望澜市委", filingNo: null }), "filedOn")).toContain("决定日期（2026-02-20）");
  });

  it("a delegate who has left already", async () => {
    const id = await propose();
    await changeStatus(house.office, mine, 1, "TRANSFER_OUT", { effectiveOn: "2026-02-15", basis: "组织关系转出" });
    const seen = await at(id);
    await refused(() => terminations.decideYes(house.office, seen, DECISION), Refusal);
    expect((await refused(() => propose(house.office), Refusal)).message).toContain("停止履职");
    await terminations.withdraw(house.office, seen, "本人已调离");
  });

  it("a cause without words where none of the named ones fits, and an unread consequence", () => {
    expect(proposeInput.safeParse(proposal(mine, { cause: "OTHER", grounds: "其他情形" })).error?.issues[0]?.message).toContain("至少 10 个字");
    expect(proposeInput.safeParse(proposal(mine, { cause: "DEATH" })).success).toBe(false);
    expect(decideYesInput.safeParse({ ...DECISION, id: mine, version: "1" }).error?.issues[0]?.message).toContain("确认");
  });
});

describe("who may", () => {
  it("propose: the liaison for the own unit, the office for all, nobody else", async () => {
    await refused(() => propose(house.liaison, theirs), NotFound);
    for (const role of ["LEADER", "DELEGATE", "SUPERVISOR", "HANDLING_UNIT", "SYSTEM_ADMIN"] as const) await refused(() => propose(actorOf(role, house.id, role === "HANDLING_UNIT" ? [house.units.wanghu] : [])), role === "LEADER" ? Forbidden : NotFound);
    await refused(() => propose(actorOf("OFFICE", newId())), NotFound);
    await propose(house.office, theirs);
  });

  it("decide, file and record a death: the office alone", async () => {
    const id = await propose();
    const seen = await at(id);
    await refused(() => terminations.decideYes(house.liaison, seen, DECISION), Forbidden);
    await refused(() => terminations.decideNo(house.liaison, seen, { ...DECISION, documentNo: null, note: "不予终止" }), Forbidden);
    await refused(() => terminations.record(house.liaison, { delegateId: mine, effectiveOn: "2026-02-02", grounds: "报告" }), Forbidden);
    await refused(() => terminations.decideYes(house.leader, seen, DECISION), NotFound);
  });

  it("read: a liaison the own unit's cases only, in list, counts and by address", async () => {
    const [own, other] = [await propose(), await propose(house.office, theirs)];
    const all = terminationFilters.parse({});
    expect((await listTerminations(house.liaison, all)).rows.map((r) => r.id)).toEqual([own]);
    expect(await countTerminations(house.liaison, "open")).toBe(1);
    await expect(getTermination(house.liaison, other)).rejects.toBeInstanceOf(NotFound);
    expect((await listTerminations(house.leader, all)).total).toBe(0);
    expect((await listTerminations(house.office, all)).total).toBe(2);
  });

  it("every figure above the list counts its rows", async () => {
    const id = await propose();
    await propose(house.office, theirs);
    await terminations.decideYes(house.office, await at(id), DECISION);
    for (const state of [undefined, "open", "PROPOSED", "DECIDED_YES", "DECIDED_NO", "FILED", "WITHDRAWN"] as const) {
      expect((await listTerminations(house.office, terminationFilters.parse({ state }))).rows).toHaveLength(await countTerminations(house.office, state));
    }
  });

  it("a leader is told how many are under way in the own committee, and nothing else of them", async () => {
    const id = await propose();
    await propose(house.office, theirs);
    const elsewhere = await newHouse();
    expect([await countUnderWay(house.leader), await countUnderWay(elsewhere.leader), await countUnderWay(actorOf("SUPERVISOR", house.id)), await countUnderWay(house.liaison)]).toEqual([2, 0, 0, 1]);
    await expect(getTermination(house.leader, id)).rejects.toBeInstanceOf(NotFound);
    await terminations.withdraw(house.office, await at(id), "误提，已核实");
    expect(await countUnderWay(house.leader)).toBe(1);
  });
});
