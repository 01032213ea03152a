import { describe, expect, it } from "vitest";
import { cpuMilliseconds } from "@/tests/support/cpu-time";
import { checkUnits, countsOf, type KnownUnit } from "./check";
import type { UnitCells } from "./sheet";

const TODAY = "2026-11-25";
const known = (id: string, parentId: string | null, name: string, more: Partial<KnownUnit> = {}): KnownUnit =>
  ({ id, parentId, name, active: true, kind: "SUBDISTRICT", isElecting: false, isHandling: false, activeFrom: "2001-03-01", version: 1, heads: 0, accounts: 0, ...more });
const tree = [
  known("root", null, "中共青澜区委员会", { kind: "PARTY_COMMITTEE" }), known("yun", "root", "云帆街道党工委", { isElecting: true, heads: 3 }), known("bei", "root", "北固街道党工委"),
  known("wang", "yun", "望湖社区党委", { kind: "COMMUNITY" }), known("old", "yun", "旧社区党委", { active: false }), known("twin1", "yun", "机关党支部", { kind: "BRANCH" }), known("twin2", "bei", "机关党支部", { kind: "BRANCH" }),
];
const check = (...cells: UnitCells[]) => checkUnits(cells.map((c, i) => ({ row: i + 2, cells: c })), tree, TODAY);
const unit = (name: string, parent = "", more: UnitCells = {}): UnitCells => ({ name, ...(parent ? { parent } : {}), kind: "社区", ...more });
const told = (rows: ReturnType<typeof check>) => rows.map((r) => [r.match, ...r.faults.map((f) => `${f.field}：${f.message}`)]);
const only = (...cells: UnitCells[]) => told(check(...cells)).at(-1)?.slice(1).join("") ?? "";

describe("what a row means", () => {
  it("is new under a unit there is, under another row wherever it stands, or under the root", () => {
    const rows = check(unit("第一支部", "锦帆社区党委", { kind: "党支部" }), unit("锦帆社区党委", "云帆街道党工委"), unit("区审计局党组", "", { kind: "机关部门", isHandling: "是", activeFrom: "2019年2月3日" }));
    expect(told(rows)).toEqual([["ADD"], ["ADD"], ["ADD"]]);
    expect(rows.map((r) => [r.path, r.made?.parentKey])).toEqual([["云帆街道党工委 / 锦帆社区党委", rows[1]?.made?.key], ["云帆街道党工委", "u:yun"], ["", "u:root"]]);
    expect(rows[2]?.made).toMatchObject({ name: "区审计局党组", kind: "DEPARTMENT", isElecting: false, isHandling: true, activeFrom: "2019-02-03" });
    expect(rows[0]?.made).toMatchObject({ kind: "BRANCH", activeFrom: TODAY });
  });

  it("is the same when nothing else is said, also of the root; blank cells say nothing", () => {
    expect(told(check(unit("望湖社区党委", "云帆街道党工委"), { name: "云帆街道党工委" }, { name: "中共青澜区委员会" }, unit("望 湖 社 区 党 委", "云帆街道党工委", { activeFrom: "" })))[3]?.[0]).toBe("ERROR");
    expect(told(check(unit("望湖社区党委", "云帆街道党工委"), { name: "云帆街道党工委" }, { name: "中共青澜区委员会" }))).toEqual([["SAME"], ["SAME"], ["SAME"]]);
  });

  it("differs in kind and marks, told field by field; a date that differs is told and left", () => {
    const [row] = check({ name: "北固街道党工委", kind: "乡镇", isElecting: "√", activeFrom: "2002.01.02" });
    expect(row?.match).toBe("CHANGED");
    expect(row?.differences).toEqual([{ field: "kind", old: "街道", new: "乡镇" }, { field: "isElecting", old: "否", new: "是" }]);
    expect(row?.unit).toMatchObject({ id: "bei", wanted: { kind: "TOWNSHIP", isElecting: true, isHandling: false } });
    expect(row?.notes.join()).toContain("导入不改设立日期");
    const [held] = check({ name: "云帆街道党工委", isElecting: "否" });
    expect([held?.match, held?.notes.join()]).toEqual(["HELD", expect.stringContaining("还有 3 名在册代表")]);
  });

  it("tells units of one name apart by what stands above them", () => {
    expect(only(unit("第一小组", "机关党支部"))).toContain("有 2 个“机关党支部”，请写明是哪一个，如“云帆街道党工委/机关党支部”");
    const [row] = check(unit("第一小组", "北固街道党工委/机关党支部"));
    expect([row?.match, row?.made?.parentKey]).toEqual(["ADD", "u:twin2"]);
    expect(told(check(unit("甲社区党委", "云帆街道党工委"), unit("甲社区党委", "北固街道党工委"), unit("一支部", "甲社区党委"), unit("二支部", "北固街道党工委/甲社区党委")))).toEqual([["ADD"], ["ADD"], ["ERROR", expect.stringContaining("有 2 个")], ["ADD"]]);
  });
});

describe("what is wrong with a row", () => {
  it("is all told at once, with the allowed words", () => {
    expect(told(check({ name: "甲", parent: "无此单位", kind: "局机关", isElecting: "大概", activeFrom: "2019.02" }))).toEqual([["ERROR",
      "name：请填写名称，至少 2 个字", expect.stringMatching(/^kind：没有“局机关”这个类别，可填：党委、.*其他$/), expect.stringContaining("isElecting：“大概”看不懂"), expect.stringContaining("activeFrom：“2019.02”不是完整的日期"), expect.stringContaining("parent：系统和本表中都没有在用的“无此单位”")]]);
    expect(only({ kind: "社区" })).toContain("没有名称");
    expect(only({ name: "新社区党委", parent: "云帆街道党工委" })).toContain("没有类别，此项必填，可填：党委");
    expect(only(unit("新社区党委", "", { activeFrom: "2027-01-01" }))).toContain("晚于今天");
  });

  it("is a circle, a parent of its own, a closed parent or a closed namesake", () => {
    const circle = told(check(unit("甲联合党委", "乙联合党委"), unit("乙联合党委", "丙联合党委"), unit("丙联合党委", "甲联合党委")));
    expect(circle).toEqual(["乙", "丙", "甲"].map((above) => ["ERROR", expect.stringContaining(`与上级“${above}联合党委”互为上下级`)]));
    expect(only(unit("自身党委", "自身党委"))).toContain("互为上下级");
    expect(only(unit("一支部", "旧社区党委"))).toContain("已停用");
    expect(only(unit("旧社区党委", "云帆街道党工委"))).toContain("已有停用的“旧社区党委”");
  });

  it("is a double among siblings, told with the row it doubles, but not the same name elsewhere", () => {
    expect(told(check(unit("新社区党委", "云帆街道党工委"), unit("新社区党委", "北固街道党工委"), unit("新 社区党委", "云帆街道党工委"), unit("望湖社区党委", "云帆街道党工委"), unit("望湖社区党委", "云帆街道党工委")))).toEqual([
      ["ADD"], ["ADD"], ["ERROR", expect.stringContaining("与第 2 行重复")], ["SAME"], ["ERROR", expect.stringContaining("与第 5 行重复")]]);
  });

  it("holds back what stands below a faulty row, however deep, and nothing else", () => {
    const rows = told(check(unit("一支部", "新社区党委"), unit("新社区党委", "云帆街道党工委", { kind: "某某" }), unit("一小组", "一支部"), unit("望湖一支部", "望湖社区党委")));
    expect(rows.map((r) => r[0])).toEqual(["ERROR", "ERROR", "ERROR", "ADD"]);
    expect([rows[0]?.[1], rows[2]?.[1]]).toEqual([expect.stringContaining("“新社区党委”（第 3 行）有错误"), expect.stringContaining("“一支部”（第 2 行）有错误")]);
  });

  it("is standing too deep", () => {
    const chain = Array.from({ length: 13 }, (_, i) => unit(`第${i}层党委`, i === 0 ? "" : `第${i - 1}层党委`));
    const rows = told(check(...chain));
    expect(rows.map((r) => r[0])).toEqual([...Array(11).fill("ADD"), "ERROR", "ERROR"]);
    expect(rows[11]?.[1]).toContain("12 层");
  });
});

it("counts every row once and checks two thousand in a blink, also where each hangs on a later one", async () => {
  const many = Array.from({ length: 2000 }, (_, i) => unit(`第${i}社区党委`, i % 10 === 9 ? "云帆街道党工委" : `第${i + 1}社区党委`));
  let counts: Partial<ReturnType<typeof countsOf>> = {};
  const spent = await cpuMilliseconds(() => {
    counts = countsOf(check(...many));
  });
  expect(spent).toBeLessThan(2000);
  expect(counts).toMatchObject({ rows: 2000, ADD: 2000, ERROR: 0 });
  const ladder = await cpuMilliseconds(() => {
    counts = countsOf(check(...Array.from({ length: 2000 }, (_, i) => unit(`第${i}级党委`, i === 1999 ? "云帆街道党工委" : `第${i + 1}级党委`))));
  });
  expect(ladder).toBeLessThan(4000);
  expect(counts).toMatchObject({ rows: 2000, ADD: 10, ERROR: 1990 });
});
