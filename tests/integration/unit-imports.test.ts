import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { countsOf } from "@/lib/unit-imports/check";
import { sweepUnitImports } from "@/lib/unit-imports/job-service";
import type { Mode } from "@/lib/unit-imports/labels";
import { markUnits } from "@/lib/unit-imports/marks";
import { findSameUnits, getUnitCheck, getUnitFile, getUnitImport, listUnitImports } from "@/lib/unit-imports/queries";
import { cancel, commit, upload } from "@/lib/unit-imports/service";
import { getUnit, listTree } from "@/lib/units/queries";
import { deactivate, establish, remove, rename } from "@/lib/units/service";
import { flatten } from "@/lib/units/tree";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const HEADER = ["名称", "上级", "类别", "选举单位", "承办单位", "设立日期"];
const TABLES = ["Unit", "UnitChange", "UnitImport"];

let house: House;
beforeEach(async () => {
  house = await newHouse();
});

async function book(rows: string[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("党组织");
  sheet.addRows([HEADER, ...rows]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const FRESH = [["望湖一支部", "望湖社区党委", "支部"], ["锦帆社区党委", "云帆街道党工委", "社区", "是", "", "2016.12.08"], ["锦帆一支部", "锦帆社区党委", "党支部"], ["区审计局党组", "", "机关部门", "", "是"]];
const BROKEN = [["孤儿支部", "无此党委", "支部"], ["坏类别党委", "", "某某"], ["坏类别一支部", "坏类别党委", "支部"], ["锦帆社区党委", "云帆街道党工委", "社区"], ["乙支部", "", "支部", "大概"]];
const take = async (rows: string[][], actor: AccountActor = house.office) => upload(actor, "党组织.xlsx", await book(rows));
const checked = async (id: string) => (await getUnitCheck(house.office, id))!;
const confirm = async (id: string, mode: Mode = "ADD_ONLY", actor: AccountActor = house.office, basis: string | null = "青组〔2026〕18号") => commit(actor, { id, mode, basis, expected: (await checked(id)).mark });
const names = async () => flatten(await listTree(house.office)).map((u) => u.name);
const unitNamed = async (name: string) => (await ownerQuery<{ id: string; parentId: string; path: string; depth: number; position: number; kind: string; isElecting: boolean; isHandling: boolean; activeFrom: Date; version: number }>(`SELECT * FROM "Unit" WHERE "committeeId" = $1 AND name = $2`, [house.id, name]))[0]!;
const audits = (verb: string) => ownerQuery<{ targetName: string; changes: Record<string, unknown>; reason: string }>(`SELECT * FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = $2 AND outcome = 'DONE' ORDER BY seq`, [house.id, verb]);

/** The act must be refused with this error and leave units, history and imports exactly as they were. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<string> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return (thrown as Refusal).message;
}

describe("an import of units", () => {
  it("writes nothing before it is confirmed, then the new ones with place, date, ground and audit", async () => {
    const before = await rowsOf(house.id, "Unit", "UnitChange");
    const id = await take(FRESH);
    expect(await rowsOf(house.id, "Unit", "UnitChange")).toBe(before);
    expect(countsOf((await checked(id)).rows)).toMatchObject({ rows: 4, ADD: 4, ERROR: 0 });
    await confirm(id);
    const [jinfan, branch, shenji, yunfan] = [await unitNamed("锦帆社区党委"), await unitNamed("锦帆一支部"), await unitNamed("区审计局党组"), await unitNamed("云帆街道党工委")];
    expect([jinfan.parentId, jinfan.path, jinfan.depth, jinfan.position, jinfan.isElecting]).toEqual([yunfan.id, `${yunfan.path}${jinfan.id}/`, 2, 2, true]);
    expect([branch.parentId, branch.path, branch.depth]).toEqual([jinfan.id, `${jinfan.path}${branch.id}/`, 3]);
    expect([shenji.depth, shenji.isHandling, shenji.kind]).toEqual([1, true, "DEPARTMENT"]);
    expect((await getUnit(house.office, jinfan.id)).history).toMatchObject([{ event: "ESTABLISH", effectiveOn: "2016-12-08", basis: "青组〔2026〕18号", by: "—", lines: ["名称：锦帆社区党委", "类别：社区", "上级：云帆街道党工委", "选举单位：是"] }]);
    expect((await getUnit(house.office, branch.id)).history[0]?.effectiveOn).toBe(today());
    expect((await audits("unit.establish")).slice(-4).map((e) => [e.targetName, e.reason])).toEqual([["望湖一支部", "青组〔2026〕18号"], ["锦帆社区党委", "青组〔2026〕18号"], ["锦帆一支部", "青组〔2026〕18号"], ["区审计局党组", "青组〔2026〕18号"]]);
    expect((await audits("unitImport.commit"))[0]?.changes).toEqual({ added: [null, "4"], adjusted: [null, "0"], left: [null, "0"] });
    expect(await getUnitImport(house.office, id)).toMatchObject({ state: "DONE", added: 4, adjusted: 0, left: 0 });
  });

  it("writes the good rows beside the broken ones, and mended the rest; the same file again changes nothing", async () => {
    const first = await take([...FRESH, ...BROKEN]);
    expect(countsOf((await checked(first)).rows)).toMatchObject({ ADD: 4, ERROR: 5 });
    await confirm(first);
    expect(await getUnitImport(house.office, first)).toMatchObject({ added: 4, left: 5 });
    expect(await names()).not.toContain("坏类别一支部");
    const mended = [...FRESH, ["孤儿支部", "锦帆社区党委", "支部"], ["坏类别党委", "", "党委"], ["坏类别一支部", "坏类别党委", "支部"], ["乙支部", "", "支部", "否"]];
    const second = await take(mended);
    expect(countsOf((await checked(second)).rows)).toMatchObject({ ADD: 4, SAME: 4, ERROR: 0 });
    await confirm(second);
    const before = await rowsOf(house.id, "Unit", "UnitChange");
    const third = await upload(house.office, "党组织.xlsx", (await getUnitFile(house.office, second)).bytes);
    expect([countsOf((await checked(third)).rows), (await findSameUnits(house.office, await getUnitImport(house.office, third)))?.id]).toEqual([{ rows: 8, ADD: 0, SAME: 8, CHANGED: 0, HELD: 0, ERROR: 0 }, second]);
    expect(await refused(() => confirm(third, "ADD_AND_ADJUST"))).toContain("没有可以写入的行");
    expect(await rowsOf(house.id, "Unit", "UnitChange")).toBe(before);
  });

  it("leaves a unit with other facts as it is, until asked; and never takes a mark that is used", async () => {
    await enter(house, [{ values: filled({ name: "魏青", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
    const rows = [["望湖社区党委", "云帆街道党工委", "社区", "否"], ["北固街道党工委", "", "乡镇", "否", "是"], ["新社区党委", "云帆街道党工委", "社区"]];
    const first = await take(rows);
    expect((await checked(first)).rows.map((r) => r.match)).toEqual(["HELD", "CHANGED", "ADD"]);
    await confirm(first);
    expect([await unitNamed("望湖社区党委"), await unitNamed("北固街道党工委")]).toMatchObject([{ kind: "SUBDISTRICT", isElecting: true, version: 1 }, { kind: "SUBDISTRICT", version: 1 }]);
    const second = await take(rows);
    await confirm(second, "ADD_AND_ADJUST");
    expect([await unitNamed("望湖社区党委"), await unitNamed("北固街道党工委")]).toMatchObject([{ kind: "SUBDISTRICT", isElecting: true, version: 1 }, { kind: "TOWNSHIP", isElecting: false, isHandling: true, version: 2 }]);
    expect((await getUnit(house.office, house.units.beigu)).history[0]).toMatchObject({ event: "ADJUST", effectiveOn: today(), lines: ["类别：街道 → 乡镇", "选举单位：是 → 否", "承办单位：否 → 是"] });
    expect((await audits("unit.adjust"))[0]?.changes).toEqual({ kind: ["街道", "乡镇"], isElecting: ["是", "否"], isHandling: ["否", "是"] });
  });

  it("gives the workbook back with red cells and comments", async () => {
    const id = await take([...FRESH, ...BROKEN]);
    const { bytes, fileName } = await getUnitFile(house.office, id);
    const { sheet, rows } = await checked(id);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await markUnits(bytes, fileName, sheet, rows)).slice().buffer);
    const cell = (at: string) => workbook.getWorksheet("党组织")?.getCell(at);
    expect(cell("B6")?.fill).toMatchObject({ fgColor: { argb: "FFF4C7C3" } });
    expect([cell("B6")?.note, cell("C7")?.note, cell("B8")?.note, cell("A9")?.note, cell("D10")?.note].map((note) => String(note).slice(0, 12))).toEqual(["错误：系统和本表中都没有", "错误：没有“某某”这个类", "错误：上级“坏类别党委”", "错误：同一上级下的“锦帆", "错误：“大概”看不懂，请"].map((t) => t.slice(0, 12)));
    expect(cell("A2")?.note).toBeUndefined();
  });

  it("is refused when the tree moved since the preview, and written once however many confirm it", async () => {
    const id = await take(FRESH);
    const { mark } = await checked(id);
    await rename(house.office, { id: house.units.wanghu, version: 1 }, "望湖新村党委", { effectiveOn: "2026-01-02", basis: "更名" });
    expect(await refused(() => commit(house.office, { id, mode: "ADD_ONLY", basis: null, expected: mark }))).toContain("有变动");
    expect(countsOf((await checked(id)).rows)).toMatchObject({ ADD: 3, ERROR: 1 });
    const now = (await checked(id)).mark;
    const both = await Promise.allSettled([house.office, house.head].map((actor) => commit(actor, { id, mode: "ADD_ONLY", basis: null, expected: now })));
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await names()).filter((name) => name === "锦帆一支部")).toHaveLength(1);
    const again = await take([["滨江社区党委", "北固街道党工委", "社区"]]);
    const before = (await checked(again)).mark;
    await deactivate(house.office, { id: house.units.beigu, version: 1 }, { effectiveOn: "2026-01-02", basis: "撤销" }, true);
    await refused(() => commit(house.office, { id: again, mode: "ADD_ONLY", basis: null, expected: before }));
  });

  it("can be given up, taken back one by one, and is forgotten after seven days", async () => {
    const [id, done] = [await take(FRESH), await take([["滨江社区党委", "北固街道党工委", "社区"]])];
    await cancel(house.office, id);
    expect(await getUnitCheck(house.office, id)).toBeNull();
    expect(await refused(() => commit(house.office, { id, mode: "ADD_ONLY", basis: null, expected: "0".repeat(64) }))).toContain("已放弃");
    expect(await refused(() => cancel(house.office, id))).toContain("已放弃");
    await confirm(done);
    const made = await unitNamed("滨江社区党委");
    await remove(house.office, { id: made.id, version: made.version });
    setClock(() => new Date(Date.now() + 8 * 24 * 3_600_000));
    await sweepUnitImports();
    setClock(null);
    await expect(getUnitFile(house.office, done)).rejects.toThrow(NotFound);
    expect((await listUnitImports(house.office, 1)).rows.map((r) => r.state)).toEqual(["DONE", "CANCELLED"]);
  });

  it("reads nothing else, and not too much", async () => {
    const text = (t: string) => upload(house.office, "a.csv", Buffer.from(t));
    expect(await refused(() => text("姓名,出生年月\n张三,1980.05\n"))).toContain("没有找到含“名称”");
    expect(await refused(() => text("名称,类别\n"))).toContain("没有党组织");
    expect(await refused(() => upload(house.office, "a.xlsx", Buffer.from("PK")))).toMatch(/不完整|无法识别/);
    expect(await refused(() => text(`名称,类别\n${"新社区党委,社区\n".repeat(2001)}`))).toContain("2000 行");
    await expect(upload(actorOf("OFFICE", (await newCommittee()).id), "a.csv", Buffer.from("名称,类别\n甲党委,党委\n"))).rejects.toThrow("还没有本级党委");
  });

  it("writes two thousand units in one request's time", async () => {
    const rows = Array.from({ length: 1990 }, (_, i) => [`第${i}社区党委`, i < 100 ? "云帆街道党工委" : `第${i % 100}社区党委`, "社区"]);
    const id = await take(rows);
    const began = performance.now();
    await confirm(id);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await getUnitImport(house.office, id)).added).toBe(1990);
    expect(await names()).toHaveLength(1994);
  });

  it("is for the office of the committee alone, who learns of no import of another", async () => {
    const id = await take(FRESH);
    const { mark } = await checked(id);
    const input = { id, mode: "ADD_ONLY" as const, basis: null, expected: mark };
    for (const role of ["UNIT_LIAISON", "LEADER", "SUPERVISOR", "DELEGATE", "HANDLING_UNIT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const) {
      const actor = actorOf(role, house.id, role === "UNIT_LIAISON" ? [house.units.yunfan] : []);
      await refused(() => upload(actor, "a.csv", Buffer.from("名称,类别\n甲党委,党委\n")), Forbidden);
      for (const act of [() => commit(actor, input), () => cancel(actor, id), () => getUnitImport(actor, id), () => getUnitCheck(actor, id), () => getUnitFile(actor, id)]) await refused(act, NotFound);
      expect((await listUnitImports(actor, 1)).total).toBe(0);
    }
    const other = await newHouse();
    await refused(() => commit(other.office, input), NotFound);
    expect(await establish(other.office, { parentId: other.units.root, name: "锦帆社区党委", kind: "COMMUNITY", isElecting: false, isHandling: false, activeFrom: "2001-03-01", basis: null })).toBeTruthy();
    await confirm(id);
  });
});
