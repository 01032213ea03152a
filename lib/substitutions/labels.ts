import type { Role, SubstitutionState } from "@/prisma/client/enums";
import type { SubstitutionEvent } from "./flow";

/** Roles somebody else may stand in for. A mandate and a leader's reading are personal; the three administrators stay apart. */
export const LENT_ROLES = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "HANDLING_UNIT", "SUPERVISOR"] as const satisfies readonly Role[];

/** Longest time away. */
export const MOST_DAYS = 90;
/** Furthest first day. */
export const FURTHEST_DAYS = 180;

export const OVER = "已到期";
export const stateNames: Record<SubstitutionState, string> = { WAITING: "待安全管理员同意", IN_FORCE: "有效", REFUSED: "不同意", WITHDRAWN: "已收回", ENDED: "已收回" };

export const eventNames: Record<SubstitutionEvent | "name", string> = { name: "委托代办", agree: "同意", refuse: "不同意", end: "收回" };

/** What taking one back brings about, said before it is done. */
export const endEffect = (state: SubstitutionState): string =>
  `${state === "WAITING" ? "收回后，这一件不再等待安全管理员同意。" : "收回后，代办人随即退出这一身份，不能再代为办理。"}需要时可以另行委托。`;

export const verbNames: Record<string, string> = { ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`substitution.${event}`, `外出代办：${name}`])), "substitution.find": "查找外出代办" };

export const fieldNames: Record<string, string> = { deputyId: "代办人", fromOn: "自", toOn: "至", reason: "理由", note: "理由", deputy: "代办人", absent: "被代办人", role: "身份", period: "期间", state: "状态" };

export const refusals = {
  name: "您现在的身份不能委托他人代办。代表资格、领导查阅和三员的职责须由本人履行；有其他身份的，请切换后再办理。",
  agree: "您不能同意这一件。外出代办由安全管理员同意，当事人不能自己同意。",
  refuse: "您不能办理这一件。外出代办由安全管理员同意，当事人不能自己办理。",
  end: "您不能收回这一件。请由当事人或安全管理员办理。",
  ofDeputy: (forName: string) => `您正在代${forName}办理，不能再委托他人。请切换回本人身份后办理。`,
  seatGone: "您的这个身份已经收回，没有保存。请重新登录后查看。",
  deputy: "没有找到这个账号，或它不能代办，请从列表中重新选择",
  past: "不能早于今天",
  order: "最后一日不能早于第一日",
  long: `一次最多 ${MOST_DAYS} 日`,
  far: `第一日须在今后 ${FURTHEST_DAYS} 日以内`,
  overlap: (deputy: string, from: string, to: string) => `这个身份在 ${from} 至 ${to} 已委托${deputy}代办，没有保存。请另选日期，或先收回那一件。`,
  notOpen: (state: string) => `这一件的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  over: (on: string) => `这一件的期间到 ${on} 为止，已经结束，不能再办理。`,
  gone: "被代办的身份已经收回，不能同意。请办理“不同意”。",
  unable: "代办人的账号已停用，或已任三员之一，不能同意。请办理“不同意”。",
};
