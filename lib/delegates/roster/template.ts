import ExcelJS from "exceljs";
import { ethnicities } from "@/lib/platform/codes/ethnicity";
import { columnLetter } from "@/lib/platform/spreadsheet/book";
import { styleHeader, textCell, workbookBytes } from "@/lib/platform/spreadsheet/write";
import { type Field, type FieldKey, FIELDS } from "./fields";
import { CATEGORIES, ELECTION_KINDS } from "./words";

export const TEMPLATE_VERSION = "1";

const SHEET = "代表名册";
const GUIDE = "填写说明";
const READY_ROWS = 1000;
const columns: readonly Field[] = FIELDS.filter((field) => field.key !== "employerAndPosition");

const SAMPLE: Partial<Record<FieldKey, string>> = {
  name: "张三", sex: "女", ethnicity: "汉族", birthMonth: "1980.05", joinedPartyOn: "2003.07", workStartedOn: "2002.08", education: "大学", degree: "学士",
  employer: "某某社区", position: "党委书记", primaryCategory: "各级领导干部", frontline: "否", delegation: "第一代表团", electionKind: "换届选举", remark: "示例行，导入时自动跳过",
};

const GUIDE_LINES = [
  "标*的三列必填：姓名、出生年月、代表团；其余各列没有的留空，或填“无”。",
  "出生年月、入党时间、参加工作时间写成“1968.05”的样式；十月写“1968.10”，不要写“1968.1”。",
  "身份证号、手机号码各列已设为文本格式，请勿改为数字，以免末几位丢失。",
  "性别、民族、学历、代表类别、代表团、当选方式请从下拉列表选取，或照右侧所列填写。",
  "两个字的姓名中间不必加空格；少数民族姓名中的间隔点用“·”。",
  "各列可以调整次序或删去不用的列，请勿改动表头的名称；示例行可以保留，导入时自动跳过。",
];

/** The workbook people download, fill in and upload; imported as it stands it brings nobody. */
export async function rosterTemplate(delegations: readonly string[] = []): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET, { views: [{ state: "frozen", xSplit: 2, ySplit: 1 }] });
  const guide = workbook.addWorksheet(GUIDE);
  fillSheet(sheet);
  writeGuide(guide);
  optionsOf(delegations).forEach(([key, words], i) => {
    const letter = columnLetter(i + 2);
    textCell(guide.getCell(`${letter}1`), columns.find((c) => c.key === key)?.label ?? "");
    words.forEach((word, row) => textCell(guide.getCell(`${letter}${row + 2}`), word));
    offer(sheet, key, `'${GUIDE}'!$${letter}$2:$${letter}$${words.length + 1}`);
  });
  return workbookBytes(workbook);
}

function fillSheet(sheet: ExcelJS.Worksheet): void {
  const headers = ["序号", ...columns.map((c) => (c.required ? `${c.label}*` : c.label))];
  headers.forEach((header, i) => {
    sheet.getColumn(i + 1).width = Math.max(8, header.length * 2 + 4);
    sheet.getColumn(i + 1).numFmt = "@";
    textCell(sheet.getCell(1, i + 1), header);
  });
  styleHeader(sheet.getRow(1));
  textCell(sheet.getCell(2, 1), "示例");
  columns.forEach((column, i) => textCell(sheet.getCell(2, i + 2), SAMPLE[column.key] ?? ""));
}

function writeGuide(guide: ExcelJS.Worksheet): void {
  guide.getColumn(1).width = 80;
  textCell(guide.getCell("A1"), GUIDE);
  GUIDE_LINES.forEach((line, i) => textCell(guide.getCell(i + 2, 1), `${i + 1}．${line}`));
  textCell(guide.getCell(GUIDE_LINES.length + 3, 1), `模板版本：${TEMPLATE_VERSION}`);
}

function optionsOf(delegations: readonly string[]): Array<[FieldKey, readonly string[]]> {
  const options: Array<[FieldKey, readonly string[]]> = [
    ["sex", ["男", "女"]],
    ["ethnicity", ethnicities.map((e) => e.name)],
    ["education", ["博士研究生", "硕士研究生", "研究生", "大学", "大专", "中专", "技校", "职高", "高中", "初中", "小学"]],
    ["degree", ["博士", "硕士", "学士"]],
    ["primaryCategory", CATEGORIES.map((c) => c.name)],
    ["frontline", ["是", "否"]],
    ["electionKind", ELECTION_KINDS.map((k) => k.name)],
    ["delegation", delegations],
  ];
  return options.filter(([, words]) => words.length > 0);
}

function offer(sheet: ExcelJS.Worksheet, key: FieldKey, list: string): void {
  const column = columns.findIndex((c) => c.key === key) + 2;
  const validation: ExcelJS.DataValidation = {
    type: "list", allowBlank: true, formulae: [list], showErrorMessage: key !== "delegation", errorStyle: "warning",
    errorTitle: "请核对", error: "填写的内容不在下拉列表中。确需填写时请选“是”。",
  };
  for (let row = 2; row <= READY_ROWS + 1; row += 1) sheet.getCell(row, column).dataValidation = validation;
}
