import { ethnicities } from "@/lib/platform/codes/ethnicity";
import { templateWorkbook } from "@/lib/platform/spreadsheet/template";
import { type FieldKey, FIELDS } from "./fields";
import { CATEGORIES, ELECTION_KINDS } from "./words";

export const TEMPLATE_VERSION = "1";

const SHEET = "代表名册";
const columns = FIELDS.filter((field) => field.key !== "employerAndPosition");

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

const optionsOf = (delegations: readonly string[]): Partial<Record<FieldKey, readonly string[]>> => ({
  sex: ["男", "女"],
  ethnicity: ethnicities.map((e) => e.name),
  education: ["博士研究生", "硕士研究生", "研究生", "大学", "大专", "中专", "技校", "职高", "高中", "初中", "小学"],
  degree: ["博士", "硕士", "学士"],
  primaryCategory: CATEGORIES.map((c) => c.name),
  frontline: ["是", "否"],
  electionKind: ELECTION_KINDS.map((k) => k.name),
  delegation: delegations,
});

/** The workbook people download, fill in and upload; imported as it stands it brings nobody. */
export function rosterTemplate(delegations: readonly string[] = []): Promise<Uint8Array> {
  const options = optionsOf(delegations);
  const free: FieldKey = "delegation";
  return templateWorkbook({
    sheet: SHEET, lines: GUIDE_LINES, version: TEMPLATE_VERSION,
    columns: columns.map(({ key, label, required }) => ({ label, required: required ?? false, sample: SAMPLE[key] ?? "", options: options[key] ?? [], free: key === free })),
  });
}
