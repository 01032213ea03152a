import "server-only";
import ExcelJS from "exceljs";
import { formatDateLong, formatInstant, formatMonth, now } from "@/lib/platform/clock";
import { styleHeader, textCell, workbookBytes } from "@/lib/platform/spreadsheet/write";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { scopeNames } from "@/lib/delegates/labels";
import { notes } from "./labels";
import type { Composition, Group } from "./grouping";
import { allColumns, countValue, overallLines, shareValue, valueAt, type Value } from "./tables";
import type { Target } from "./targets";

type Written = Value | string;

/** A number stays one that can be summed, with one decimal where it is a share or a mean; everything else is text. */
function write(cell: ExcelJS.Cell, value: Written): void {
  if (typeof value === "string" || value.number === undefined) return textCell(cell, typeof value === "string" ? value : value.text);
  cell.value = value.number;
  cell.numFmt = value.text.includes(".") ? "0.0" : "0";
}

function addSheet(book: ExcelJS.Workbook, name: string, of: Composition, head: string[], rows: Written[][]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", xSplit: 1, ySplit: 4 }], pageSetup: { paperSize: 9, orientation: head.length > 6 ? "landscape" : "portrait", fitToPage: true, fitToHeight: 0 } });
  const top = [`${of.frame.termName}代表构成（${name}）`, `统计口径：${scopeNames[of.scope]}${of.frame.asOf ? `，截至${formatDateLong(of.frame.asOf)}` : ""}　年龄算到 ${formatMonth(of.frame.on)}　单位：人`, `统计时间：${formatDateLong(formatInstant(now()).slice(0, 10))}`];
  for (const [i, text] of top.entries()) textCell(sheet.getCell(i + 1, 1), text);
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  for (const [i, text] of head.entries()) textCell(sheet.getCell(4, i + 1), text);
  styleHeader(sheet.getRow(4));
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) write(sheet.getCell(r + 5, c + 1), value);
  for (const [i, text] of head.entries()) sheet.getColumn(i + 1).width = i === 0 ? 30 : Math.max(8, text.length * 2 + 2);
}

const groupRows = (groups: readonly Group[], of: Composition): Written[][] =>
  [...groups, { name: "合计", cell: of.whole }].map((g) => [g.name, ...allColumns.map((column) => valueAt(column, g.cell))]);

const overallRows = (of: Composition, targets: readonly Target[]): Written[][] =>
  overallLines(of.whole, targets).map((l) => (l.kind === "heading" ? [l.text] : [l.figure.name, ...l.values, l.requirement, l.result]));

const ethnicityRows = (of: Composition): Written[][] =>
  of.ethnicities.map((e) => [e.code === null ? "未填" : ethnicityName(e.code), countValue(e.count), shareValue(e.count, of.whole.counts.total)]);

/** The composition as a workbook of four sheets: overall with requirements, by delegation, by electing unit, by ethnicity. */
export async function compositionWorkbook(of: Composition, targets: readonly Target[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  const names = allColumns.map((column) => column.name);
  addSheet(book, "总体", of, ["项目", "人数", "占比（%）", "要求", "结果"], [...overallRows(of, targets), [`${notes.inclusive}。${notes.months}。${notes.overlap}。`]]);
  addSheet(book, "按代表团", of, ["代表团", ...names], groupRows(of.delegations, of));
  addSheet(book, "按选举单位", of, ["选举单位", ...names], groupRows(of.units, of));
  addSheet(book, "按民族", of, ["民族", "人数", "占比（%）"], ethnicityRows(of));
  return new Uint8Array(await workbookBytes(book));
}
