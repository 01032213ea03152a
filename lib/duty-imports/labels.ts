import type { DutyImportState } from "@/prisma/client/enums";

export const stateNames: Record<DutyImportState, string> = { CHECKED: "待确认", DONE: "已完成", CANCELLED: "已放弃", UNDONE: "已撤销" };
export const pageTitles: Record<DutyImportState, string> = { CHECKED: "核对履职记录", DONE: "导入完成", CANCELLED: "导入已放弃", UNDONE: "导入已撤销" };

export const stepNames = ["准备文件", "上传", "核对", "写入"] as const;

/** What becomes of a row. */
export const matchNames = { ADD: "新增", SAME: "已有", DOUBLE: "疑似重复", ERROR: "错误" } as const;
export type Match = keyof typeof matchNames;

export const fieldNames: Record<string, string> = { reason: "重复的行也写入的理由", doubles: "疑似重复的行", added: "新增的记录", same: "已有的记录", left: "未写入的行", state: "状态" };

export const verbNames: Record<string, string> = {
  "dutyImport.upload": "上传履职记录", "dutyImport.commit": "导入履职记录", "dutyImport.cancel": "放弃导入履职记录", "dutyImport.undo": "撤销履职记录导入", "dutyImport.template": "下载履职记录导入模板", "dutyimport.find": "查找履职记录导入",
};

/** Rows of one sheet: five years of a district are some ten thousand, a sheet a year some thousands. */
export const MOST_ROWS = 10_000;
export const KEPT_DAYS = 7;
export const UNDO_HOURS = 24;

export const refusals = {
  import: "您不能导入履职记录。请联系组织部经办。",
  noTerm: "还没有现任届次。请先建立届次并导入花名册，再导入履职记录。",
  tooLarge: "文件超过 10 MB。请删去图片和多余的空行后再上传。",
  noFile: "没有选择文件。请选择 .xlsx 或 .csv 文件。",
  noHeader: "没有找到含“代表姓名”“履职日期”和“活动类型”的表头。请对照模板核对表格，或下载模板填写后再上传。",
  noRows: "表头下没有履职记录。请填写后再上传。",
  notOpen: (state: string) => `这次导入的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  gone: `核对结果只保留 ${KEPT_DAYS} 天，已经清除。请重新上传文件。`,
  nothing: "没有可以写入的行。请先改正错误，或说明理由把疑似重复的行也写入。",
  movedOn: "没有写入。核对以后，花名册或履职记录有变动，下面已按最新情况重新核对，请看过后再导入。",
  noReason: "请填写重复的行也写入的理由，至少 4 个字",
  undoLate: `导入已超过 ${UNDO_HOURS} 小时，不能整批撤销。请逐笔撤销有误的记录。`,
  touched: (heads: number) => `没有撤销。其中 ${heads} 笔导入后已被审核、修改或提出异议，不能整批撤销；请逐笔撤销有误的记录。`,
};

/** Faults and doubts of a row: what, why, what to do. */
export const faults = {
  missing: (label: string) => `没有${label}，此项必填`,
  unknownName: (name: string, delegation: string) => `本届花名册里没有${delegation ? `${delegation}的` : ""}“${name}”，请核对姓名和代表团`,
  elsewhere: (name: string, places: string) => `“${name}”在${places}，不在表中所填的代表团，请核对`,
  twoOfName: (name: string, places: string) => `有几名“${name}”（${places}），请填写代表团；同一代表团内同名的，请在履职记录中逐笔登记`,
  kind: (word: string, allowed: string) => `没有“${word}”这个活动类型，可填：${allowed}`,
  day: (word: string) => `“${word}”不是完整的日期，请写成“2026-03-01”的样式`,
  future: (day: string) => `履职日期 ${day} 晚于今天，请核对`,
  outside: (from: string, to: string) => `履职日期不在代表资格期内（${from} 至 ${to}），请核对`,
  hours: (word: string) => `时长“${word}”看不懂，请填 0.5 至 99 的小时数，最多一位小数`,
  reached: (word: string) => `人数“${word}”看不懂，请填 0 至 99999 的整数`,
  state: (word: string) => `没有“${word}”这个审核状态，可填：已通过、待审核、退回修改`,
  long: (label: string, most: number) => `${label}超过 ${most} 个字，请删减`,
  double: (row: number) => `与第 ${row} 行的代表、日期和活动相同`,
  doubleKnown: "系统中已有同一代表、同一日期、同一活动的另一笔",
  late: (days: number) => `履职后 ${days} 日才填报`,
};
