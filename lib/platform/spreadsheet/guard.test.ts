import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inlineRows, makeBook, makeZip, type ZipEntry } from "@/tests/support/workbook-parts";
import { inspectFile } from "./guard";
import { refusals } from "./refusals";

const sheets = [{ name: "表", xml: inlineRows([["姓名"], ["钟洁"]]) }];
const book = (...extra: ZipEntry[]) => makeBook({ sheets, extra });
const ole = (...names: string[]) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), ...names.map((n) => Buffer.from(n, "utf16le"))]);
const rels = (type: string) => `<Relationships><Relationship Id="x" Type="http://s/${type}" Target="http://a.example/" TargetMode="External"/></Relationships>`;
const district = readFileSync("tests/fixtures/roster_district.xlsx");

describe("inspectFile accepts", () => {
  it.each([
    ["a workbook", district, "名册.XLSX", { kind: "xlsx" }],
    ["a workbook with a mail link in a cell", book({ name: "xl/worksheets/_rels/sheet1.xml.rels", data: rels("hyperlink") }), "a.xlsx", { kind: "xlsx" }],
    ["GB18030", readFileSync("tests/fixtures/roster_gb18030.csv"), "a.csv", { kind: "csv", encoding: "GB18030" }],
    ["UTF-8", Buffer.from("姓名,性别\n"), "a.csv", { kind: "csv", encoding: "UTF-8" }],
    ["UTF-16 saved as text", Buffer.from("\ufeff姓名\t性别\n", "utf16le"), "a.txt", { kind: "csv", encoding: "UTF-16LE" }],
  ])("%s", async (_, bytes, name, expected) => {
    expect(await inspectFile(bytes, name)).toEqual(expected);
  });
});

describe("inspectFile refuses, saying which", () => {
  it.each<[string, Buffer, string, string]>([
    ["empty", Buffer.alloc(0), "a.xlsx", refusals.empty],
    ["too large", Buffer.alloc(10 * 1024 * 1024 + 1, 65), "a.csv", refusals.tooLarge(10)],
    ["old .xls", ole("Workbook"), "a.xls", refusals.xls],
    ["old .xls renamed", ole("Book"), "a.xlsx", refusals.xls],
    ["WPS .et", ole("Workbook"), "a.et", refusals.et],
    ["encrypted workbook", ole("EncryptionInfo", "EncryptedPackage"), "a.xlsx", refusals.encrypted],
    ["old Word file", ole("WordDocument"), "a.doc", refusals.oldDocument],
    ["XML 2003", Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="x">'), "a.xls", refusals.xml2003],
    ["HTML table", Buffer.from("\ufeff<html xmlns:x='urn'><table>"), "a.xls", refusals.html],
    ["web archive", Buffer.from("MIME-Version: 1.0\r\n"), "a.xls", refusals.html],
    ["HTML in GBK", Buffer.concat([Buffer.from("<table><td>"), Buffer.from("d5c5c8fd", "hex")]), "a.xlsx", refusals.html],
    ["macro part", book({ name: "xl/vbaProject.bin", data: "x" }), "a.xlsx", refusals.macro],
    ["macro name", book(), "a.xlsm", refusals.macro],
    ["Excel 4 macro sheet", book({ name: "xl/macrosheets/sheet1.xml", data: "<a/>" }), "a.xlsx", refusals.macro],
    ["binary workbook", makeZip([{ name: "[Content_Types].xml", data: "<a/>" }, { name: "xl/workbook.bin", data: "x" }]), "a.xlsx", refusals.xlsb],
    ["OpenDocument", makeZip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" }]), "a.ods", refusals.ods],
    ["Word document", makeZip([{ name: "[Content_Types].xml", data: "<a/>" }, { name: "word/document.xml", data: "<a/>" }]), "a.xlsx", refusals.notSpreadsheet],
    ["any zip", makeZip([{ name: "a.txt", data: "x" }]), "a.xlsx", refusals.notSpreadsheet],
    ["bomb", book({ name: "xl/media/a.bin", data: Buffer.alloc(30 * 1024 * 1024) }), "a.xlsx", refusals.bomb],
    ["bomb that declares little", book({ name: "xl/media/a.bin", data: Buffer.alloc(30 * 1024 * 1024), declaredSize: 900 }), "a.xlsx", refusals.lyingSize],
    ["part that declares too much", book({ name: "docProps/a.xml", data: "<a/>", declaredSize: 5000 }), "a.xlsx", refusals.lyingSize],
    ["too many parts", makeZip(Array.from({ length: 201 }, (_, i) => ({ name: `a${i}.xml`, data: "" }))), "a.xlsx", refusals.tooManyParts],
    ["path upwards", book({ name: "../../etc/passwd", data: "x" }), "a.xlsx", refusals.path],
    ["absolute path", book({ name: "/etc/passwd", data: "x" }), "a.xlsx", refusals.path],
    ["encrypted part", book({ name: "xl/a.xml", data: "<a/>", flags: 1 }), "a.xlsx", refusals.encryptedPart],
    ["the same part twice", book({ name: "xl/workbook.xml", data: "<a/>" }), "a.xlsx", refusals.damaged],
    ["DOCTYPE", book({ name: "xl/comments1.xml", data: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), "a.xlsx", refusals.entity],
    ["DOCTYPE in UTF-16", book({ name: "xl/comments1.xml", data: Buffer.from("\ufeff<!DOCTYPE a><a/>", "utf16le") }), "a.xlsx", refusals.oddEncoding],
    ["DOCTYPE in UTF-7", book({ name: "xl/comments1.xml", data: '<?xml version="1.0" encoding="UTF-7"?><a/>' }), "a.xlsx", refusals.oddEncoding],
    ["external link", book({ name: "xl/externalLinks/externalLink1.xml", data: "<a/>" }), "a.xlsx", refusals.external],
    ["data connection", book({ name: "xl/connections.xml", data: "<a/>" }), "a.xlsx", refusals.external],
    ["linked picture", book({ name: "xl/drawings/_rels/drawing1.xml.rels", data: rels("image") }), "a.xlsx", refusals.external],
    ["workbook cut short", district.subarray(0, district.length - 3000), "a.xlsx", refusals.damaged],
    ["workbook with a hole", Buffer.concat([district.subarray(0, 5000), Buffer.alloc(500, 0xff), district.subarray(5500)]), "a.xlsx", refusals.damaged],
    ["part with a wrong checksum", book({ name: "docProps/a.xml", data: "<a/>", checksum: 1 }), "a.xlsx", refusals.damaged],
    ["workbook named .csv", district, "a.csv", refusals.renamedBook],
    ["text named .xlsx", Buffer.from("姓名,性别\n"), "a.xlsx", refusals.renamedText],
    ["picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "a.csv", refusals.binary],
    ["bytes of no encoding", Buffer.from("6162ff2c0a", "hex"), "a.csv", refusals.encoding],
  ])("%s", async (_, bytes, name, sentence) => {
    expect(await inspectFile(bytes, name)).toEqual({ refused: sentence });
  });
});
