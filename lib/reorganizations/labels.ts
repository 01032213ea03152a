export const fieldNames: Record<string, string> = { intoId: "并入的党组织", also: "同时并入的党组织", toId: "划给的党组织", parentId: "上级", name: "名称", kind: "类别", delegates: "代表", children: "下级党组织", grants: "账号授权", effectiveOn: "生效日期", basis: "依据", confirm: "确认" };

/** What the office must know of the day: the file may name an earlier one, the register changes now. */
export const dayMeaning = "日期以文件为准，记入沿革；花名册、构成和各人的查看范围自今天起按新的单位，今天以前各日仍按原单位查阅。";

export const refusals = {
  merge: "您不能合并党组织。请联系组织部经办。",
  split: "您不能拆分党组织。请联系组织部经办。",
  movedOn: "没有办理。核对以后，名单、下级、授权或办理中的事项有变动。请点“重新核对”，看过最新情况后再办理。",
  closed: (name: string) => `“${name}”已停用，不能办理。`,
  rootGoes: "本级党组织不能并入其他党组织，也不能拆分。",
  intoRoot: "不能并入或划给本级党组织：名册上登记在本级的，表示选举单位未填。请选择其他党组织。",
  itself: (name: string) => `“${name}”不能并入或划给自己。`,
  below: (into: string, name: string) => `“${into}”是“${name}”的下级，不能接收它的上级。请先把“${into}”改隶到别处，再办理。`,
  clash: (names: string, into: string) => `“${into}”的下级将出现重名：${names}。请先更名其中一个，再办理。`,
  tooDeep: "层次太多：办理后会超过 12 层。请先调整下级的隶属。",
  tooMany: (most: number) => `涉及的在册代表超过 ${most} 名，一次不能办理。请先分批拆分。`,
  nothingChosen: "请至少勾选一名代表、一个下级或一项授权。",
  notOf: "勾选的代表、下级或授权中，有的已不属于本单位。请返回重新选择。",
  nameMissing: "请填写新设党组织的名称，至少 2 个字。",
  kindMissing: "请选择新设党组织的类别。",
  parentMissing: "请选择新设党组织的上级。",
  parentClosed: "新设党组织的上级已停用，请另选上级。",
  parentGoes: "新设党组织的上级不能是随同划出的下级，请另选上级。",
  nameTaken: (name: string) => `所选上级之下已有“${name}”，请换一个名称，或改为划给已有的党组织。`,
  future: "日期不能晚于今天",
  tooEarly: (name: string, on: string) => `日期不能早于“${name}”的设立日期（${on}）`,
};
