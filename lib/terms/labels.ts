import type { CongressLevel } from "@/prisma/client/enums";
import type { ReferenceReason } from "./reference-day";

export const levelNames: Record<CongressLevel, string> = {
  NATIONAL: "全国",
  PROVINCE: "省",
  CITY: "市",
  DISTRICT: "区县",
  TOWNSHIP: "乡镇",
};

export const fieldNames = {
  level: "层级",
  ordinal: "届次",
  name: "名称",
  congressFrom: "大会开幕日",
  congressTo: "大会闭幕日",
  startsOn: "任期起",
  endsOn: "任期止",
  ageReferenceOn: "年龄统计基准日",
  unitId: "对应的选举单位",
  delegationId: "所属代表团",
  position: "排序",
  current: "现任届次",
} satisfies Record<string, string>;

export type FieldName = keyof typeof fieldNames;

/** Why ages of a term are counted to this day. */
export const reasonNames: Record<ReferenceReason | "asked", string> = {
  asked: "所选日期",
  set: "本届设定的年龄统计基准日",
  congress: "本届大会开幕日",
  ended: "本届任期截止日，因任期已满，且未设定基准日、未登记大会开幕日",
  today: "今天，因未设定基准日、未登记大会开幕日",
};

export const refusals = {
  unitMovedOn: "核对以后，代表团有变动，没有办理。请返回重新核对后再办理。",
  open: "您不能新增届次。请联系组织部经办。",
  edit: "您不能修改届次资料。请联系组织部经办。",
  makeCurrent: "现任届次由部领导设定。请联系部领导办理。",
  arrange: "您不能调整代表团和代表小组。请联系组织部经办。",
  endsBeforeStart: "任期止应晚于任期起",
  closesBeforeOpening: "大会闭幕日不能早于开幕日",
  opensMissing: "填写了闭幕日，请同时填写开幕日",
  overlaps: (name: string, from: string, to: string) => `与“${name}”的任期（${from} 至 ${to}）重叠。提前或延期换届的，请先修改那一届的任期止`,
  ordinalTaken: "这一层级已有这个届次，请核对",
  alreadyCurrent: "这一届已是现任届次，没有改动。",
  unitUnknown: "没有这个选举单位，请重新选择",
  delegationUnknown: "这一届没有这个代表团，请重新选择",
  nowhereFurther: "已在最前或最后，不能再移动。",
  orderChanged: "次序刚刚被他人调整过，没有再移动。请对照最新次序后再试。",
  otherRecords: "它已有其他业务记录，不能删除。可以改名后继续使用。",
};

export const nameTaken = (what: string, name: string) => `这一届已有${what}“${name}”，请换一个名称`;

/** What stands in the way of removing a delegation or group; null when nothing does. */
export function standingInTheWay(what: string, counts: { delegates: number; groups: number }): string | null {
  const found = [counts.delegates > 0 && `${counts.delegates} 名代表`, counts.groups > 0 && `${counts.groups} 个代表小组`].filter(Boolean);
  return found.length > 0 ? `不能删除：这个${what}里还有${found.join("、")}。请先把它们调整到别处。` : null;
}

export const strangersInGroup = (count: number) => `小组里有 ${count} 名代表不在所选代表团，请先调整这些代表`;
