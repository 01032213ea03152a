import ExcelJS from "exceljs";
import type { Book, Limits } from "./book";
import type { Mark } from "./mark";
import { parseFile } from "./parse";
import { solid, textCell, wellFormed, workbookBytes } from "./write";

const TONES = { red: "FFF4C7C3", amber: "FFFCE8B2" } as const;

/** Draws the marks into the workbook itself, or with `plain` into a new one of the same cells; the child does this. */
export async function drawMarks(bytes: Uint8Array, fileName: string, limits: Limits, marks: Mark[], plain: boolean): Promise<{ bytes: Uint8Array } | { refused: string }> {
  const read = await parseFile(bytes, fileName, limits);
  if ("refused" in read) return read;
  const original = !plain && fileName.toLowerCase().endsWith(".xlsx");
  const workbook = original ? await load(bytes) : rebuild(read.book);
  for (const mark of marks) {
    const cell = workbook.getWorksheet(mark.sheet)?.getCell(mark.row, mark.column + 1);
    if (cell) draw(cell, mark);
  }
  return { bytes: await workbookBytes(workbook) };
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

function rebuild(book: Book): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  for (const source of book.sheets) {
    const sheet = workbook.addWorksheet(source.name, { state: source.state });
    for (const row of source.rows) row.cells.forEach((cell, column) => {
      if (cell) textCell(sheet.getCell(row.number, column + 1), cell.text);
    });
    for (const row of source.rows) if (row.hidden) sheet.getRow(row.number).hidden = true;
    for (const column of source.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
    for (const merge of source.merges) sheet.mergeCells(merge.top, merge.left, merge.bottom, merge.right);
  }
  return workbook;
}

function draw(cell: ExcelJS.Cell, mark: Mark): void {
  // Cells of one look share one style object; a copy keeps the tint on this cell alone.
  cell.style = { ...cell.style, fill: solid(TONES[mark.tone]) };
  cell.note = { texts: [{ text: wellFormed(mark.text) }], margins: { insetmode: "auto" } };
}
