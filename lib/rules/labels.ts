import type { RuleSettingState, RuleUnit } from "@/prisma/client/enums";
import { catalogue, type Rule, type RuleKey } from "./catalogue";
import type { SettingEvent } from "./flow";
import { sourceInWords } from "./sources";

export const unitWords: Record<RuleUnit, string> = { WORKDAY: "个工作日", DAY: "日", MONTH: "个月", HOUR: "小时", MINUTE: "分钟", HEAD: "人", TIME: "次", PERCENT: "%", CHARACTER: "字" };

/** What a rule is measured in: its own word where it has one. */
export const wordOf = (rule: Rule): string => rule.word ?? unitWords[rule.unit];

/** A value of a rule in words: 10 个工作日, 50%. */
export const measure = (rule: Rule, value: number): string => (rule.unit === "PERCENT" ? `${value}%` : `${value} ${wordOf(rule)}`);

export const DEFAULT_SOURCE = "平台默认值";

/** Where the default of a rule comes from, in a few words. */
export const defaultSource = (rule: Rule): string => (rule.source === "default" ? DEFAULT_SOURCE : sourceInWords(rule.source));

/** The same as a tag: a number with a source, or one of ours that may be changed. */
export const defaultTag = (rule: Rule): string => (rule.source === "default" ? "默认值，可改" : `有出处：${sourceInWords(rule.source)}`);

/** What is said of the source of a setting: its paper, or the committee alone, and its day. */
export const settingSource = (document: string | null, fromOn: string): string => `${document ?? "本党委设定"}（${fromOn} 起）`;

/** A source as it stands in brackets behind a value: a default says that it may be changed. */
export const sourceWords = (source: string): string => (source === DEFAULT_SOURCE ? `${source}，可改` : source);

/** A rule as it holds, for the page of a matter: 10 个工作日（平台默认值，可改）. */
export const inWords = ({ key, value, source }: { key: RuleKey; value: number; source: string }): string => `${measure(catalogue[key], value)}（${sourceWords(source)}）`;

export const WHOLE = "全党委";

export const stateNames: Record<RuleSettingState, string> = { PROPOSED: "待确认", IN_FORCE: "有效", REFUSED: "不通过", WITHDRAWN: "已撤回", ENDED: "已取消" };

export const eventNames: Record<SettingEvent | "set" | "restore", string> = { set: "改设", restore: "恢复默认值", confirm: "通过", refuse: "不通过", withdraw: "撤回", end: "取消" };

/** What each step brings about, said before it is taken. */
export const effects: Record<SettingEvent, string> = {
  confirm: "通过后，自施行日起按新的数值开始计算；已经开始计算的期限不变。",
  refuse: "不通过的，仍按原来的数值计算；提出人可以另行提出。",
  withdraw: "撤回后，仍按原来的数值计算。",
  end: "取消后，这一项不再施行，仍按原来的数值计算；已经按它开始计算的期限不变。",
};

export const verbNames: Record<string, string> = {
  ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`rule.${event}`, `期限与规则：${name}`])),
  "rulesetting.find": "查找期限与规则",
};

export const fieldNames: Record<string, string> = { key: "规则", value: "数值", unit: "单位", unitId: "适用范围", scope: "适用范围", fromOn: "施行日", reason: "理由", document: "依据文件", note: "理由", state: "状态" };

/** The bounds of a rule: 1 至 30（单位：工作日）. */
const bounds = (rule: Rule, between: string): string => `${rule.least} 至 ${rule.most}${between}（单位：${wordOf(rule).replace(/^个/, "")}）`;
export const boundsInWords = (rule: Rule): string => bounds(rule, "");

/** What is said of a value that is not within the bounds of its rule. */
export const outOfBounds = (rule: Rule): string => `请填写 ${bounds(rule, " 之间的整数")}`;

/** What a setting without a value does: the committee has nothing above it but the default. */
export const restoredInWords = (unitId: string | null): string => (unitId === null ? "恢复默认值" : "恢复上一级的设置或默认值");

export const refusals = {
  view: "您不能查看期限与规则的设置。请联系组织部经办。",
  set: "您不能改设期限与规则。请联系组织部经办。",
  restore: "您不能恢复期限与规则的默认值。请联系组织部经办。",
  confirm: "这一项须由提出人以外的部领导确认。请联系另一位部领导。",
  refuse: "这一项须由提出人以外的部领导办理。请联系另一位部领导。",
  withdraw: "只有提出人可以撤回这一项。如不同意，请由部领导办理“不通过”。",
  end: "您不能取消这一项。请联系组织部经办。",
  key: "没有这条规则，请从“期限与规则”中选择",
  unit: (word: string) => `这条规则按“${word}”计算，不能改用别的单位`,
  past: "请填写今天或以后的日期，已经开始计算的期限不变，不能追溯",
  far: (last: string) => `请填写不晚于 ${last} 的日期`,
  scope: "没有找到这个党组织，或它已停用，请重新选择",
  sameDay: (day: string, scope: string) => `${scope}自 ${day} 起已有一项改设，没有保存。请另选施行日，或先取消那一项再改设。`,
  waiting: (scope: string) => `${scope}已有一项改设待确认，没有保存。请先办结那一项，再另行提出。`,
  nothingSet: (scope: string) => `${scope}到那一天没有改设，本来就按${scope === WHOLE ? "" : "上一级的设置或"}默认值计算，不必恢复。`,
  notOpen: (state: string) => `这一项的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  dayOver: (day: string) => `拟定的施行日 ${day} 已过，不能再通过。请办理“不通过”，由提出人另定施行日后重新提出。`,
  begun: (day: string) => `这一项已自 ${day} 起施行，不能取消。请另行改设，或恢复默认值。`,
  begunOfTwo: "这一项已经施行，须经另一人确认才能变动，不能取消。请提出改设或恢复默认值。",
};
