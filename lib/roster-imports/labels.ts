import type { RosterImportMode, RosterImportState } from "@/prisma/client/enums";

export const stateNames: Record<RosterImportState, string> = {
  UPLOADED: "等待核对",
  CHECKING: "正在核对",
  CHECKED: "待选择",
  COMMITTING: "正在写入",
  DONE: "已完成",
  REFUSED: "文件不能读取",
  CANCELLED: "已取消",
  FAILED: "未写入",
  UNDONE: "已撤销",
};

/** What the page of a batch is called in each state. */
export const pageTitles: Record<RosterImportState, string> = {
  UPLOADED: "核对导入内容",
  CHECKING: "核对导入内容",
  CHECKED: "核对导入内容",
  COMMITTING: "正在写入花名册",
  DONE: "导入完成",
  REFUSED: "导入文件不能读取",
  CANCELLED: "导入已取消",
  FAILED: "导入未写入",
  UNDONE: "导入已撤销",
};

export const modeNames: Record<RosterImportMode, string> = {
  ADD_ONLY: "仅新增，已有的不动",
  ADD_AND_UPDATE: "新增，并更新已有的",
};

export const matchNames = {
  ADD: "新增",
  ADD_MANDATE: "新增（人员库中已有此人）",
  UPDATE: "更新",
  SAME: "无变化",
} as const;

export const severityNames = { ERROR: "错误", PENDING: "待定", NOTE: "提示", OK: "可导入" } as const;

export const acceptReasons = ["与人事档案一致", "已向本人核实", "已向选举单位核实", "其他"] as const;

export const refusals = {
  import: "您不能导入花名册。请联系组织部经办。",
  tooLarge: "文件超过 10 MB。请删去图片和多余的空行，或分成几个文件后再上传。",
  noFile: "没有选择文件。请选择 .xlsx 或 .csv 文件。",
  stale: "核对之后，花名册已有变动，为避免覆盖他人的修改，本次没有写入。请点“重新核对”后再导入。",
  nothing: "没有可以写入的行。请先改正错误，或选择“新增，并更新已有的”。",
  killed: "处理多次中断，没有写入任何数据。请点“重新核对”。",
  undoLate: "导入已超过 24 小时，不能整批撤销。请在花名册中逐人修改。",
  doubledNo: "表中的代表证号与本届其他代表重复，没有写入任何数据。请改正后重新上传。",
  cancelled: "导入已取消，没有写入任何数据。",
  touched: (names: string[], count: number) => `导入后已有 ${count} 人的资料被修改，或者有更正申请、资格终止（${names.join("、")}${count > names.length ? " 等" : ""}），不能整批撤销。请在花名册中逐人处理。`,
  running: "正在处理，请稍候再试。",
};
