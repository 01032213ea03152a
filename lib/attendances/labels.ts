import type { AttendanceMark } from "@/prisma/client/enums";

/** What became of a session that was due; OPEN is not entered and not yet confirmed. */
export const classes = ["PRESENT", "LATE", "LEAVE", "OFFICIAL", "ABSENT", "OPEN"] as const;
export type Class = (typeof classes)[number];

export const classNames: Record<Class, string> = { PRESENT: "到会", LATE: "迟到", LEAVE: "请假", OFFICIAL: "因公", ABSENT: "缺席", OPEN: "未登记" };

/** Said beside the figure wherever it stands. */
export const definition = "按场次计：活动已举行，代表列入应参加名单，且场次当天在任，计一次应到；实到含迟到；请假、因公不算缺席；出席名单确认后仍未到会的才算缺席，确认前为未登记。";

/** Marks as the office enters them; leaving early goes along with a presence. */
export const codes = ["PRESENT", "LATE", "PRESENT_EARLY", "LATE_EARLY", "LEAVE", "OFFICIAL", "ABSENT", "NONE"] as const;
export type Code = (typeof codes)[number];

export const codeNames: Record<Code, string> = { PRESENT: "√ 到会", LATE: "迟 迟到", PRESENT_EARLY: "√ 到会，早退", LATE_EARLY: "迟 迟到，早退", LEAVE: "○ 请假", OFFICIAL: "△ 因公", ABSENT: "× 缺席", NONE: "未登记" };

export const codeOf = (row: { mark: AttendanceMark; leftEarly: boolean } | null | undefined): Code => {
  if (!row) return "NONE";
  return row.leftEarly && row.mark === "PRESENT" ? "PRESENT_EARLY" : row.leftEarly && row.mark === "LATE" ? "LATE_EARLY" : row.mark;
};

export const markOf = (code: Exclude<Code, "NONE">): { mark: AttendanceMark; leftEarly: boolean } =>
  code === "PRESENT_EARLY" ? { mark: "PRESENT", leftEarly: true } : code === "LATE_EARLY" ? { mark: "LATE", leftEarly: true } : { mark: code, leftEarly: false };
