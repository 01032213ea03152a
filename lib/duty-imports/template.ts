import { kindNames } from "@/lib/duties/labels";
import { templateWorkbook } from "@/lib/platform/spreadsheet/template";
import { FIELDS, type DutyField } from "./sheet";

const SAMPLE: Record<DutyField, string> = {
  name: "张三", delegation: "某某街道代表团", heldOn: "2026-03-01", kind: kindNames.CONTACT, title: "走访困难党员", place: "某某社区", hours: "2", reached: "5", content: "走访困难党员两户，了解生活情况。",
  issues: "楼道照明损坏，已转社区处理", evidence: "照片2张", filledOn: "2026-03-03", filledBy: "代表本人", state: "已通过", note: "",
};

const LINES = [
  "标*的各列必填：代表姓名、履职日期、活动类型、活动名称；其余各列可以留空。",
  "代表姓名须与本届花名册一致；有同名的，请填写代表团。",
  "履职日期写成“2026-03-01”的样式，须在代表资格期内，不晚于今天。",
  "审核状态可填已通过、待审核、退回修改，留空表示待审核。",
  "同一代表、同一日期、同一活动的几行，默认只写入第一行；确有几次的，导入时说明理由即可一并写入。",
  "各列可以调整次序或删去不用的列，请勿改动表头的名称；示例行可以保留，导入时自动跳过。",
];

/** The workbook people download, fill in and upload, with the delegations there are to choose from. */
export function dutyTemplate(delegations: readonly string[]): Promise<Uint8Array> {
  const options: Partial<Record<DutyField, readonly string[]>> = { delegation: delegations, kind: Object.values(kindNames), state: ["已通过", "待审核", "退回修改"] };
  return templateWorkbook({ sheet: "履职记录", lines: LINES, version: "1", columns: FIELDS.map(({ key, label, required }) => ({ label, required: required ?? false, sample: SAMPLE[key], options: options[key] ?? [], free: key === "delegation" })) });
}
