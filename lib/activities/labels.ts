import type { ActivityEntry, ActivityKind, ActivityState, AttendanceMark, AttendanceWay, DutyKind, GuestKind, ParticipationState } from "@/prisma/client/enums";
import type { ActivityEvent } from "./flow";

export const kindNames: Record<ActivityKind, string> = {
  CONGRESS: "党代会", TRAINING: "培训", MEETING: "列席会议", EVALUATION: "民主评议会", RESEARCH: "调研视察", GROUP: "代表小组活动", VOLUNTEER: "志愿服务", OTHER: "其他活动",
};

/** As which kind of duty an activity is recorded for those who came. */
export const dutyKinds: Record<ActivityKind, DutyKind> = {
  CONGRESS: "CONGRESS", TRAINING: "TRAINING", MEETING: "MEETING", EVALUATION: "EVALUATION", RESEARCH: "RESEARCH", GROUP: "OTHER", VOLUNTEER: "VOLUNTEER", OTHER: "OTHER",
};

export const stateNames: Record<ActivityState, string> = { DRAFT: "拟稿", PUBLISHED: "已发布", HELD: "待确认出席", ARCHIVED: "已归档", CANCELLED: "已取消" };

export const stateTones: Record<ActivityState, "amber" | "green" | "plain"> = { DRAFT: "plain", PUBLISHED: "green", HELD: "amber", ARCHIVED: "plain", CANCELLED: "plain" };

export const entryNames: Record<ActivityEntry, string> = { INVITATION: "邀请，须答复", ENROLMENT: "自愿报名", OBLIGATION: "应当参加，不须答复" };

export const participationNames: Record<ParticipationState, string> = {
  INVITED: "待答复", ACCEPTED: "参加", WAITLISTED: "候补", DECLINED: "不参加", NO_RESPONSE: "逾期未答复", LEAVE_REQUESTED: "请假待批", LEAVE_GRANTED: "准假", WITHDRAWN: "已退出", CANCELLED: "已取消",
};

export const markNames: Record<AttendanceMark, string> = { PRESENT: "到会", LATE: "迟到", LEAVE: "请假", OFFICIAL: "因公", ABSENT: "缺席" };
/** As they stand in the sign-in sheets of the offices. */
export const markSigns: Record<AttendanceMark, string> = { PRESENT: "√", LATE: "迟", LEAVE: "○", OFFICIAL: "△", ABSENT: "×" };
export const wayNames: Record<AttendanceWay, string> = { QR: "扫码", CODE: "签到码", HAND: "经办登记", IMPORT: "表格导入" };

export const guestNames: Record<GuestKind, string> = { DEPUTY: "人大代表", CPPCC_MEMBER: "政协委员", EXPERT: "专家", MASSES: "群众", OTHER: "其他" };

export const eventNames: Record<ActivityEvent, string> = { publish: "发布", hold: "登记已举行", close: "确认出席名单", cancel: "取消活动" };
