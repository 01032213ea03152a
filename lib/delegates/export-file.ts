import "server-only";
import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { csvField, styleHeader, textCell } from "@/lib/platform/spreadsheet/write";

export type Sheet = { title: string; office: string; date: string; heads: number; columns: { name: string }[]; rows: AsyncGenerator<string[][]> };

const HEADER = 3;

/** Title, office and date stand above the header, as an office hands a roster out. */
function openSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, { title, office, date, heads, columns }: Omit<Sheet, "rows">) {
  const sheet = book.addWorksheet("花名册", { views: [{ state: "frozen", xSplit: 2, ySplit: HEADER }], pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEADER}:${HEADER}` } });
  const names = ["序号", ...columns.map((c) => c.name)];
  names.forEach((name, i) => (sheet.getColumn(i + 1).width = Math.max(8, name.length * 2 + 6)));
  textCell(sheet.getCell(1, 1), title);
  sheet.getCell(1, 1).font = { bold: true, size: 16 };
  textCell(sheet.getCell(2, 1), `填报单位：${office}　　填报日期：${date}　　共 ${heads} 人`);
  names.forEach((name, i) => textCell(sheet.getCell(HEADER, i + 1), name));
  styleHeader(sheet.getRow(HEADER));
  sheet.getRow(HEADER).commit();
  return sheet;
}

async function write(out: PassThrough, of: Sheet): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = openSheet(book, of);
  let number = 0;
  for await (const batch of of.rows) {
    for (const cells of batch) {
      const row = sheet.getRow(HEADER + (number += 1));
      [String(number), ...cells].forEach((text, i) => textCell(row.getCell(i + 1), text));
      row.commit();
    }
    // The next batch waits until the reader has taken this one: what is in memory stays small.
    if (out.writableNeedDrain) await new Promise((resolve) => out.once("drain", resolve));
  }
  sheet.commit();
  await book.commit();
}

/** The list as an .xlsx, written while it is read; every cell is text, so no number is cut and nothing is a formula. */
export function xlsxStream(of: Sheet): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  write(out, of).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function* csvLines({ columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  const line = (cells: string[]) => `${cells.map(csvField).join(",")}\r\n`;
  yield utf8.encode(`\ufeff${line(["序号", ...columns.map((c) => c.name)])}`);
  let number = 0;
  for await (const batch of rows) yield utf8.encode(batch.map((cells) => line([String((number += 1)), ...cells])).join(""));
}

/** The list as a .csv in UTF-8 with a mark, as Excel and WPS expect it. */
export const csvStream = (of: Sheet): ReadableStream<Uint8Array> => Readable.toWeb(Readable.from(csvLines(of))) as ReadableStream<Uint8Array>;
