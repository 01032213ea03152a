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

export const guestKinds = Object.keys(guestNames) as GuestKind[];

export const MOST_SESSIONS = 20;
export const MOST_COPIES = 12;
export const MOST_GUESTS = 200;
export const MOST_FILES = 10;
export const FILE_LIMIT = 20 * 1024 * 1024;

export const repeatNames = { once: "只复制一次", weekly: "每周一次", monthly: "每月一次" } as const;
export type Repeat = keyof typeof repeatNames;

export const verbNames: Record<string, string> = {
  "activity.plan": "拟定活动", "activity.edit": "修改活动", "activity.remove": "删除活动拟稿", "activity.copy": "复制活动", "activity.publish": "发布活动", "activity.cancel": "取消活动", "activity.hold": "登记活动已举行", "activity.close": "确认出席名单",
  "activity.addFile": "上传活动材料", "activity.removeFile": "删除活动材料", "activity.readFile": "查阅活动材料", "activity.addGuest": "登记会外人员", "activity.removeGuest": "删去会外人员",
  "activity.find": "查找活动", "activityfile.find": "查找活动材料", "activityguest.find": "查找会外人员",
};

export const fieldNames: Record<string, string> = {
  kind: "类别", entry: "参加方式", unitId: "组织单位", unit: "组织单位", title: "名称", summary: "内容和要求", agenda: "议程", place: "地点", contact: "联系人和电话", capacity: "名额", replyBy: "答复或报名截止",
  sessions: "场次", time: "时间", state: "状态", reason: "取消的原因", confirm: "确认", file: "材料", guest: "会外人员", from: "复制自", on: "第一场的日期", repeat: "重复", times: "共几次",
  name: "姓名", organization: "单位和职务", ...Object.fromEntries(Array.from({ length: MOST_SESSIONS }, (_, i) => i + 1).flatMap((n) =>
    Object.entries({ day: "日期", from: "开始", to: "结束", title: "内容", speaker: "授课人", place: "地点", hours: "学时", signOut: "签退" }).map(([part, word]) => [`${part}${n}`, `第 ${n} 场${word}`]))),
};

/** What each step brings about, said before it is taken. */
export const effects: Record<"publish" | "cancel" | "copy" | "remove", string> = {
  publish: "发布后，名单上的代表随即收到通知；参加方式和组织单位不能再改，时间、地点等有变动时，名单上的代表会收到变动通知。",
  cancel: "取消后不能恢复，名单上的代表随即收到取消通知。已有人登记到会的活动不能取消。",
  copy: "复制名称、内容、地点和各场的时间安排，按新的日期存为拟稿；名单、材料和会外人员不复制。",
  remove: "拟稿连同名单、材料和会外人员一并删除，不能恢复。没有人会收到通知。",
};

const NOT_SAVED = "没有保存。";

export const refusals = {
  notSaved: NOT_SAVED,
  plan: "您不能组织这个单位的活动。活动由组织部经办组织，选举单位的活动由本单位联络员组织。",
  noTerm: "还没有现任届次，不能拟定活动。请先建立届次。",
  planned: "据培训计划拟定的活动，类别须是培训",
  unit: "请选择在用的组织单位",
  noSession: "请至少填写一场",
  day: "请填写日期，如 2026-03-01",
  time: "请填写时间，如 09:00",
  endsBefore: "结束须晚于开始",
  overlaps: (n: number) => `与第 ${n} 场的时间重叠`,
  outsideTerm: (from: string, to: string) => `须在现任届次之内（${from} 至 ${to}）`,
  replyLate: "须早于第一场的开始",
  replyMissing: "须答复或报名的活动，请填写截止时间",
  replyOver: "答复或报名的截止时间已过，请先修改",
  replyNeedless: "应当参加的活动不须答复，请不填",
  capacityNeedless: "只有自愿报名的活动限定名额，请不填",
  capacityTaken: (n: number) => `已有 ${n} 人参加，名额不能少于 ${n}`,
  fixed: "发布后不能再改。确需更改的，请取消后另行拟定",
  over: (state: string) => `没有办理。活动的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  begun: "没有发布。第一场已经开始，不能再发布。请先修改时间。",
  nobody: "没有发布。名单上还没有人。请先在“名单”中列入代表，再发布。",
  confirmNotice: "通知时间不足，请勾选确认后再发布",
  marked: "没有办理。已有人登记到会，这次活动不能取消，场次的时间也不能再改。",
  markedSession: "已有人登记到会，不能再改场次的时间",
  copyOutside: (day: string, from: string, to: string) => `其中 ${day} 的一次不在现任届次之内（${from} 至 ${to}）`,
  manyCopies: `一次最多复制 ${MOST_COPIES} 次`,
  manyGuests: `没有登记。一次活动最多登记 ${MOST_GUESTS} 名会外人员。`,
  guestTwice: "这个人已在名单中，不能重复登记",
  goneGuest: "没有删去。这个人已不在名单中。请刷新页面查看。",
  tooLarge: "材料超过 20 MB，没有上传。请压缩后再传。",
  noFile: "没有选择文件。请选择要上传的材料后再上传。",
  wrongKind: "没有上传。材料须是 PDF、JPG、PNG、Word（.docx）或 Excel（.xlsx）文件，不能带宏；这个文件不是，或者已损坏。",
  manyFiles: `没有上传。一次活动最多 ${MOST_FILES} 份材料。请先删去一份，再上传。`,
  goneFile: "没有删除。这份材料已不在活动中。请刷新页面查看。",
};

export const shelfNames = { coming: "未结束", over: "已结束", all: "全部" } as const;

export const printNames = { notice: "通知", names: "名单", sheet: "签到表", cards: "桌签" } as const;
