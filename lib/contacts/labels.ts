import type { ContactKind } from "@/prisma/client/enums";

/** With whom a delegate keeps in touch: a branch, members, and the masses by household (domain 2.2). */
export const kindNames: Record<ContactKind, string> = { BRANCH: "党支部", MEMBER: "党员", HOUSEHOLD: "群众" };
export const contactKinds = Object.keys(kindNames) as ContactKind[];

/** What a list of contacts can be narrowed to. */
export const shownNames = { all: "全部联系对象", covered: "本季度已联系", open: "本季度未联系" } as const;
export type Shown = keyof typeof shownNames;

/** Said beside every figure of coverage. */
export const definition = "只计在任代表在本季度联系的对象；本季度有一条写明联系了该对象的履职记录（待审核的也算）即为已联系，一条记录可以写明多个对象。";

export const MOST_CONTACTS = 60;

export const fieldNames: Record<string, string> = { kind: "类别", name: "名称或姓名", about: "单位、住址或情况", since: "开始联系的日期", endedOn: "结束联系的日期", endReason: "结束联系的原因", contact: "联系对象", confirm: "确认" };

export const verbNames: Record<string, string> = {
  "contact.add": "登记联系对象", "contact.edit": "修改联系对象", "contact.end": "结束联系", "contact.remove": "删除联系对象", "contact.find": "查找联系对象",
};

export const refusals = {
  add: "您不能为这名代表登记联系对象。请联系代表本人、选举单位联络员或组织部经办。",
  edit: "您不能修改这名代表的联系对象。请联系代表本人、选举单位联络员或组织部经办。",
  noMandate: "您不是本届在任代表，不能登记联系对象。",
  notActive: (status: string) => `这名代表现在的状态是“${status}”，不能登记联系对象。`,
  twice: "已有同类同名的联系对象，没有再登记",
  many: `联系对象最多登记 ${MOST_CONTACTS} 个，请先结束不再联系的`,
  future: "日期不能晚于今天",
  beforeMandate: (on: string) => `日期不能早于代表资格开始的 ${on}`,
  beforeSince: (on: string) => `日期不能早于开始联系的 ${on}`,
  afterwards: (on: string) => `${on} 还有联系记录，结束日期不能早于这一天`,
  ended: "这个联系对象已经结束联系，不能再改动。需要时请重新登记。",
  recorded: "已有履职记录写明联系了这个对象，不能删除。不再联系的，请办理结束联系。",
  unknown: (on: string) => `所选联系对象中，有的在 ${on} 不是这名代表的联系对象，请核对日期或重新选择`,
};
