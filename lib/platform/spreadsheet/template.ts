import ExcelJS from "exceljs";
import { columnLetter } from "./book";
import { styleHeader, textCell, workbookBytes } from "./write";

/** `options` become a drop-down list; `free` lets other words pass without a warning. */
export type TemplateColumn = { label: string; required?: boolean; sample?: string; options?: readonly string[]; free?: boolean };

const GUIDE = "填写说明";
const READY_ROWS = 1000;

/**
 * A workbook people download, fill in and upload: a header, one sample row that imports skip by its “示例”, drop-down
 * lists, and a second sheet that says how. Every cell is text.
 */
export async function templateWorkbook({ sheet: name, columns, lines, version }: { sheet: string; columns: readonly TemplateColumn[]; lines: readonly string[]; version: string }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", xSplit: 2, ySplit: 1 }] });
  const guide = workbook.addWorksheet(GUIDE);
  fillSheet(sheet, columns);
  writeGuide(guide, lines, version);
  let next = 2;
  columns.forEach(({ label, options = [], free }, i) => {
    if (options.length === 0) return;
    const letter = columnLetter(next);
    next += 1;
    textCell(guide.getCell(`${letter}1`), label);
    options.forEach((word, row) => textCell(guide.getCell(`${letter}${row + 2}`), word));
    offer(sheet, i + 2, `'${GUIDE}'!$${letter}$2:$${letter}$${options.length + 1}`, free ?? false);
  });
  return workbookBytes(workbook);
}

function fillSheet(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[]): void {
  const headers = ["序号", ...columns.map((c) => (c.required ? `${c.label}*` : c.label))];
  headers.forEach((header, i) => {
    sheet.getColumn(i + 1).width = Math.max(8, header.length * 2 + 4);
    sheet.getColumn(i + 1).numFmt = "@";
    textCell(sheet.getCell(1, i + 1), header);
  });
  styleHeader(sheet.getRow(1));
  textCell(sheet.getCell(2, 1), "示例");
  columns.forEach((column, i) => textCell(sheet.getCell(2, i + 2), column.sample ?? ""));
}

function writeGuide(guide: ExcelJS.Worksheet, lines: readonly string[], version: string): void {
  guide.getColumn(1).width = 80;
  textCell(guide.getCell("A1"), GUIDE);
  lines.forEach((line, i) => textCell(guide.getCell(i + 2, 1), `${i + 1}．${line}`));
  textCell(guide.getCell(lines.length + 3, 1), `模板版本：${version}`);
}

function offer(sheet: ExcelJS.Worksheet, column: number, list: string, free: boolean): void {
  const validation: ExcelJS.DataValidation = {
    type: "list", allowBlank: true, formulae: [list], showErrorMessage: !free, errorStyle: "warning",
    errorTitle: "请核对", error: "填写的内容不在下拉列表中。确需填写时请选“是”。",
  };
  for (let row = 2; row <= READY_ROWS + 1; row += 1) sheet.getCell(row, column).dataValidation = validation;
}
