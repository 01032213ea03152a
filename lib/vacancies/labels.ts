import type { VacancyState } from "@/prisma/client/enums";
import type { VacancyEvent } from "./flow";

export const stateNames: Record<VacancyState, string> = { OPEN: "待补选", FILLED: "已补选", CLOSED: "不再补选" };
export const stateTones: Record<VacancyState, "amber" | "green" | "plain"> = { OPEN: "amber", FILLED: "green", CLOSED: "plain" };

export const eventNames: Record<VacancyEvent, string> = { fill: "登记补选结果", close: "不再补选", reopen: "恢复补选" };

export const verbNames: Record<string, string> = { ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`vacancy.${event}`, `代表缺额：${name}`])), "vacancy.carry": "代表缺额：随党组织合并转到另一单位", "vacancy.find": "查找代表缺额" };

export const fieldNames: Record<string, string> = { meeting: "补选的会议或文件", seats: "本次应选名额", candidates: "候选人数", note: "理由", state: "状态", unit: "选举单位", filledBy: "补选产生的代表" };

/** Candidates must exceed the seats by a fifth at least (election rules; domain 1.2). */
export const SURPLUS = 0.2;

export const refusals = {
  fill: "您不能登记补选结果。请联系组织部经办。",
  close: "您不能决定不再补选。请联系组织部经办。",
  reopen: "您不能恢复补选。请联系组织部经办。",
  carry: "您不能随党组织调整缺额。请联系组织部经办。",
  unitMovedOn: "核对以后，代表缺额有变动，没有办理。请返回重新核对后再办理。",
  notOpen: (state: string) => `这个缺额的状态是“${state}”，不能办理这一步。请刷新页面查看。`,
  termOver: "这个缺额所在的届次不是现任届次，不再补选。",
  sameUnit: (unit: string) => `补选应在原选举单位“${unit}”进行，请选择这个单位`,
  byElection: "补选产生的代表，当选方式应选“补选”",
  electedOn: "请填写当选日期",
  tooEarly: (on: string) => `不能早于名额空出的日期（${on}）`,
  future: "不能晚于今天",
  tooFew: (least: number) => `候选人数应比应选名额多五分之一以上，至少 ${least} 人`,
};
