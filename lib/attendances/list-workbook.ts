import "server-only";
import ExcelJS from "exceljs";
import { styleHeader, textCell, workbookBytes } from "@/lib/platform/spreadsheet/write";

/** One line of the list: what is known of somebody, a mark for each session, and the hours written down when the list was confirmed. */
export type ListLine = { cells: readonly string[]; marks: readonly string[]; hours: number | null };
export type ListBook = { title: string; note: string; sessions: readonly string[]; lines: readonly ListLine[] };

export const listHeads = ["序号", "姓名", "代表团", "选举单位", "状态", "答复时间", "代为答复", "理由"];
const WIDTHS = [6, 12, 22, 26, 12, 18, 12, 30];

/** The list of an activity as a workbook. Everything is text, so that nothing in it is taken for a formula; hours are numbers. */
export async function listWorkbook({ title, note, sessions, lines }: ListBook): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("名单", { views: [{ state: "frozen", xSplit: 2, ySplit: 3 }], pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 } });
  textCell(sheet.getCell(1, 1), title);
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  textCell(sheet.getCell(2, 1), note);
  const heads = [...listHeads, ...sessions, "学时"];
  for (const [i, text] of heads.entries()) textCell(sheet.getCell(3, i + 1), text);
  styleHeader(sheet.getRow(3));
  for (const [r, { cells, marks, hours }] of lines.entries()) {
    for (const [c, text] of [String(r + 1), ...cells, ...marks].entries()) textCell(sheet.getCell(r + 4, c + 1), text);
    if (hours !== null) Object.assign(sheet.getCell(r + 4, heads.length), { value: hours, numFmt: "0.0" });
  }
  for (const i of heads.keys()) sheet.getColumn(i + 1).width = WIDTHS[i] ?? 16;
  return new Uint8Array(await workbookBytes(book));
}
