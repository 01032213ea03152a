import { describe, expect, it } from "vitest";
import { cpuMilliseconds } from "@/tests/support/cpu-time";
import { type BookParts, inlineRows, makeBook } from "@/tests/support/workbook-parts";
import { columnLetter, LIMITS, readReference } from "./book";
import { dateOfSerial, isDateFormat, numberCell } from "./dates";
import { parseFile } from "./parse";
import { refusals } from "./refusals";

async function read(parts: BookParts, limits = LIMITS) {
  const result = await parseFile(makeBook(parts), "a.xlsx", limits);
  if ("refused" in result) throw new Error(result.refused);
  return result.book;
}

const sheet = (xml: string) => [{ name: "表", xml }];
const cellOf = async (cell: string, rest: Partial<BookParts> = {}) => (await read({ sheets: sheet(`<sheetData><row r="1">${cell}</row></sheetData>`), ...rest })).sheets[0]?.rows[0]?.cells[0];
const styles = '<numFmts><numFmt numFmtId="176" formatCode="yyyy\\.mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs>';

describe("cells", () => {
  it.each<[string, string, object | undefined]>([
    ["inline runs joined, phonetic dropped", '<c t="inlineStr"><is><r><t>欧</t></r><r><t>阳</t></r><rPh><t>ou</t></rPh></is></c>', { text: "欧阳", type: "text" }],
    ["a shared string of runs", '<c t="s"><v>1</v></c>', { text: "贺\n宏川", type: "text" }],
    ["an escaped control character", '<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', { text: "a\rb", type: "text" }],
    ["a number", "<c><v>10060202709</v></c>", { text: "10060202709", type: "number", number: 10060202709 }],
    ["binary noise", "<c><v>1968.0999999999999</v></c>", { text: "1968.1", type: "number" }],
    ["a number that lost its tail", "<c><v>9.9010119801024301E17</v></c>", { text: "990101198010243000", type: "number", lost: true }],
    ["a date by format", '<c s="1"><v>25000</v></c>', { text: "1968-06-11", type: "date", number: 25000 }],
    ["a date by Chinese built-in format", '<c s="2"><v>37561</v></c>', { text: "2002-11-01", type: "date" }],
    ["an ISO date", '<c t="d"><v>2002-11-01T00:00:00</v></c>', { text: "2002-11-01", type: "date" }],
    ["a truth value", '<c t="b"><v>1</v></c>', { text: "TRUE", type: "boolean" }],
    ["a formula's cached text", '<c t="str"><f>A2</f><v>张伟</v></c>', { text: "张伟", type: "text" }],
    ["a formula's cached number", "<c><f>1+1</f><v>2</v></c>", { text: "2", type: "number" }],
    ["a formula's error", '<c t="e"><f>X!A1</f><v>#REF!</v></c>', { text: "#REF!", type: "formula-error" }],
    ["a formula without result", "<c><f>SUM(B1)</f></c>", { type: "formula-error" }],
    ["a bare error", '<c t="e"><v>#N/A</v></c>', { text: "#N/A", type: "error" }],
    ["blank space", '<c t="inlineStr"><is><t> \u3000</t></is></c>', undefined],
  ])("%s", async (_, xml, expected) => {
    const cell = await cellOf(xml, { styles, strings: "<si><t>x</t></si><si><r><t>贺\n</t></r><r><t>宏川</t></r><rPh><t>he</t></rPh></si>" });
    if (expected) expect(cell).toMatchObject(expected);
    else expect(cell).toBeUndefined();
  });

  it("adds four years in the 1904 system", async () => {
    expect(await cellOf('<c s="1"><v>25000</v></c>', { styles, date1904: true })).toMatchObject({ text: "1972-06-12" });
  });
});

describe("sheets", () => {
  it("gives states, merges, hidden rows and columns, and tags with a prefix", async () => {
    const xml = '<x:cols xmlns:x="m"><x:col min="2" max="16384" hidden="1"/></x:cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row><row><c><v>9</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A90:XFD99"/></mergeCells>';
    const book = await read({ sheets: [{ name: "一", xml }, { name: "二", xml: "<sheetData/>", state: "veryHidden" }] });
    expect(book.sheets.map((s) => [s.name, s.state, s.rows.length])).toEqual([["一", "visible", 2], ["二", "hidden", 0]]);
    expect(book.sheets[0]?.rows.map((r) => [r.number, r.hidden, r.cells.map((c) => c?.text ?? null)])).toEqual([[2, true, ["1", null, "3"]], [3, false, ["9"]]]);
    expect(book.sheets[0]?.hiddenColumns).toEqual([1, 2]);
    expect(book.sheets[0]?.merges).toEqual([{ top: 2, left: 1, bottom: 3, right: 1 }]);
  });

  it("passes over thirty thousand styled empty rows", async () => {
    const empty = Array.from({ length: 30_000 }, (_, i) => `<row r="${i + 3}" spans="1:16384" s="1" customFormat="1"><c r="XFD${i + 3}" s="1"/></row>`).join("");
    const filled = inlineRows([["姓名"], ["钟洁"]]).replace("</sheetData>", "");
    const parts = { sheets: sheet(`<dimension ref="A1:XFD1048576"/>${filled}${empty}</sheetData>`), styles };
    const book = await read(parts);
    expect(book.sheets[0]?.rows.map((r) => r.cells.length)).toEqual([1, 1]);
    expect(await cpuMilliseconds(() => read(parts))).toBeLessThan(2000);
  });

  it("refuses values beyond the limits, but not beyond blank ones", async () => {
    const rows = sheet(inlineRows([["a", null, "c"], ["b"], ["c"]]));
    await expect(read({ sheets: rows }, { ...LIMITS, rows: 2 })).rejects.toThrow(refusals.tooManyRows(2));
    await expect(read({ sheets: rows }, { ...LIMITS, columns: 2 })).rejects.toThrow(refusals.tooManyColumns(2));
    await expect(read({ sheets: rows }, { ...LIMITS, columns: 3, rows: 3 })).resolves.toBeDefined();
  });

  it("refuses more merged cells than rows", async () => {
    const xml = `${inlineRows([["a"]])}<mergeCells>${'<mergeCell ref="A1:A1"/>'.repeat(3)}</mergeCells>`;
    await expect(read({ sheets: sheet(xml) }, { ...LIMITS, rows: 2 })).rejects.toThrow(refusals.tooHeavy);
  });

  it.each([
    ["broken XML", "<sheetData><row></sheetData>"],
    ["a string that is not there", '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'],
  ])("refuses %s", async (_, xml) => {
    await expect(read({ sheets: sheet(xml) })).rejects.toThrow(refusals.damaged);
  });
});

describe("numbers and dates", () => {
  it.each([[1, "1900-01-01"], [59, "1900-02-28"], [60, null], [61, "1900-03-01"], [25569.75, "1970-01-01"], [0, null], [2958466, null]])("serial %s is %s", (serial, date) => {
    expect(dateOfSerial(serial, false)).toBe(date);
  });

  it.each<[number, string | undefined, boolean]>([
    [14, undefined, true], [57, undefined, true], [0, undefined, false], [49, undefined, false], [20, undefined, false],
    [176, 'yyyy"年"m"月"', true], [176, "mmm", true], [176, "h:mm", false], [176, "0.00", false], [176, "G/通用格式", false], [176, '[Red]"day"0', false], [176, "[$-804]yyyy\\-mm\\-dd;@", true],
  ])("format %s %s shows a date: %s", (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });

  it("marks integers of more than fifteen digits only", () => {
    expect(numberCell(999_999_999_999_999).lost).toBeUndefined();
    expect(numberCell(1e15).lost).toBe(true);
  });

  it("names columns both ways", () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
    expect(readReference("AAA12")).toEqual({ column: 702, row: 12 });
  });
});
