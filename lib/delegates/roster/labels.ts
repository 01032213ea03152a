import type { SkippedKind } from "./lines";

export const skippedLabels: Record<SkippedKind, string> = {
  title: "标题",
  header: "表头",
  blockTitle: "代表团标题",
  total: "合计",
  note: "说明",
  signoff: "落款",
  blank: "空行",
  sample: "示例",
};

export const labels = {
  hiddenSheet: "隐藏的工作表，未导入",
  emptySheet: "空工作表，未导入",
  noHeader: "没有找到含“姓名”的表头，未导入",
  otherSheet: "没有“出生年月”列，不是花名册，未导入",
  total: "合计",
  blockTitle: (delegation: string) => `${delegation}标题`,
  mismatch: (label: string, stated: number, actual: number) => `${label}写 ${stated} 名，实有 ${actual} 行，请核对`,
} as const;

/** Words of a remark that tell of a change of the mandate, which is a dated act of its own and never made by an import. */
export const statusWords = ["停止执行", "暂停执行", "终止", "调离", "去世"] as const;
