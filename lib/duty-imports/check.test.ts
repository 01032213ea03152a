import { describe, expect, it } from "vitest";
import { checkDuties, countsOf, happenedKey, type KnownDelegate, type KnownDuties } from "./check";
import type { DutyCells } from "./sheet";

const TODAY = "2026-11-25";
const NOTHING: KnownDuties = { keys: new Set(), happened: new Set() };
const held = (id: string, name: string, delegation: string, fromOn = "2021-11-01", toOn = "2026-11-30"): KnownDelegate => ({ id, unitId: `unit-${id}`, name, delegation, fromOn, toOn });
const roster = [held("wei", "魏青", "云帆代表团"), held("li1", "李敏", "云帆代表团"), held("li2", "李敏", "北固代表团"), held("twin1", "张伟", "北固代表团"), held("twin2", "张伟", "北固代表团"), held("gone", "石磊", "云帆代表团", "2021-11-01", "2024-05-31")];
const check = (known: KnownDuties, ...cells: DutyCells[]) => checkDuties(cells.map((c, i) => ({ row: i + 2, cells: c })), roster, known, TODAY);
const duty = (more: DutyCells = {}): DutyCells => ({ name: "魏青", delegation: "云帆代表团", heldOn: "2025-03-01", kind: "联系党员群众", title: "走访望湖社区", ...more });
const only = (more: DutyCells) => check(NOTHING, duty(more))[0]!;
const told = (more: DutyCells) => only(more).faults.map((f) => `${f.field}：${f.message}`);

describe("what a row of the ledger means", () => {
  it("is a new duty of the one delegate of that name and delegation, with the words of the offices for its kind", () => {
    expect(only({ kind: "质询答复", hours: "2.5小时", reached: "１２人", filledOn: "2025.3.5", state: "退回修改", note: "补充地点", issues: "路灯不亮" })).toMatchObject({
      match: "ADD", faults: [], notes: [], duty: { delegateId: "wei", unitId: "unit-wei", heldOn: "2025-03-01", kind: "INQUIRY", hours: 2.5, reached: 12, filledOn: "2025-03-05", state: "REJECTED", note: "补充地点", issues: "路灯不亮", late: false },
    });
    expect(["培训学习", "列席重要会议", "参加民主评议", "提出提案提议", "述职评议", "慰问帮扶", "志愿服务", "调研视察"].map((kind) => only({ kind }).duty?.kind)).toEqual(["TRAINING", "MEETING", "EVALUATION", "PROPOSAL", "ANNUAL_REPORT", "HARDSHIP_VISIT", "VOLUNTEER", "RESEARCH"]);
    expect(only({ name: "魏　青", delegation: "" }).duty?.delegateId).toBe("wei");
  });

  it("awaits review where the sheet is silent, and tells what was filled in more than thirty days later", () => {
    expect(only({}).duty?.state).toBe("SUBMITTED");
    expect([only({ filledOn: "2025-03-31" }).notes, only({ filledOn: "2025-04-01" }).notes]).toEqual([[], ["履职后 31 日才填报"]]);
  });

  it("never guesses between two of one name", () => {
    expect(told({ name: "李敏", delegation: "" })).toEqual([expect.stringContaining("delegation：有几名“李敏”（云帆代表团、北固代表团），请填写代表团")]);
    expect(only({ name: "李敏", delegation: "北固代表团" }).duty?.delegateId).toBe("li2");
    expect(told({ name: "张伟", delegation: "北固代表团" })).toEqual([expect.stringContaining("同一代表团内同名的")]);
    expect(told({ name: "魏青", delegation: "北固代表团" })).toEqual([expect.stringContaining("“魏青”在云帆代表团")]);
    expect(told({ name: "周无此" })).toEqual([expect.stringContaining("name：本届花名册里没有云帆代表团的“周无此”")]);
  });

  it("lies within the days in office, both counted", () => {
    expect([told({ name: "石磊", heldOn: "2024-05-31" }), told({ name: "石磊", heldOn: "2021-11-01" })]).toEqual([[], []]);
    for (const heldOn of ["2024-06-01", "2021-10-31"]) expect(told({ name: "石磊", heldOn })).toEqual([expect.stringContaining("2021-11-01 至 2024-05-31")]);
    expect(told({ heldOn: "2026-11-26" })).toEqual([expect.stringContaining("晚于今天")]);
  });

  it("tells all its faults at once", () => {
    const faults = told({ name: "", heldOn: "2025.3", kind: "开会", title: "题".repeat(61), hours: "半天", reached: "若干", state: "大概", filledOn: "昨天" });
    expect(faults.map((f) => f.split("：")[0])).toEqual(["name", "heldOn", "kind", "title", "hours", "reached", "filledOn", "state"]);
    expect(faults[2]).toContain("可填：参加党代会、学习培训");
    expect(told({ hours: "0" })).toHaveLength(1);
    expect(told({ hours: "99.5" })).toHaveLength(1);
  });
});

describe("the same twice", () => {
  it("is found again by every fact, the n-th of equal rows apart", () => {
    const first = check(NOTHING, duty(), duty(), duty({ place: "望湖社区" }));
    expect(first.map((r) => r.match)).toEqual(["ADD", "DOUBLE", "DOUBLE"]);
    expect(first[1]?.notes).toEqual(["与第 2 行的代表、日期和活动相同"]);
    expect(new Set(first.map((r) => r.duty?.key)).size).toBe(3);
    const keys = new Set(first.flatMap((r) => (r.duty ? [r.duty.key] : [])));
    expect(check({ keys, happened: new Set() }, duty(), duty(), duty({ place: "望湖社区" })).map((r) => r.match)).toEqual(["SAME", "SAME", "SAME"]);
  });

  it("is doubted when the ledger has that delegate, day and name from elsewhere", () => {
    const happened = new Set([happenedKey("wei", "2025-03-01", "走访 望湖社区")]);
    expect(check({ keys: new Set(), happened }, duty(), duty({ heldOn: "2025-03-02" })).map((r) => [r.match, ...r.notes])).toEqual([["DOUBLE", "系统中已有同一代表、同一日期、同一活动的另一笔"], ["ADD"]]);
  });

  it("is counted by row, and delegates once", () => {
    expect(countsOf(check(NOTHING, duty(), duty(), duty({ name: "无" }), duty({ name: "石磊", filledOn: "2026-01-01", heldOn: "2023-01-01" })))).toEqual({ rows: 4, ADD: 2, DOUBLE: 1, ERROR: 1, SAME: 0, late: 1, delegates: 2 });
  });
});
