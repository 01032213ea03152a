import type { DeadlineState, DeadlineStepKind } from "@/prisma/client/enums";
import type { DeadlineAct } from "./policy";

/** What a list tells apart, in the order of urgency. */
export const lights = ["overdue", "near", "running", "paused", "met", "late", "cancelled"] as const;
export type Light = (typeof lights)[number];
export const openLights = ["overdue", "near", "running", "paused"] as const satisfies readonly Light[];

export const lightNames: Record<Light, string> = { overdue: "已超期", near: "即将到期", running: "计时中", paused: "已暂停", met: "按期办结", late: "逾期办结", cancelled: "不再计算" };
export const lightTones: Record<Light, "danger" | "amber" | "green" | "plain"> = { overdue: "danger", near: "amber", running: "plain", paused: "plain", met: "green", late: "amber", cancelled: "plain" };

export const stateNames: Record<DeadlineState, string> = { RUNNING: "计时中", PAUSED: "已暂停", OVERDUE: "已超期", MET: "已办结", CANCELLED: "不再计算" };

export const stepNames: Record<DeadlineStepKind, string> = {
  BEFORE: "到期前提醒承办人", DUE: "到期日提醒承办人", TO_HEAD: "超期，告知上一级负责人", TO_OFFICE: "超期，告知组织部", TO_SUPERVISOR: "超期，告知督查室",
  URGE: "催办", EXTEND: "延期", PAUSE: "暂停计时", RESUME: "恢复计时", RECOUNT: "按新的放假安排重算",
};

export const actNames: Record<DeadlineAct, string> = { urge: "催办", extend: "延期", pause: "暂停计时", resume: "恢复计时" };

export const effects: Record<DeadlineAct, string> = {
  urge: "承办人会收到一条须办的消息，催办记入这件事的经过，并计入承办单位的统计。",
  extend: "到期日改为新的日期，提醒按新的到期日重新计算；承办人会收到消息，原到期日保留在经过里。",
  pause: "暂停期间不计工作日，也不提醒。恢复后，到期日按暂停的工作日数顺延。",
  resume: "到期日按暂停的工作日数顺延，提醒照常。",
};

export const verbNames: Record<string, string> = {
  "deadline.urge": "期限：催办", "deadline.extend": "期限：延期", "deadline.pause": "期限：暂停计时", "deadline.resume": "期限：恢复计时", "deadline.find": "查找期限",
};

export const fieldNames: Record<string, string> = { dueOn: "到期日", reason: "理由", note: "催办的话", pausedOn: "暂停之日" };

export const refusals = {
  urge: "您不能催办这一件。催办由组织部、督查室或承办人的上一级办理，本人承办的由他人催办。",
  extend: "您不能延期。延期由部领导批准，本人承办的由其他部领导批准。",
  pause: "您不能暂停计时。请联系组织部经办。",
  resume: "您不能恢复计时。请联系组织部经办。",
  notOpen: (state: string) => `这一件现在“${state}”，不能再办理这一步。请刷新页面查看。`,
  taken: "没有办理。在您查看期间，这一件已由他人办理。请刷新页面，看过最新情况后再办。",
  urged: (by: string, at: string, from: string) => `没有催办。${by}已于 ${at} 催办过，同一角色每 3 日限催办一次，${from} 起可以再次催办。`,
  notLater: (due: string) => `新的到期日应晚于原到期日（${due}）`,
  past: "新的到期日不能早于今天",
  tooLate: (last: string) => `新的到期日不能晚于 ${last}，一次延期最长一年`,
  dayOff: (on: string, next: string) => `${on} 不是工作日，请改为 ${next}`,
};
