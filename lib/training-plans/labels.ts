import type { ActivityState, TrainingForm, TrainingTopic } from "@/prisma/client/enums";

export const topicNames: Record<TrainingTopic, string> = { CONSTITUTION: "党章", TENURE: "任期制", ELECTION: "选举", LAW: "法律法规", DUTY: "履职能力", POLICY: "形势政策", OTHER: "其他" };
export const formNames: Record<TrainingForm, string> = { CLASS: "集中培训", MEETING: "以会代训", LECTURE: "专题讲座", AWAY: "外出学习", ONLINE: "线上" };

/** How far a line of the plan has come, as its activities say. */
export type Progress = "held" | "planned" | "open";
export const progressNames: Record<Progress, string> = { held: "已举行", planned: "已安排", open: "未安排" };

/** Held once one of its activities was; what was called off counts for nothing. */
export const progressOf = (states: readonly ActivityState[]): Progress =>
  states.some((s) => s === "HELD" || s === "ARCHIVED") ? "held" : states.some((s) => s === "DRAFT" || s === "PUBLISHED") ? "planned" : "open";

export const verbNames: Record<string, string> = {
  "trainingplan.arrange": "培训计划：据以拟定活动", "trainingplan.add": "培训计划：增加一项", "trainingplan.edit": "培训计划：修改一项", "trainingplan.remove": "培训计划：删去一项", "trainingplanline.find": "查找培训计划",
};

export const fieldNames: Record<string, string> = { year: "年度", month: "计划月份", topic: "主题", form: "形式", title: "名称", hours: "学时", people: "人数", organiser: "承办单位", note: "备注" };

export const MOST_LINES = 200;

export const refusals = {
  edit: "您不能更改年度培训计划。请由组织部办理。",
  many: `没有增加。一年的计划最多 ${MOST_LINES} 项。`,
  used: "没有删去。已据此拟定活动，请先取消或删去活动，再删去计划。",
};
