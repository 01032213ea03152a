import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { checkRoster, type RosterDecisions } from "./check";
import { markErrors, rowMarks } from "./error-workbook";

const csv = Buffer.from("姓名,性别,出生年月,入党时间,手机\n钟洁,女,1980.03,1998.02,100\n王珍宁,女,1988.08,2010.01,\n廖春祥,男,68.5,1990.01,\n");
const context = { today: "2025-12-31", delegations: [{ id: "d1", name: "第一代表团" }], units: [], groups: [] };

async function check(decisions: RosterDecisions = {}) {
  const read = await parseFile(csv, "a.csv", LIMITS);
  if ("refused" in read) throw new Error(read.refused);
  return checkRoster(read.book, context, decisions);
}

describe("the error workbook", { timeout: 30_000 }, () => {
  it("marks each cell once, in the worst tone, and says at the name what belongs to no column", async () => {
    const marks = rowMarks(await check());
    expect(marks.map((m) => `${m.row}:${m.column} ${m.tone}`)).toEqual(["2:3 amber", "2:4 red", "2:0 red", "3:0 red", "4:2 amber", "4:0 red"]);
    expect(marks[0]?.text).toMatch(/^待定：入党时 17 岁 11 个月/);
    expect(marks[2]?.text).toMatch(/^错误：没有代表团/);
  });

  it("leaves accepted doubts and notes alone", async () => {
    const marks = rowMarks(await check({ accepted: { "CSV!2:joinedPartyOn:JOINED_UNDER_18": "与人事档案一致" } }));
    expect(marks.some((m) => m.row === 2 && m.column === 3)).toBe(false);
  });

  it("comes back as a workbook with red cells, comments, and what the file as a whole lacks", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await markErrors(csv, "a.csv", await check())).slice().buffer);
    const sheet = workbook.getWorksheet("CSV");
    expect(sheet?.getCell("E2").fill).toMatchObject({ fgColor: { argb: "FFF4C7C3" } });
    expect(sheet?.getCell("E2").note).toMatch(/^错误：/);
    expect(sheet?.getCell("A1").note).toContain("没有找到“代表团”列");
    expect(sheet?.getCell("B3").fill).not.toMatchObject({ fgColor: { argb: "FFF4C7C3" } });
  });

  it("refuses in words what can no longer be read", async () => {
    await expect(markErrors(Buffer.from("PK\x03\x04"), "a.xlsx", await check())).rejects.toThrow("文件不完整或已损坏");
  });
});
