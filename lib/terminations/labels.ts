import { causeNames } from "@/lib/delegates/labels";
import type { TerminationState } from "@/prisma/client/enums";
import type { TerminationEvent } from "./flow";

/** The causes a qualification ends for, in the order of the regulation. */
export const endingCauses = ["PROBATION_OR_HEAVIER", "MEMBERSHIP_STOPPED", "NATIONALITY_LOST", "RESIGNATION_ACCEPTED", "POLITICAL_RIGHTS_LOST", "OTHER"] as const;
export const endingCauseNames = Object.fromEntries(endingCauses.map((cause) => [cause, causeNames[cause]])) as Record<(typeof endingCauses)[number], string>;

export const stateNames: Record<TerminationState, string> = { PROPOSED: "待党委决定", DECIDED_YES: "待备案", DECIDED_NO: "不予终止", FILED: "已备案", WITHDRAWN: "已撤回" };

export const stateTones: Record<TerminationState, "amber" | "green" | "plain"> = { PROPOSED: "amber", DECIDED_YES: "amber", DECIDED_NO: "plain", FILED: "green", WITHDRAWN: "plain" };

export const eventNames: Record<TerminationEvent | "propose" | "record", string> = {
  propose: "提出终止", record: "登记去世", decideYes: "党委决定终止", decideNo: "党委决定不予终止", withdraw: "撤回", file: "报上一级党委备案",
};

/** What each step brings about, said before it is taken. */
export const effects: Record<TerminationEvent | "propose" | "record", string> = {
  propose: "提出后由组织部提请党委决定；决定之前，代表的状态不变。",
  record: "登记后，代表的状态随即变为“资格终止”，移出在册名单，以后不能恢复，空出的名额列入代表缺额，本人的账号随即停用；仍须报上一级党委备案。",
  decideYes: "代表的状态随即变为“资格终止”，移出在册名单，以后不能恢复；空出的名额列入代表缺额，本人三十天内仍可登录查看。本人再次当选时，另立新的代表记录。",
  decideNo: "登记后本件办结，代表的状态不变。以后有新的事实，可以另行提出。",
  withdraw: "撤回后本件办结，代表的状态不变。",
  file: "登记备案后，本件办结。",
};

export const verbNames: Record<string, string> = {
  ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`termination.${event}`, `资格终止：${name}`])),
  "termination.carry": "资格终止：随党组织合并、拆分转到另一单位",
  "terminationcase.find": "查找资格终止",
};

export const fieldNames: Record<string, string> = {
  cause: "原因", grounds: "事实与依据", proposedOn: "提出日期", decidedOn: "决定日期", meeting: "作出决定的会议", documentNo: "决定文号", effectiveOn: "生效日期", note: "理由",
  filedOn: "备案日期", filedWith: "备案的上级党委", filingNo: "备案文号", state: "状态", unit: "选举单位", confirm: "确认",
};

export const refusals = {
  propose: "您不能提出终止代表资格。请由代表的选举单位联络员或组织部经办提出。",
  record: "您不能登记代表去世。请联系组织部经办。",
  decideYes: "您不能登记党委的决定。请联系组织部经办。",
  decideNo: "您不能登记党委的决定。请联系组织部经办。",
  withdraw: "您不能撤回这一件。请由提出的单位或组织部经办办理。",
  file: "您不能登记备案。请联系组织部经办。",
  carry: "您不能随党组织调整资格终止。请联系组织部经办。",
  unitMovedOn: "核对以后，资格终止有变动，没有办理。请返回重新核对后再办理。",
  twice: "这名代表已有一件资格终止待党委决定，不能重复提出。请先办结那一件。",
  gone: (status: string) => `这名代表的状态已是“${status}”，不能再终止资格。请刷新页面查看。`,
  notOpen: (state: string) => `这一件的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  future: "日期不能晚于今天",
  order: (label: string, on: string) => `不能早于${label}（${on}）`,
  otherNeedsText: "原因选“其他”时，请写明具体情形，至少 10 个字",
};
