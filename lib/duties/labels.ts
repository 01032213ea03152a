import type { DutyKind, DutyOrigin, DutyState } from "@/prisma/client/enums";

export const kindNames: Record<DutyKind, string> = {
  CONGRESS: "参加党代会", TRAINING: "学习培训", MEETING: "列席会议", EVALUATION: "民主评议", RESEARCH: "调研视察", CONTACT: "联系党员群众", RECEPTION: "工作室接待",
  MEDIATION: "化解矛盾", VOLUNTEER: "志愿服务", HARDSHIP_VISIT: "慰问帮扶", PROPOSAL: "提案提议", PUBLICITY: "宣讲", INQUIRY: "答复询问和质询", ANNUAL_REPORT: "述职", OTHER: "其他",
};

export const stateNames: Record<DutyState, string> = { DRAFT: "草稿", SUBMITTED: "待审核", APPROVED: "已通过", REJECTED: "退回修改", REVOKED: "已撤销" };

export const stateTones: Record<DutyState, "amber" | "green" | "plain"> = { DRAFT: "plain", SUBMITTED: "amber", APPROVED: "green", REJECTED: "amber", REVOKED: "plain" };

export const originNames: Record<DutyOrigin, string> = { OWN: "代表本人填报", BEHALF: "联络员代填", ACTIVITY: "活动自动记录", IMPORT: "历史资料导入" };

export const verbNames: Record<string, string> = { "duty.record": "履职：活动自动记录", "duty.unrecord": "履职：撤下活动的自动记录" };

export const fieldNames: Record<string, string> = { kind: "类别", title: "名称", heldOn: "履职日期" };
