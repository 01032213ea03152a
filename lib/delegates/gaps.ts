// Who has not yet done, this year or quarter, what the rules expect of everybody (domain 2.2 to 2.5, 2.11): a condition
// of the roster, so that a figure and its names are one question. What waits for review is no gap.
import { dayOf, today, type IsoDate } from "@/lib/platform/clock";
import { daysOf, quarterOf } from "@/lib/platform/quarters";
import type { Prisma } from "@/prisma/client/client";

export type Gap = "duty" | "training" | "contact" | "activity" | "meeting" | "target";

export const gapNames: Record<Gap, string> = {
  duty: "本年没有履职记录", training: "本年没有学时", contact: "本季度没有联系党员群众", activity: "本半年没有参加活动", meeting: "本届没有列席过会议", target: "本届没有联系对象",
};

/** What each gap means, said beside its figure. */
export const gapAdvice: Record<Gap, string> = {
  duty: "1 月 1 日以来，本人、联络员和活动都没有写下履职记录。", training: "1 月 1 日以来没有记入学时的培训。", contact: "本季度没有联系党员群众或工作室接待的记录。每季度至少联系一次。",
  activity: "1 月 1 日或 7 月 1 日以来，没有确认到会的活动。", meeting: "本届没有列席会议的记录。每名代表每届至少列席一次。", target: "没有一个现在联系的党支部、党员或群众登记在册。",
};

/** The first day of the period a gap is about; null where it is the whole term. */
export function gapSince(gap: Gap, on: IsoDate): IsoDate | null {
  if (gap === "meeting" || gap === "target") return null;
  if (gap === "contact") return daysOf(quarterOf(on)).from;
  return `${on.slice(0, 4)}-${gap === "activity" && on.slice(5, 7) > "06" ? "07" : "01"}-01`;
}

const about: Record<Exclude<Gap, "target">, Prisma.DutyWhereInput> = {
  duty: {},
  training: { kind: "TRAINING", hours: { gt: 0 } },
  contact: { kind: { in: ["CONTACT", "RECEPTION"] } },
  activity: { activityId: { not: null } },
  meeting: { kind: "MEETING" },
};

/** Delegates of a term without such a record in the period of `on`. */
export function withGap(gap: Gap, termId: string, on: IsoDate = today()): Prisma.DelegateWhereInput {
  if (gap === "target") return { contacts: { none: { endedOn: null } } };
  const since = gapSince(gap, on);
  return { duties: { none: { termId, state: { in: ["SUBMITTED", "APPROVED"] }, ...about[gap], ...(since ? { heldOn: { gte: dayOf(since) } } : {}) } } };
}
