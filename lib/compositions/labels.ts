import type { TargetMeasure, TargetOperator } from "@/prisma/client/enums";

export const operatorNames: Record<TargetOperator, string> = { AT_LEAST: "不低于", AT_MOST: "不超过" };

export const measureNames: Record<TargetMeasure, string> = { PERCENT: "占总数的百分比（%）", COUNT: "人数（名）" };

/** Verbs of this noun as the audit shows them. */
export const verbNames: Record<string, string> = {
  "composition.setTarget": "设置构成要求",
  "composition.changeTarget": "修改构成要求",
  "composition.removeTarget": "撤销构成要求",
  "composition.setReferenceDate": "设置年龄统计基准日",
  "composition.export": "导出代表构成表",
};

export const fieldNames: Record<string, string> = { dimension: "项目", operator: "比较", value: "数值", measure: "单位", ageReferenceOn: "年龄统计基准日" };

/** What stands in the table where a delegate has no electing unit. */
export const NO_UNIT = "未落实选举单位";

export const notes = {
  overlap: "身份标签、女、少数民族、年龄、学历与主类别重叠，同一人可计入多项，不能与主类别相加",
  inclusive: "“及以下”“及以上”含本数",
  gap: "差额按现有总人数计算",
  months: "年龄按出生年月计算，到当月即算满",
  groupOverlap: "主类别各列相加等于人数，其余各列与之重叠",
};

export const refusals = {
  view: "您不能查看代表构成。如工作需要，请联系组织部。",
  edit: "您不能修改构成要求和基准日。请联系组织部经办。",
  export: "您不能导出代表构成。如工作需要，请联系组织部。",
  sameTarget: "这个项目已有同样方向的要求，请在下方列表中修改原有要求",
  figure: "请选择项目",
  wholeHeads: "按人数提要求时应填整数，如 6",
  overHundred: "百分比应大于 0，不超过 100",
};
