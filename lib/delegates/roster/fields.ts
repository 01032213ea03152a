import { bareHeader } from "@/lib/platform/spreadsheet/words";

export type FieldKey =
  | "name" | "sex" | "ethnicity" | "birthMonth" | "joinedPartyOn" | "workStartedOn" | "nativePlace" | "education" | "degree"
  | "school" | "idNumber" | "mobile" | "officePhone" | "address" | "employer" | "position" | "employerAndPosition" | "rank"
  | "professionalTitle" | "primaryCategory" | "frontline" | "flags" | "honours" | "electingUnit" | "delegation" | "group"
  | "delegateNo" | "electedOn" | "electionKind" | "concurrentRoles" | "remark";

export type Field = { key: FieldKey; label: string; synonyms: readonly string[]; required?: true };

/** Every field a roster may bring, in the order of the template; earlier synonyms win when two columns claim one field. */
export const FIELDS: readonly Field[] = [
  { key: "name", label: "姓名", synonyms: ["代表姓名", "被推荐人姓名", "候选人姓名", "名字"], required: true },
  { key: "sex", label: "性别", synonyms: [] },
  { key: "ethnicity", label: "民族", synonyms: ["族别"] },
  { key: "birthMonth", label: "出生年月", synonyms: ["出生日期", "出生时间", "出生年月日", "出生", "生日"], required: true },
  { key: "joinedPartyOn", label: "入党时间", synonyms: ["入党年月", "入党日期", "入党年月日", "加入中国共产党时间", "入党"] },
  { key: "workStartedOn", label: "参加工作时间", synonyms: ["参加工作年月", "参加工作日期", "工作时间", "参加工作", "参工时间"] },
  { key: "nativePlace", label: "籍贯", synonyms: [] },
  { key: "education", label: "学历", synonyms: ["文化程度", "最高学历", "受教育程度", "学历层次"] },
  { key: "degree", label: "学位", synonyms: ["最高学位"] },
  { key: "school", label: "毕业院校及专业", synonyms: ["毕业院校系及专业", "毕业学校及专业", "毕业院校", "毕业学校", "院校及专业"] },
  { key: "idNumber", label: "身份证号", synonyms: ["公民身份号码", "公民身份证号码", "居民身份证号码", "居民身份证号", "身份证号码", "身份证件号码", "身份号码", "身份证"] },
  { key: "mobile", label: "手机号码", synonyms: ["手机", "移动电话", "手机号", "联系手机", "本人手机", "联系电话", "联系方式", "电话", "电话号码"] },
  { key: "officePhone", label: "办公电话", synonyms: ["单位电话", "座机", "固定电话"] },
  { key: "address", label: "住址", synonyms: ["家庭住址", "现住址", "家庭地址", "居住地址", "通讯地址", "联系地址"] },
  { key: "employer", label: "工作单位", synonyms: ["单位", "所在单位", "单位名称"] },
  { key: "position", label: "职务", synonyms: ["现任职务", "行政职务", "党内职务", "担任职务"] },
  { key: "employerAndPosition", label: "工作单位及职务", synonyms: ["单位职务", "单位及职务", "工作单位和职务", "单位和职务", "现任工作单位及职务", "现工作单位及职务", "工作单位职务", "工作单位、职务", "单位、职务", "现单位及职务", "职别"] },
  { key: "rank", label: "职级", synonyms: ["行政级别", "职务级别"] },
  { key: "professionalTitle", label: "职称", synonyms: ["专业技术职务", "专业技术职称", "技术职称", "专业职称", "职别/职称"] },
  { key: "primaryCategory", label: "代表类别", synonyms: ["代表类型", "类别", "党代表类型", "代表构成", "人员类别", "代表身份"] },
  { key: "frontline", label: "是否一线", synonyms: ["是否一线代表", "一线代表", "生产和工作一线", "是否生产和工作一线", "是否生产工作一线", "一线"] },
  { key: "flags", label: "身份标签", synonyms: ["身份类别", "标签"] },
  { key: "honours", label: "先进模范荣誉", synonyms: ["荣誉", "荣誉称号", "获奖情况", "表彰情况", "奖惩情况", "奖励情况", "先进模范称号"] },
  { key: "electingUnit", label: "选举单位", synonyms: ["所属选举单位", "推选单位", "产生单位"] },
  { key: "delegation", label: "代表团", synonyms: ["所属代表团", "所在代表团", "代表团名称"], required: true },
  { key: "group", label: "代表小组", synonyms: ["所属代表小组", "代表组", "小组", "所在小组", "分组"] },
  { key: "delegateNo", label: "代表证号", synonyms: ["代表证编号", "代表编号", "证件编号", "代表证"] },
  { key: "electedOn", label: "当选日期", synonyms: ["当选时间", "当选年月"] },
  { key: "electionKind", label: "当选方式", synonyms: ["产生方式", "选举方式"] },
  { key: "concurrentRoles", label: "兼任", synonyms: ["兼任职务", "社会兼职", "兼任人大代表政协委员", "兼任情况", "社会职务"] },
  { key: "remark", label: "备注", synonyms: ["附注", "说明"] },
];

const byKey = new Map(FIELDS.map((field) => [field.key, field]));
const byHeader = new Map<string, { key: FieldKey; order: number }>();
for (const field of FIELDS) [field.label, ...field.synonyms].forEach((word, order) => byHeader.set(bareHeader(word), { key: field.key, order }));

export function labelOf(key: FieldKey): string {
  return byKey.get(key)?.label ?? key;
}

export function isFieldKey(word: string): word is FieldKey {
  return byKey.has(word as FieldKey);
}

/** The field a header names, and how well: 0 is the label itself, higher is a looser synonym. */
export function fieldOfHeader(text: string): { key: FieldKey; order: number } | null {
  return byHeader.get(bareHeader(text)) ?? null;
}

/** Running numbers and derived figures: columns everybody has and nobody imports. */
export function isRunningNumber(text: string): boolean {
  return ["序号", "编号", "No.", "NO", "年龄"].includes(bareHeader(text));
}
