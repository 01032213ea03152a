import { importVerbs } from "./import-labels";
import type { AttendanceMark, AttendanceWay, ParticipationState } from "@/prisma/client/enums";

/** What became of a session that was due; OPEN is not entered and not yet confirmed. */
export const classes = ["PRESENT", "LATE", "LEAVE", "OFFICIAL", "ABSENT", "OPEN"] as const;
export type Class = (typeof classes)[number];

/** Ways in which a mark is entered by the delegate. */
export const scanned: readonly AttendanceWay[] = ["QR", "CODE"];

export const classNames: Record<Class, string> = { PRESENT: "到会", LATE: "迟到", LEAVE: "请假", OFFICIAL: "因公", ABSENT: "缺席", OPEN: "未登记" };

/** A number of the figure that opens its rows: a class, or a sum of classes. */
export type Shown = Class | "due" | "came";
export const shownNames: Record<Shown, string> = { due: "应到", came: "实到", ...classNames };
export const classesOf = (shown: Shown): readonly Class[] => (shown === "due" ? classes : shown === "came" ? ["PRESENT", "LATE"] : [shown]);

/** Said beside the figure wherever it stands. */
export const definition = "按场次计：活动已举行，代表列入应参加名单，且场次当天在任，计一次应到；实到含迟到；请假、因公不算缺席；出席名单确认后仍未到会的才算缺席，确认前为未登记。";

/** Marks as the office enters them; leaving early goes along with a presence. */
export const codes = ["PRESENT", "LATE", "PRESENT_EARLY", "LATE_EARLY", "LEAVE", "OFFICIAL", "ABSENT", "NONE"] as const;
export type Code = (typeof codes)[number];

export const codeNames: Record<Code, string> = { PRESENT: "√ 到会", LATE: "迟 迟到", PRESENT_EARLY: "√ 到会，早退", LATE_EARLY: "迟 迟到，早退", LEAVE: "○ 请假", OFFICIAL: "△ 因公", ABSENT: "× 缺席", NONE: "未登记" };

/** What a place without a mark counts as: a granted leave is one, and once the list was confirmed the rest is absence. */
export const unmarkedName = (closed: boolean, listed: ParticipationState): string => {
  const as = listed === "LEAVE_GRANTED" ? "请假" : "缺席";
  return closed ? `未登记，计${as}` : as === "请假" ? "未登记，已准假" : codeNames.NONE;
};

export const codeOf = (row: { mark: AttendanceMark; leftEarly: boolean } | null | undefined): Code => {
  if (!row) return "NONE";
  return row.leftEarly && row.mark === "PRESENT" ? "PRESENT_EARLY" : row.leftEarly && row.mark === "LATE" ? "LATE_EARLY" : row.mark;
};

export const markOf = (code: Exclude<Code, "NONE">): { mark: AttendanceMark; leftEarly: boolean } =>
  code === "PRESENT_EARLY" ? { mark: "PRESENT", leftEarly: true } : code === "LATE_EARLY" ? { mark: "LATE", leftEarly: true } : { mark: code, leftEarly: false };

export const verbNames: Record<string, string> = {
  "attendance.mark": "到会：登记", "attendance.correct": "到会：确认后更正", "attendance.signIn": "到会：签到", "attendance.signOut": "到会：签退", "attendance.find": "查找到会登记", "attendance.exportList": "导出活动名单", ...importVerbs,
};

export const fieldNames: Record<string, string> = { mark: "到会情况", way: "登记方式", session: "场次", state: "状态", marks: "登记", reason: "理由", absent: "缺席场次", came: "到会人数", code: "签到码", listed: "列入名单", names: "对不上的姓名", over: "与现有登记不同的" };

/** Why a code was not taken: an answer, not an error, so that the try counts against guessing. */
export const wrongCodes = ["old", "wrong"] as const;
export type WrongCode = (typeof wrongCodes)[number];
export const wrongNames: Record<WrongCode, string> = {
  old: "签到码已更换，没有签到。屏幕上的码每 30 秒更换一次，请重新扫码，或输入屏幕上现在的 6 位数字。",
  wrong: "签到码不对，没有签到。请核对是不是这一场的屏幕，再重新扫码，或输入屏幕上现在的 6 位数字。",
};

/** Why somebody on no list, or no longer on it, cannot sign in. */
export const notExpected: Partial<Record<ParticipationState, string>> = {
  WAITLISTED: "您在候补名单上，还没有递补，不能签到。请与会务人员联系。", DECLINED: "您已答复不参加，不能签到。如已到会，请与会务人员联系。",
  WITHDRAWN: "您已退出报名，不能签到。如已到会，请与会务人员联系。", CANCELLED: "您已不在这项活动的名单上，不能签到。请与会务人员联系。",
};

export const refusals = {
  notOwn: "签到须由代表本人登录后办理，不能代签。会务人员请在到会登记中办理。",
  notListed: "您不在这项活动的名单上，不能签到。如已到会，请与会务人员联系。",
  notInOffice: "这一场当天您不在任，不计应到，不能签到。如有疑问，请与组织部联系。",
  beforeWindow: (from: string) => `这一场 ${from} 起可以签到，现在还没有开始。`,
  afterWindow: (to: string) => `这一场的签到已于 ${to} 结束。如已到会，请与会务人员联系登记。`,
  otherwise: (mark: string) => `会务人员已登记您这一场${mark}，不能签到。如登记有误，请与会务人员联系。`,
  signedIn: (at: string) => `您已于 ${at} 签到，不需再签。`,
  outBefore: (from: string) => `这一场 ${from} 开始，开始后才能签退。`,
  outAfter: (to: string) => `这一场的签退已于 ${to} 结束。请与会务人员联系登记。`,
  noSignOut: "这一场不需要签退。",
  notSignedIn: "您这一场还没有签到，不能签退。请先签到；签到时间已过的，请与会务人员联系。",
  signedOut: (at: string) => `您已于 ${at} 签退，不需再签。`,
  exportList: "您不能导出这项活动的名单。请由组织这项活动的单位办理。",
  hold: "您不能登记这项活动已举行。请由组织这项活动的单位办理。",
  close: "您不能确认这项活动的出席名单。请由组织这项活动的单位办理。",
  mark: "您不能登记这项活动的到会情况。请由组织这项活动的单位办理。",
  correct: "出席名单已确认，到会情况只能由部领导写明理由后更正。",
  notEnded: (at: string) => `最后一场 ${at} 结束，现在还不能登记已举行。请在结束后办理。`,
  notOpen: (state: string) => `这项活动的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  moved: "核对以后，到会情况有变动，没有确认。请按现在的名单重新核对后再确认。",
  movedOn: "在您办理期间，这项活动的状态已有变动，没有保存。请刷新页面后再办理。",
  noMark: "没有改动。请先选择到会情况，再保存。",
  noReason: "请写明理由",
  handReason: "登记到会、迟到的，请写明依据，如：纸质签到表",
  scannedReason: (names: string) => `${names}已由本人签到，改动须写明理由。`,
  ahead: (names: string) => `${names}：这一场还没有开始，不能登记到会、迟到或缺席；请假、因公可以先登记。`,
  changedSince: (names: string) => `在您填写期间，${names}的登记已有变动，没有保存。请刷新页面，对照后再保存。`,
  notDue: "有人不在这一场的应到名单内，没有保存。请刷新页面后再填。",
  notMarkable: (state: string) => `这项活动的状态是“${state}”，不能登记到会情况。`,
};
