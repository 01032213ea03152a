// Writes a roster of new people to FILE, as a department would fill in the template: every column, real words, no fault.
import { writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { categoryNames, flagNames } from "@/lib/delegates/labels";
import { degreeName } from "@/lib/platform/codes/degree";
import { educationName } from "@/lib/platform/codes/education";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { Dice } from "./dice";
import { mandateAt, personAt } from "./people";

const FIRST_NEW = 3_000_000;
const HEADER = ["序号", "姓名", "性别", "民族", "出生年月", "入党时间", "参加工作时间", "籍贯", "学历", "学位", "毕业院校及专业", "身份证号", "手机号码", "住址", "工作单位", "职务", "职称", "代表类别", "是否一线", "身份标签", "先进模范荣誉", "选举单位", "代表团", "代表小组", "代表证号"];

type Place = { unit: string; delegation: string; group: string };

const dotted = (month: string | null) => month?.replace("-", ".") ?? "";

function rowOf(at: number, places: readonly Place[]): string[] {
  const place = new Dice(at * 31 + 5).pick(places);
  const [p, m] = [personAt(at), mandateAt(at, { unitId: "", delegationId: "", groupId: null }, null)];
  const flags = m.flags.filter((flag) => flag !== "FRONTLINE").map((flag) => flagNames[flag]);
  return [
    String(at - FIRST_NEW + 1), p.name, p.sex === "2" ? "女" : "男", ethnicityName(p.ethnicity ?? ""), dotted(p.birthMonth), dotted(p.joinedPartyOn), dotted(p.workStartedOn), p.nativePlace ?? "",
    educationName(m.education ?? ""), m.degree ? degreeName(m.degree) : "", m.school ?? "", p.idNumber ?? "", p.mobile ?? "", p.address ?? "", m.employer ?? "", m.position ?? "", m.professionalTitle ?? "",
    m.primaryCategory ? categoryNames[m.primaryCategory] : categoryNames.MODEL, m.flags.includes("FRONTLINE") ? "是" : "否", flags.join("、"), m.honours ?? "", place.unit, place.delegation, place.group, `I-${at}`,
  ];
}

const { BENCH_FILE: file = "", BENCH_ROWS: rows = "0", BENCH_PLACES: places = "[]" } = process.env;
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet("花名册");
sheet.addRow(HEADER);
for (let i = 0; i < Number(rows); i += 1) sheet.addRow(rowOf(FIRST_NEW + i, JSON.parse(places) as Place[]));
writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
