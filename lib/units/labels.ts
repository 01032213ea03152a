import type { UnitEvent, UnitKind } from "@/prisma/client/enums";

export const kindNames: Record<UnitKind, string> = {
  PARTY_COMMITTEE: "党委",
  WORKING_COMMITTEE: "党工委",
  PARTY_GROUP: "党组",
  GENERAL_BRANCH: "总支",
  BRANCH: "支部",
  DEPARTMENT: "机关部门",
  SUBDISTRICT: "街道",
  TOWNSHIP: "乡镇",
  COMMUNITY: "社区",
  VILLAGE: "村",
  ENTERPRISE: "企业",
  SCHOOL: "学校",
  HOSPITAL: "医疗卫生单位",
  SOCIAL_ORGANIZATION: "社会组织",
  MILITARY: "部队",
  OTHER: "其他",
};

export const eventNames: Record<UnitEvent, string> = {
  ESTABLISH: "设立",
  RENAME: "更名",
  MOVE: "改隶",
  ADJUST: "调整属性",
  DEACTIVATE: "停用",
  REACTIVATE: "恢复",
  MERGE: "合并，并入其他党组织",
  ABSORB: "合并，接收并入",
  SPLIT: "拆分，划出",
  RECEIVE: "拆分，划入",
};

/** How the history of one side names the units of the other. */
export const otherSideNames: Partial<Record<UnitEvent, string>> = { MERGE: "并入", ABSORB: "接收自", SPLIT: "划给", RECEIVE: "划自" };

export const movedHeads = (heads: number) => `随同转移的在册代表：${heads} 名`;

export const fieldNames = {
  name: "名称",
  kind: "类别",
  parentId: "上级",
  isElecting: "选举单位",
  isHandling: "承办单位",
  activeFrom: "设立日期",
  activeTo: "停用日期",
  effectiveOn: "生效日期",
  basis: "依据",
  despite: "确认",
  others: "对方党组织",
  heads: "随同转移的在册代表",
  below: "随同转移的下级党组织",
  grants: "随同转移的账号授权",
} satisfies Record<string, string>;

export type FieldName = keyof typeof fieldNames;

export const yesNo = (value: boolean) => (value ? "是" : "否");

/** Stands for the name of a unit that the reader may not know of. */
export const HIDDEN_UNIT = "（不在您的范围内）";

export const refusals = {
  establish: "您不能设立党组织。请联系组织部经办。",
  rename: "您不能更改党组织名称。请联系组织部经办。",
  move: "您不能调整党组织的隶属关系。请联系组织部经办。",
  adjust: "您不能调整党组织的属性。请联系组织部经办。",
  deactivate: "您不能停用党组织。请联系组织部经办。",
  reactivate: "您不能恢复党组织。请联系组织部经办。",
  remove: "您不能删除党组织。请联系组织部经办。",
  merge: "您不能合并党组织。请联系组织部经办。",
  split: "您不能拆分党组织。请联系组织部经办。",
  treeMoved: "没有写入。核对以后，党组织有变动，请重新核对后再导入。",
  movedOn: (name: string) => `“${name}”刚刚被他人改动或停用。没有办理，请返回核对最新情况后再办理。`,
  parentMissing: "请选择上级党组织。每个党委只有一个本级组织，其余都设在它的下面",
  parentInactive: "这个上级已停用，请先恢复它，或另选上级",
  rootStays: "本级党组织是组织树的根，不能改隶、停用或删除。名称和属性可以修改。",
  underItself: "不能移到本单位或它的下级之下，请另选上级",
  tooDeep: "层次太多：调整后会超过 12 层，请另选上级",
  future: "日期不能晚于今天",
  tooEarly: "日期不能早于设立日期",
  beforeEnd: "日期不能早于停用日期",
  parentOfInactive: "上级已停用，请先恢复上级",
  otherRecords: "这个党组织已有其他业务记录，不能删除。可以改为停用，历史资料仍完整保留。",
};

/** How an act is recorded, and the sentence that refuses it. */
export const verbs = {
  establish: "establish", remove: "remove", RENAME: "rename", MOVE: "move", ADJUST: "adjust", DEACTIVATE: "deactivate", REACTIVATE: "reactivate", MERGE: "merge", ABSORB: "merge", SPLIT: "split", RECEIVE: "split",
} satisfies Record<Exclude<UnitEvent, "ESTABLISH"> | "establish" | "remove", Exclude<keyof typeof refusals, "movedOn" | "treeMoved">>;

/** Why a name is not free; says where the other one stands. */
export const nameTaken = (name: string, active: boolean) =>
  active ? `同一上级下已有“${name}”，请核对是否重复，或换一个名称` : `同一上级下已有停用的“${name}”，请恢复它，或换一个名称`;

/** Why a unit cannot go while others stand below it. */
export const childrenStand = (count: number) => `还有 ${count} 个下级党组织在用，请先停用或移走它们。`;

export const stillElecting = (delegates: number) => `还有 ${delegates} 名本届在册代表由它选举产生，请先调整这些代表的选举单位`;

export const stillHandling = (accounts: number) => `还有 ${accounts} 个承办单位账号按它授权，请先由安全管理员调整授权`;

/** What is told before a unit with delegates or accounts is closed. */
export const closingWarning = (delegates: number, accounts: number) =>
  `${[delegates > 0 && `有 ${delegates} 名本届在册代表属于这里`, accounts > 0 && `有 ${accounts} 个账号按它授权`].filter(Boolean).join("，")}。停用后资料不变，但不能再选用。如确需停用，请勾选确认后再提交`;

/** What stands in the way of removing a unit, as one sentence; null when nothing does. */
export function standingInTheWay(counts: { children: number; delegates: number; delegations: number; accounts: number; reorganized: number }): string | null {
  const found = [
    counts.children > 0 && `${counts.children} 个下级党组织`,
    counts.delegates > 0 && `${counts.delegates} 名代表（含历届）`,
    counts.delegations > 0 && `${counts.delegations} 个代表团`,
    counts.accounts > 0 && `${counts.accounts} 个账号授权`,
    counts.reorganized > 0 && `${counts.reorganized} 次合并、拆分的沿革`,
  ].filter(Boolean);
  return found.length > 0 ? `不能删除：它还关联着${found.join("、")}。可以改为停用，历史资料仍完整保留。` : null;
}
