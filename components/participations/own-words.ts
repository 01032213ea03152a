import { entryNames } from "@/lib/activities/labels";
import { momentLong, spanLong } from "@/lib/activities/sessions";
import { formatInstant, now } from "@/lib/platform/clock";
import type { ActivityRecord } from "@/lib/activities/queries";
import type { OwnStanding, OwnStep } from "@/lib/participations/own-queries";
import type { ParticipationRecord } from "@/lib/participations/queries";

export const shelfNames = { coming: "参加的", open: "可以报名", past: "结束和不参加的" } as const;

export const emptyWords: Record<keyof typeof shelfNames, { title: string; why: string }> = {
  coming: { title: "没有要参加的活动", why: "邀请您参加的和您报名的活动列在这里，开始前可以答复、请假。" },
  open: { title: "没有可以报名的活动", why: "自愿报名的活动发布后、报名截止前列在这里，在任代表可以报名。" },
  past: { title: "还没有结束的活动", why: "活动结束后，以及您答复不参加或退出的活动，列在这里。" },
};

export const stepTitles: Record<OwnStep, string> = { reply: "答复能否参加", enrol: "报名", withdraw: "退出报名", leave: "请假", takeBack: "撤回请假" };

export const effects: Record<OwnStep, string> = {
  reply: "答复参加后，不能来的须请假；答复不参加的，开始前可以改为参加。",
  enrol: "名额已满的，列入候补；有空出的名额时，按报名先后递补，并用消息告知。",
  withdraw: "退出后，名额随即让给候补的代表。报名截止前可以再次报名，名额已满的列入候补。",
  leave: "请假由组织单位批准，批准与否用消息告知。批准之前，仍须按时参加。",
  takeBack: "撤回后，您仍须按时参加这次活动。",
};

/** When a sitting or a whole activity is, with the day of the week. */
export const whenOf = (of: { startsAt: Date; endsAt: Date }): string => (formatInstant(of.startsAt).slice(0, 10) === formatInstant(of.endsAt).slice(0, 10) ? spanLong(of) : `${momentLong(of.startsAt)} 至 ${momentLong(of.endsAt)}`);

export type Said = { tone: "info" | "warn" | "done" | "danger"; title: string; text?: string | null };

const begunOf = (of: ActivityRecord) => of.state !== "PUBLISHED" || of.startsAt <= now();
const decided = ({ leaveDecidedBy, leaveDecided, leaveNote }: ParticipationRecord) => [`${leaveDecidedBy ?? ""}，${leaveDecided ?? ""}`, leaveNote ? `意见：${leaveNote}` : null].filter(Boolean).join("。");

/** Why one cannot enrol although others may have; nothing for who never could. */
function enrolOver(of: ActivityRecord): Said | null {
  if (of.entry !== "ENROLMENT") return null;
  if (begunOf(of)) return { tone: "info", title: "活动已经开始，不能再报名" };
  if (of.replyBy && of.replyBy <= now()) return { tone: "info", title: "报名已经截止", text: "要参加的，请联系组织单位。" };
  return { tone: "info", title: "只有在任代表可以报名", text: "暂停履职的，请联系组织部。" };
}

function calledWords(of: ActivityRecord, late: boolean): Said | null {
  if (begunOf(of)) return { tone: "info", title: "没有答复", text: "活动已经开始，不能再答复；到会情况由经办登记。" };
  return late ? { tone: "warn", title: "答复截止时间已过，开始前仍可答复" } : null;
}

/** How the own person stands, where it needs saying. */
export function standingWords(of: ActivityRecord, { own, steps }: OwnStanding): Said | null {
  if (of.state === "CANCELLED") return { tone: "danger", title: "活动已取消", text: of.cancelReason };
  if (!own) return steps.includes("enrol") ? null : enrolOver(of);
  switch (own.state) {
    case "INVITED":
      return calledWords(of, false);
    case "NO_RESPONSE":
      return calledWords(of, true);
    case "ACCEPTED":
      return own.leaveDecidedAt ? { tone: "warn", title: "请假没有批准，请按时参加", text: decided(own) } : null;
    case "WAITLISTED":
      return begunOf(of) ? { tone: "info", title: "没有候补上", text: "活动已经开始，不再递补。" } : { tone: "info", title: "名额已满，已列入候补", text: "有空出的名额时，按报名先后递补，并用消息告知。" };
    case "DECLINED":
      return { tone: "info", title: "已答复不参加", text: [own.replyReason ? `理由：${own.replyReason}。` : null, steps.includes("reply") ? "开始前可以改为参加。" : null].filter(Boolean).join("") };
    case "LEAVE_REQUESTED":
      return { tone: "info", title: "已请假，等待组织单位批准", text: `理由：${own.leaveReason ?? ""}` };
    case "LEAVE_GRANTED":
      return { tone: "done", title: "已准假", text: decided(own) };
    case "WITHDRAWN":
      return { tone: "info", title: "已退出报名", text: steps.includes("enrol") ? "报名截止前可以再次报名。" : null };
    case "CANCELLED":
      return { tone: "warn", title: "您已不在这次活动的名单上", text: "要参加的，请联系组织单位。" };
  }
}

/** Who answered and when; for who must come, that no answer is asked. */
export const answerWords = (of: ActivityRecord, own: ParticipationRecord): string | null =>
  own.replied ? `${own.replied}${own.repliedBy ? `，由${own.repliedBy}代为答复` : ""}` : of.entry === "OBLIGATION" ? entryNames.OBLIGATION : null;
