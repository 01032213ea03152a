import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { officeFileOf } from "./office-file";

const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));

it("tells a Word and an Excel file by what is inside", async () => {
  expect((await officeFileOf(zipOf("[Content_Types].xml", "word/document.xml")))?.ending).toBe("docx");
  expect((await officeFileOf(new Uint8Array(readFileSync("tests/fixtures/roster_small.xlsx"))))?.ending).toBe("xlsx");
});

it.each([
  ["any other zip", zipOf("a.txt", "word/document.xml")], ["one with macros", zipOf("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
  ["one cut off", zipOf("[Content_Types].xml", "word/document.xml").slice(0, 60)], ["a text", strToU8("PK\u0003\u0004")], ["a path outside", zipOf("[Content_Types].xml", "word/document.xml", "../x")],
])("refuses %s", async (_, bytes) => expect(await officeFileOf(bytes)).toBeNull());
