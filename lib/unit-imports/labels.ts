import type { UnitImportState } from "@/prisma/client/enums";

export const stateNames: Record<UnitImportState, string> = { CHECKED: "待确认", DONE: "已完成", CANCELLED: "已放弃" };
export const pageTitles: Record<UnitImportState, string> = { CHECKED: "核对党组织名单", DONE: "导入完成", CANCELLED: "导入已放弃" };

export const stepNames = ["准备文件", "上传", "核对", "写入"] as const;

/** What becomes of a row. */
export const matchNames = { ADD: "新设", SAME: "无变化", CHANGED: "属性不同", HELD: "属性不同，不能按表调整", ERROR: "错误" } as const;
export type Match = keyof typeof matchNames;

export const modeNames = { ADD_ONLY: "只新设，已有的不动", ADD_AND_ADJUST: "新设，并把已有的按表调整类别和标记" } as const;
export type Mode = keyof typeof modeNames;

export const fieldNames: Record<string, string> = { mode: "导入方式", basis: "依据", added: "新设的党组织", adjusted: "调整属性的党组织", left: "未写入的行", state: "状态" };

export const verbNames: Record<string, string> = {
  "unitImport.upload": "上传党组织名单", "unitImport.commit": "导入党组织", "unitImport.cancel": "放弃导入党组织", "unitImport.template": "下载党组织导入模板", "unitimport.find": "查找党组织导入",
};

/** Rows of one list; a district has some hundreds of units. */
export const MOST_ROWS = 2000;
export const KEPT_DAYS = 7;

export const refusals = {
  import: "您不能导入党组织。请联系组织部经办。",
  noRoot: "还没有本级党委。请先设立本级党委，再导入它下面的党组织。",
  tooLarge: "文件超过 10 MB。请删去图片和多余的空行后再上传。",
  noFile: "没有选择文件。请选择 .xlsx 或 .csv 文件。",
  noHeader: "没有找到含“名称”和“类别”（或“上级”）的表头。请对照模板核对表格，或下载模板填写后再上传。",
  noRows: "表头下没有党组织。请填写后再上传。",
  notOpen: (state: string) => `这次导入的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  gone: `核对结果只保留 ${KEPT_DAYS} 天，已经清除。请重新上传文件。`,
  nothing: "没有可以写入的行。请先改正错误，或选择按表调整已有的党组织。",
  movedOn: "没有写入。核对以后，党组织有变动，下面已按最新情况重新核对，请看过后再导入。",
};

/** Faults of a row: what, why, what to do. */
export const faults = {
  nameMissing: "没有名称，此项必填",
  parentUnknown: (name: string) => `系统和本表中都没有在用的“${name}”，请核对上级的名称，或在本表中补上这一行`,
  parentClosed: (name: string) => `上级“${name}”已停用，请先恢复它，或另填上级`,
  parentTwice: (name: string, paths: string[]) => `有 ${paths.length} 个“${name}”，请写明是哪一个，如“${paths[0]}”`,
  cycle: (name: string) => `与上级“${name}”互为上下级，请核对这几行的上级`,
  blocked: (name: string, row: number) => `上级“${name}”（第 ${row} 行）有错误，改正那一行后才能设在它的下面`,
  kindMissing: (allowed: string) => `没有类别，此项必填，可填：${allowed}`,
  kindUnknown: (word: string, allowed: string) => `没有“${word}”这个类别，可填：${allowed}`,
  yesNo: (word: string) => `“${word}”看不懂，请填“是”或“否”，留空表示否`,
  day: (word: string) => `“${word}”不是完整的日期，请写成“2016-12-08”的样式，留空表示导入当天`,
  future: (day: string) => `设立日期 ${day} 晚于今天，请核对`,
  tooDeep: "层次太多：会超过 12 层，请核对上级",
  doubled: (name: string, row: number) => `同一上级下的“${name}”与第 ${row} 行重复，请删去一行，或改用不同的名称`,
  closed: (name: string) => `同一上级下已有停用的“${name}”，请先恢复它，或换一个名称`,
  stillElecting: (heads: number) => `表中填“否”，但还有 ${heads} 名在册代表由它选举产生，仍是选举单位`,
  stillHandling: (accounts: number) => `表中填“否”，但还有 ${accounts} 个承办单位账号按它授权，仍是承办单位`,
};
