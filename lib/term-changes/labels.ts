export const fieldNames: Record<string, string> = {
  endedOn: "上一届任期止", basis: "依据", carry: "代表团和代表小组", continuing: "连任代表", chosen: "勾选的代表", confirm: "确认", ended: "任期届满的代表", continued: "连任的代表", vacancies: "不再补选的缺额",
};

export const carryNames = { carry: "沿用上一届的代表团和小组，同名的不重复建立", none: "不沿用，新一届自行设立" } as const;

export const continuingNames = { none: "不在此登记，以后按新一届花名册导入", all: "上一届在任代表全部连任", chosen: "只登记下面勾选的代表" } as const;

export const refusals = {
  change: "换届由部领导办理。请联系部领导。",
  noPresent: "还没有现任届次，不需要办理换届。请直接设为现任届次。",
  already: "换届已经办理，这一届已是现任届次。没有重复办理。",
  moved: (now: string) => `现任届次已改为“${now}”。请刷新页面核对后再办理。`,
  earlier: (from: string) => `新一届的任期起应不早于现任“${from}”的任期起。请先核对届次资料。`,
  notBegun: (on: string) => `新一届的任期自 ${on} 起，还没有开始。请在任期开始后办理，或先修改届次资料。`,
  pending: (n: number) => `上一届还有 ${n} 名代表待资格审查。请先办结审查。`,
  terminations: (n: number) => `上一届还有 ${n} 件资格终止待党委决定。请先登记决定或撤回。`,
  endedLater: (on: string) => `不能早于上一届最后一次资格变动（${on}）`,
  future: "不能晚于今天",
  afterStart: (on: string) => `不能晚于新一届的任期起（${on}）`,
  beforeStart: (on: string) => `不能早于上一届的任期起（${on}）`,
  noDelegation: (names: string) => `新一届还没有这些代表团：${names}。请先设立，或选择沿用上一届的代表团`,
  nobodyChosen: "请勾选连任的代表，或改选其他办法",
  tooMany: "勾选的代表太多，请改为按花名册导入",
};
