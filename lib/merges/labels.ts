import { fieldNames as delegateFields } from "@/lib/delegates/labels";

/** Facts of a person chosen one by one when two records become one, in the order of the collection form. */
export const personFields = ["name", "sex", "ethnicity", "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn", "idNumber", "mobile", "officePhone", "address"] as const;
export type PersonField = (typeof personFields)[number];

export const sideNames = { keep: "保留的人员", drop: "并入的人员" } as const;
export type Side = keyof typeof sideNames;

export const fieldNames: Record<string, string> = { ...delegateFields, grounds: "依据", stays: "同届的代表资格", keptId: "保留的人员", droppedId: "并入的人员" };

export const verbNames: Record<string, string> = {
  "merge.merge": "合并人员", "merge.undo": "撤销合并人员", "merge.distinguish": "认定不是同一人", "merge.reconsider": "撤销不是同一人的认定", "merge.view": "查看合并与认定", "personmerge.find": "查找人员合并", "person.find": "查找人员",
};

export const UNDO_HOURS = 24;

export const refusals = {
  merge: "您不能合并人员。请联系组织部经办。",
  undo: "您不能撤销合并。请联系组织部经办。",
  distinguish: "您不能认定两人是否同一人。请联系组织部经办。",
  reconsider: "您不能撤销认定。请联系组织部经办。",
  view: "您不能查看人员合并。请联系组织部经办。",
  same: "两边是同一条人员记录，不能合并。请从疑似重复名单中重新选择。",
  moved: "这两条人员记录中，有一条在您核对期间被修改。没有合并，请刷新本页，核对后再办理。",
  gone: "这两条人员记录中，有一条刚刚已被合并或移除。没有再次合并，请返回名单查看。",
  apart: "这两人已被认定不是同一人，不能合并。确系同一人的，请先撤销认定。",
  bothIn: (terms: string) => `两人在“${terms}”都是代表。同一人在一届只有一条代表资格，请选择留下哪一边的；另一边的随合并撤下，撤销合并时恢复`,
  notToDrop: (term: string, status: string) => `要撤下的“${term}”代表资格是“${status}”，属于已办理的变动，不能撤下。请改留这一边的；两边都有变动的，是两段任职，请不要合并`,
  photo: "要并入的人员档案里有照片，没有合并。请先在保留的人员档案上传照片，再删除要并入一方的照片，然后合并",
  hanging: (term: string) => `要撤下的“${term}”代表资格名下已有办理记录（如资格终止、更正申请、本人确认、履职记录、参加活动、缺额），不能撤下。请改留这一边的；两边都有办理记录的，请不要合并`,
  notApart: "这两人现在没有“不是同一人”的认定，不必撤销。请刷新页面查看。",
  twice: "这两人已被认定不是同一人，不必重复认定。",
  undoLate: "合并已超过 24 小时，不能撤销。两人确系不同的，请为其中一人新增代表，再改正资料。",
  undone: "这次合并已经撤销，不能再次撤销。",
  undoMoved: (what: string) => `合并以后，${what}，不能撤销。请直接修改资料。`,
};
