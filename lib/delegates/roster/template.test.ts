import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { checkRoster } from "./check";
import { fieldOfHeader } from "./fields";
import { rosterTemplate, TEMPLATE_VERSION } from "./template";

const context = { today: "2025-12-31", delegations: [{ id: "d1", name: "第一代表团" }], units: [], groups: [] };

async function check(bytes: Uint8Array) {
  const read = await parseFile(bytes, "template.xlsx", LIMITS);
  if ("refused" in read) throw new Error(read.refused);
  return checkRoster(read.book, context);
}

describe("rosterTemplate", () => {
  let bytes: Uint8Array;
  const workbook = new ExcelJS.Workbook();
  beforeAll(async () => {
    bytes = await rosterTemplate(["第一代表团", "=cmd()"]);
    await workbook.xlsx.load(bytes.slice().buffer);
  });

  it("brings nobody when imported as it stands", async () => {
    const { rows, layout } = await check(bytes);
    expect(rows).toEqual([]);
    expect(layout.sheets[0]?.skipped.map((s) => s.kind)).toEqual(["header", "sample"]);
    expect(layout.sheets[0]?.skipped[1]?.text).toMatch(/^示例 张三/);
    expect(layout.sheets[0]?.columns.filter((c) => !c.field).map((c) => c.header)).toEqual(["序号"]);
  });

  it("offers lists for the coded columns, reaching down a thousand rows", () => {
    const sheet = workbook.getWorksheet("代表名册");
    const lists: Record<string, unknown> = {};
    sheet?.getRow(1).eachCell((cell, column) => {
      const validation = sheet.getCell(1001, column).dataValidation as ExcelJS.DataValidation | undefined;
      if (validation) lists[fieldOfHeader(cell.text)?.key ?? ""] = validation.formulae[0];
    });
    expect(Object.keys(lists)).toEqual(["sex", "ethnicity", "education", "degree", "primaryCategory", "frontline", "delegation", "electionKind"]);
    expect(lists["ethnicity"]).toBe("'填写说明'!$D$2:$D$57");
  });

  it("states its version and holds no formula", () => {
    const texts: string[] = [];
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => {
      expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
      texts.push(cell.text);
    }));
    expect(texts).toContain(`模板版本：${TEMPLATE_VERSION}`);
    expect(texts).toContain("=cmd()");
  });

  it("brings whom somebody adds below the sample", async () => {
    const sheet = workbook.getWorksheet("代表名册");
    sheet?.getRow(1).eachCell((cell, column) => {
      const value = ({ name: "钟洁", birthMonth: "1980.03", delegation: "第一代表团" } as Record<string, string>)[fieldOfHeader(cell.text)?.key ?? ""];
      if (value) sheet.getCell(3, column).value = value;
    });
    const { rows } = await check(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(rows.map((r) => [r.row, r.severity, r.values.name, r.values.delegation])).toEqual([[3, "OK", "钟洁", { id: "d1" }]]);
  });
});
