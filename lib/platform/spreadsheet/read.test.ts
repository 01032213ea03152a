import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "./book";
import { drawMarks } from "./draw";
import { type Mark, markWorkbook } from "./mark";
import { parseFile } from "./parse";
import { readSpreadsheet } from "./read";
import { refusals } from "./refusals";

const district = readFileSync("tests/fixtures/roster_district.xlsx");

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

describe("readSpreadsheet", { timeout: 30_000 }, () => {
  it("reads in a process of its own what parsing here reads", async () => {
    const apart = await readSpreadsheet(district, "roster_district.xlsx");
    expect(apart).toEqual(await parseFile(district, "roster_district.xlsx", LIMITS));
    expect(apart).toMatchObject({ book: { date1904: false, sheets: [{ name: "代表花名册", state: "visible" }, { name: "构成统计" }, { name: "Sheet3", state: "hidden" }] } });
  });

  it("turns a process that ran out of memory into a sentence", async () => {
    expect(await readSpreadsheet(district, "a.xlsx", { heapMegabytes: 5 })).toEqual({ refused: refusals.tooHeavy });
  });

  it("stops what takes too long", async () => {
    expect(await readSpreadsheet(district, "a.xlsx", { seconds: 0.02 })).toEqual({ refused: refusals.tooSlow(0.02) });
  });

  it("passes on what the guard refuses", async () => {
    expect(await readSpreadsheet(Buffer.from("<html>"), "a.xls")).toEqual({ refused: refusals.html });
  });
});

describe("marking", { timeout: 30_000 }, () => {
  const marks: Mark[] = [
    { sheet: "代表花名册", row: 5, column: 4, tone: "red", text: "错误：出生年月" },
    { sheet: "代表花名册", row: 6, column: 5, tone: "amber", text: "待定：入党时间" },
    { sheet: "没有这张表", row: 1, column: 0, tone: "red", text: "x" },
  ];

  it("tints and comments these cells alone and keeps the rest of the workbook", async () => {
    const marked = await markWorkbook(district, "roster_district.xlsx", marks);
    if ("refused" in marked) throw new Error(marked.refused);
    const sheet = (await load(marked.bytes)).getWorksheet("代表花名册");
    expect(sheet?.getCell("E5").fill).toMatchObject({ fgColor: { argb: "FFF4C7C3" } });
    expect(sheet?.getCell("E5").note).toBe("错误：出生年月");
    expect(sheet?.getCell("F6").fill).toMatchObject({ fgColor: { argb: "FFFCE8B2" } });
    expect(sheet?.getCell("E7").fill).not.toMatchObject({ fgColor: { argb: "FFF4C7C3" } });
    expect(await parseFile(marked.bytes, "a.xlsx", LIMITS)).toEqual(await parseFile(district, "a.xlsx", LIMITS));
  });

  it("gives a .csv back as a workbook of text, formulas kept as text", async () => {
    const csv = Buffer.from('姓名,手机\n钟洁,="10081799626"\n=HYPERLINK("x"),1\n');
    const marked = await drawMarks(csv, "a.csv", LIMITS, [{ sheet: "CSV", row: 2, column: 1, tone: "red", text: "错误" }], false);
    if ("refused" in marked) throw new Error(marked.refused);
    const sheet = (await load(marked.bytes)).getWorksheet("CSV");
    expect(sheet?.getCell("B2")).toMatchObject({ value: "10081799626", numFmt: "@" });
    expect(sheet?.getCell("A3").type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell("B2").note).toBe("错误");
  });

  it("rebuilds plainly what it cannot rewrite", async () => {
    const plain = await drawMarks(district, "a.xlsx", LIMITS, marks, true);
    if ("refused" in plain) throw new Error(plain.refused);
    const again = await parseFile(plain.bytes, "a.xlsx", LIMITS);
    expect("book" in again && again.book.sheets[0]?.rows[4]?.cells.map((c) => c?.text ?? null).slice(0, 5)).toEqual(["1", "贺宏川", null, null, "1974.01"]);
  });
});
