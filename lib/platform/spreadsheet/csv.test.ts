import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { LIMITS } from "./book";
import { readCsv } from "./csv";
import { decodeText } from "./encoding";
import { refusals } from "./refusals";
import { csvField } from "./write";

const texts = (text: string) => readCsv(text, LIMITS).rows.map((row) => row.cells.map((cell) => cell?.text ?? null));

describe("decodeText", () => {
  const text = "姓名,龙䶮,𠮷文博\r\n";
  it.each([
    ["UTF-8", Buffer.from(text), "UTF-8"],
    ["UTF-8 with mark", Buffer.from(`\ufeff${text}`), "UTF-8"],
    ["UTF-16LE with mark", Buffer.from(`\ufeff${text}`, "utf16le"), "UTF-16LE"],
    ["UTF-16LE without mark", Buffer.from(text, "utf16le"), "UTF-16LE"],
    ["UTF-16BE with mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "UTF-16BE"],
    ["GB18030 with four-byte characters", iconv.encode(text, "gb18030"), "GB18030"],
    ["GB18030 behind a mark of UTF-8", Buffer.concat([Buffer.from("efbbbf", "hex"), iconv.encode(text, "gb18030")]), "GB18030"],
  ])("%s", (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("uses the 2022 mapping where the first one used private characters", () => {
    expect(decodeText(Buffer.from("fe592c0a", "hex"))?.text).toBe("龴,\n");
  });

  it.each([["a lone byte", "616281"], ["a zero byte", "610062636465"], ["a control character", "61010a"]])("refuses %s", (_, hex) => {
    expect(decodeText(Buffer.from(hex, "hex"))).toBeNull();
  });
});

describe("readCsv", () => {
  it.each([[","], ["\t"], [";"]])("separates by %j", (separator) => {
    expect(texts(`姓名${separator}备注\n钟洁${separator}先进\n`)).toEqual([["姓名", "备注"], ["钟洁", "先进"]]);
  });

  it("keeps quoted separators, line breaks and doubled quotes", () => {
    expect(texts('a,"b,\n""c"""\r\n"x"y,z')).toEqual([["a", 'b,\n"c"'], ["xy", "z"]]);
  });

  it("takes guards off and keeps the text", () => {
    expect(texts("号码,a\n\t10014401691,1\n\"\t99\",2\n=\"007\",3\n'=A1,4\n'张,5")).toEqual([["号码", "a"], ["10014401691", "1"], ["99", "2"], ["007", "3"], ["=A1", "4"], ["'张", "5"]]);
  });

  it("numbers records past blank lines and drops blank ends", () => {
    const rows = readCsv("姓名,b,,\n,,\n\n钟洁,,\n", LIMITS).rows;
    expect(rows.map((r) => [r.number, r.cells.length])).toEqual([[1, 2], [4, 1]]);
  });

  it("knows an identity number that a spreadsheet program has shortened", () => {
    expect(readCsv("a,9.90101E+17", LIMITS).rows[0]?.cells[1]).toEqual({ text: "9.90101E+17", type: "text", lost: true });
  });

  it("refuses an open quote and anything beyond the limits", () => {
    expect(() => readCsv('a,"b', LIMITS)).toThrow(refusals.quote);
    expect(() => readCsv("a\nb\nc", { ...LIMITS, rows: 2 })).toThrow(refusals.tooManyRows(2));
    expect(() => readCsv("a,b,c", { ...LIMITS, columns: 2 })).toThrow(refusals.tooManyColumns(2));
  });

  it("reads back what csvField wrote, whatever it begins with", () => {
    const fields = ["=1+1", "+86", "-1", "@a", "a,b", 'say "x"', "one\ntwo", "钟　洁"];
    expect(fields.map(csvField).slice(0, 4)).toEqual(["'=1+1", "'+86", "'-1", "'@a"]);
    expect(texts(fields.map(csvField).join(","))).toEqual([fields]);
  });
});
