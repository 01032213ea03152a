import "server-only";
import ExcelJS from "exceljs";
import { formatDate, formatInstant } from "@/lib/platform/clock";
import { styleHeader, textCell, workbookBytes } from "@/lib/platform/spreadsheet/write";
import { causeNames, eventNames, statusNames } from "./labels";
import type { OwnWord } from "./own-queries";
import type { DelegateRecord } from "./queries";
import { exportColumns } from "./export-columns";
import { personOf, recordInWords } from "./written";

type Table = { name: string; heads: string[]; widths: number[]; rows: string[][] };

function addTable(book: ExcelJS.Workbook, { name, heads, widths, rows }: Table): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }], pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  [heads, ...rows].forEach((cells, r) => cells.forEach((text, c) => {
    textCell(sheet.getCell(r + 1, c + 1), text);
    sheet.getCell(r + 1, c + 1).alignment = { wrapText: true, vertical: "top" };
  }));
  widths.forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  styleHeader(sheet.getRow(1));
}

/** A sheet's name takes no sign of a formula and 31 characters. */
const sheetName = (text: string) => text.replace(/[\\/?*[\]:]/g, "").slice(0, 28);

/** The collection form of one mandate, numbers in full: it is the holder's own. */
const registered = (d: DelegateRecord): Table => {
  const { idNumber, mobile, address } = personOf(d.person);
  const words: Record<string, string | null> = { ...recordInWords(d), idNumber, mobile, address, status: statusNames[d.status] };
  return { name: sheetName(d.term.name), heads: ["项目", "登记的内容"], widths: [22, 60], rows: exportColumns.map(({ key, name }) => [name, words[key] ?? ""]) };
};

const standing = (mandates: DelegateRecord[]): Table => ({
  name: "资格记录", heads: ["届次", "生效日期", "事项", "原因", "依据", "记录时间"], widths: [24, 14, 22, 26, 40, 18],
  rows: mandates.flatMap((d) => d.statusEvents.map((e) => [d.term.name, formatDate(e.effectiveOn.toISOString()), eventNames[e.event], e.cause ? causeNames[e.cause] : "", e.basis ?? "", formatInstant(e.recordedAt)])),
});

const said = ({ confirmations, consents }: OwnWord): Table => ({
  name: "本人确认和公开意愿", heads: ["事项", "内容", "时间"], widths: [26, 16, 20],
  rows: [...confirmations.map((c) => [`${c.year} 年资料确认`, "无误", c.at]), ...consents.map((c) => [`在公开名录中公开${c.name}`, c.given ? "同意" : "不同意", c.since ?? ""])],
});

/** All that is kept about one person as a delegate, as a workbook of text cells. */
export async function ownWorkbook(mandates: DelegateRecord[], word: OwnWord | null): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const table of [...mandates.map(registered), standing(mandates), ...(word ? [said(word)] : [])]) addTable(book, table);
  return workbookBytes(book);
}
