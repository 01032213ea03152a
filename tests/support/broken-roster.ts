import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";

export const CLEAN_ROSTER = "tests/fixtures/roster_small.xlsx";

/** One cell made wrong: where, under which heading, what stands there now, and what the check says of it. */
export type Fault = { row: number; column: string; heading: string; wrong: string | number; says: string; tone: "red" | "amber" };

const red = (row: number, column: string, heading: string, wrong: string, says: string): Fault => ({ row, column, heading, wrong, says, tone: "red" });
const amber = (row: number, column: string, heading: string, wrong: string | number, says: string): Fault => ({ row, column, heading, wrong, says, tone: "amber" });

/** Stands for the right number with another last digit. */
const LAST_DIGIT = "";

const unknown = (word: string, field: string) => `没有“${word}”这一${field}，请改为规范名称，或在“不认识的词”中对应一次`;

/** Ten cells in ten rows, each wrong in its own way. */
export const faults: readonly Fault[] = [
  red(3, "D", "出生年月", "1983.13", "“1983.13”的月份不在 1 至 12 月之间，请核对"),
  red(7, "G", "学历", "青澜大学", unknown("青澜大学", "学历")),
  red(11, "C", "民族", "青澜族", unknown("青澜族", "民族")),
  red(15, "Q", "身份证号", LAST_DIGIT, "身份证号的末位校验码不符，有一位写错了，请逐位核对"),
  red(19, "P", "手机号码", "1006547", "手机号码应为 11 位，现为 7 位，请核对"),
  amber(23, "D", "出生年月", "79.5", "“79.5”的年份只有两位，不能确定是哪一年"),
  red(27, "E", "入党时间", "2093.01", "入党时间2093年1月晚于今天，请核对"),
  red(31, "A", "姓名", "待定", "“待定”不是姓名，人选确定后再填写"),
  red(35, "L", "代表类别", "知名人士", unknown("知名人士", "代表类别")),
  amber(39, "D", "出生年月", 1968.1, "“1968.1”可能是 1 月，也可能是末尾的零被表格软件去掉的 10 月，不能确定"),
];

async function opened(bytes: Buffer): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("a roster without a sheet");
  return { book, sheet };
}

/** The last digit of a number that is right, moved on by one. */
const wrongDigit = (id: string): string => id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");

/** The clean sample roster with the ten faults in it. */
export async function brokenRoster(): Promise<Buffer> {
  const { book, sheet } = await opened(readFileSync(CLEAN_ROSTER));
  for (const { row, column, wrong } of faults) {
    const cell = sheet.getCell(`${column}${row}`);
    cell.value = wrong === LAST_DIGIT ? wrongDigit(cell.text) : wrong;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A marked workbook as somebody hands it back: the marked cells written as they should be, all else as it came. */
export async function mended(bytes: Buffer): Promise<Buffer> {
  const { book, sheet } = await opened(bytes);
  const { sheet: clean } = await opened(readFileSync(CLEAN_ROSTER));
  for (const { row, column } of faults) sheet.getCell(`${column}${row}`).value = clean.getCell(`${column}${row}`).value;
  return Buffer.from(await book.xlsx.writeBuffer());
}

export type Marked = { cell: string; colour: string | undefined; note: string };

/** Every cell that bears a note, with the colour behind it. */
export async function markedCells(bytes: Buffer): Promise<Marked[]> {
  const { sheet } = await opened(bytes);
  const marked: Marked[] = [];
  sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => {
    if (!cell.note) return;
    const note = typeof cell.note === "string" ? cell.note : (cell.note.texts ?? []).map((part) => part.text).join("");
    const colour = cell.fill?.type === "pattern" ? cell.fill.fgColor?.argb : undefined;
    marked.push({ cell: cell.address, colour, note });
  }));
  return marked;
}
