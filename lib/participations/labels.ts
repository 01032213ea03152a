import type { ParticipationState } from "@/prisma/client/enums";

export const stateTones: Record<ParticipationState, "plain" | "green" | "amber" | "danger"> = {
  INVITED: "amber", ACCEPTED: "green", WAITLISTED: "amber", DECLINED: "plain", NO_RESPONSE: "danger", LEAVE_REQUESTED: "amber", LEAVE_GRANTED: "plain", WITHDRAWN: "plain", CANCELLED: "plain",
};

export const answerNames = { ACCEPTED: "参加", DECLINED: "不参加" } as const;
export type Answer = keyof typeof answerNames;

export const verbNames: Record<string, string> = {
  "participation.invite": "列入活动名单", "participation.strike": "移出活动名单", "participation.reply": "答复能否参加", "participation.replyFor": "代为登记答复", "participation.enrol": "报名参加活动", "participation.withdraw": "退出报名",
  "participation.askLeave": "活动请假", "participation.takeBackLeave": "撤回活动请假", "participation.grantLeave": "准假", "participation.refuseLeave": "不准假", "participation.promote": "候补递补", "participation.lapse": "逾期未答复", "participation.cancel": "随活动取消",
  "participation.leaveRegister": "离任，移出活动名单", "participation.remind": "提醒答复", "participation.substitute": "递补邀请", "participation.find": "查找活动名单",
};

export const fieldNames: Record<string, string> = { state: "状态", answer: "答复", reason: "理由", note: "意见", list: "代表", heads: "人数", substituteFor: "替", delegateId: "代表", skipped: "已在名单的", confirm: "确认" };

export const MOST_LISTED = 3000;

export const refusals = {
  invite: "您不能调整这次活动的名单。活动由组织部经办组织，选举单位的活动由本单位联络员组织。",
  notSaved: "没有办理。",
  closed: (state: string) => `没有办理。活动的状态是“${state}”，名单不能再调整。请刷新页面查看。`,
  begun: "没有办理。活动已经开始，不能再办理这一步；到会情况请由经办登记。",
  nobody: "没有列入。请先选择代表。",
  nobodyNew: "没有列入。所选代表都已在名单中，或者不是在任代表。",
  many: `没有列入。一次活动的名单最多 ${MOST_LISTED} 人。`,
  moved: "没有列入。核对以后，所选的代表有变动，下面已按最新情况列出，请看过后再列入。",
  notYours: "您不能替这名代表答复。请由本人、选举单位联络员或组织部办理。",
  noReason: "请填写理由，至少 4 个字",
  noNote: "不准假的，请填写意见，至少 4 个字",
  notOpen: (state: string) => `没有办理。您在这次活动中的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  notOpenFor: (state: string) => `没有办理。这名代表的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  noSubstitute: "没有邀请。这一位不需要递补，已有人递补，或者没有可以邀请的代表。请刷新页面查看。",
  otherSubstitute: "没有邀请。核对以后，可以递补的人选有变动，请刷新页面，看过后再邀请。",
  notPublished: "没有办理。活动还没有发布，或者已经取消。请刷新页面查看。",
  askLeave: "没有办理。您已答复参加，不能改为不参加；不能参加的，请请假。",
  notActive: "没有报名。只有在任代表可以报名；暂停履职的，请联系组织部。",
  notEnrolment: "没有报名。这次活动不是自愿报名的。请联系组织单位。",
  enrolOver: "没有报名。报名已经截止。请联系组织单位。",
  struckOff: "没有报名。您已不在这次活动的名单上；要参加的，请联系组织单位列入名单。",
  enrolled: "没有报名。您已经报过名。请刷新页面查看。",
  withdrawLate: (hours: number) => `没有退出。离开始不足 ${hours} 小时，不能再退出；不能参加的，请请假。`,
  notInOffice: "没有办理。只有在任代表可以参加；暂停履职的，请联系组织部。",
  clash: "同一时间另有您要参加的活动，请勾选确认后再办理",
  remindSoon: "没有提醒。24 小时内只提醒一次。",
  nobodyToRemind: "没有提醒。没有待答复的代表。",
};
