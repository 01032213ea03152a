import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { bookOf, merge, sheetOf } from "@/tests/support/roster-book";
import { checkUnits } from "./check";
import { marksOf } from "./marks";
import { readUnitSheet } from "./sheet";
import { unitTemplate } from "./template";

const HEADER = ["序号", "党组织名称", "上级党组织", "类别*", "是否选举单位", "成立日期", "书记"];

describe("the list in a workbook", () => {
  it("is found under a title, on the first sheet that has one, with what was not read", () => {
    const found = readUnitSheet(bookOf(sheetOf("说明", [["填表说明"]]), sheetOf("名册", [["青澜区党组织名册"], [], HEADER, ["1", "云帆街道党工委", "", "街道", "是", "2016-12-08", "略"]])));
    expect(found).toEqual({ sheet: "名册", headerRow: 3, columns: { name: 1, parent: 2, kind: 3, isElecting: 4, activeFrom: 5 }, ignored: ["书记"], rows: [{ row: 4, cells: { name: "云帆街道党工委", kind: "街道", isElecting: "是", activeFrom: "2016-12-08" } }] });
  });
  it("resolves a parent merged over several rows and leaves out hidden sheets and blank rows", () => {
    const rows = [HEADER, ["1", "甲社区党委", "云帆街道党工委", "社区"], ["2", "乙社区党委", "", "社区"], ["3"], ["4", "丙社区党委", "", "社区"]];
    const found = readUnitSheet(bookOf(sheetOf("藏", rows, { state: "hidden" }), sheetOf("名册", rows, { merges: [merge("C2:C3")] })));
    expect(found?.rows.map((r) => [r.row, r.cells.name, r.cells.parent])).toEqual([[2, "甲社区党委", "云帆街道党工委"], [3, "乙社区党委", "云帆街道党工委"], [5, "丙社区党委", undefined]]);
    expect(readUnitSheet(bookOf(sheetOf("名册", [["姓名", "出生年月"], ["张三", "1980.05"]])))).toBeNull();
  });
});

describe("the template", () => {
  it("brings nothing as it stands, offers the units there are, and brings what is added below", async () => {
    const bytes = await unitTemplate(["中共青澜区委员会", "云帆街道党工委"]);
    const read = async (file: Uint8Array) => {
      const parsed = await parseFile(file, "t.xlsx", LIMITS);
      return "refused" in parsed ? null : readUnitSheet(parsed.book);
    };
    expect(await read(bytes)).toMatchObject({ rows: [], ignored: [] });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const sheet = workbook.getWorksheet("党组织");
    expect((sheet?.getCell("C3").dataValidation as ExcelJS.DataValidation | undefined)?.formulae[0]).toBe("'填写说明'!$C$2:$C$3");
    ["1", "望湖社区党委", "云帆街道党工委", "社区"].forEach((text, i) => { if (sheet) sheet.getCell(3, i + 1).value = text; });
    expect((await read(new Uint8Array(await workbook.xlsx.writeBuffer())))?.rows).toEqual([{ row: 3, cells: { name: "望湖社区党委", parent: "云帆街道党工委", kind: "社区" } }]);
  });
});

it("marks each faulty cell once, red, and at the name what belongs to no column", () => {
  const sheet = readUnitSheet(bookOf(sheetOf("名册", [["名称", "类别"], ["新社区党委", "某某"], ["", "社区"]])));
  const rows = checkUnits(sheet?.rows ?? [], [{ id: "root", parentId: null, name: "区委", active: true, kind: "PARTY_COMMITTEE", isElecting: false, isHandling: false, activeFrom: "2001-01-01", version: 1, heads: 0, accounts: 0 }], "2026-11-25");
  expect(sheet && marksOf(sheet, rows).map((m) => [m.row, m.column, m.tone, m.text.slice(0, 9)])).toEqual([[2, 1, "red", "错误：没有“某某”"], [3, 0, "red", "错误：没有名称，此"]]);
});
