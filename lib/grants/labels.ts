import type { Obstacle } from "./policy";

export const refusals = {
  keep: "您不能授予或收回角色。角色由安全管理员管理；安全管理员本人的角色由另一名安全管理员办理。",
  waitsNoMore: (username: string) => `账号 ${username} 已不在等待授权，一个也没有授予。请刷新页面查看。`,
  unitMissing: "联络员和承办单位须选定党组织",
  unitNeedless: "这个角色不限于某个党组织，请不要选择党组织",
  carry: "您不能随党组织调整授权。请联系组织部经办。",
  unitMovedOn: "核对以后，账号授权有变动，没有办理。请返回重新核对后再办理。",
  unitUnknown: "没有这个党组织，或它已停用，请重新选择",
};

export const obstacles: Record<Obstacle, string> = {
  held: "这个账号已有此角色，不必重复授予",
  twoSeats: "系统管理员、安全管理员、审计管理员须由三人分别担任，同一账号不能兼任两员",
  seatBesideWork: "这个账号已有业务角色。管理员不接触业务数据，请另建账号授予管理员角色",
  workBesideSeat: "这个账号是管理员。管理员不接触业务数据，请另建账号授予业务角色",
};

/** What waits for the security administrator, accounts and deputies: 3 个账号，1 件外出代办. */
export const waitingWords = (accounts: number, deputies: number): string =>
  [accounts > 0 ? `${accounts} 个账号` : "", deputies > 0 ? `${deputies} 件外出代办` : ""].filter(Boolean).join("，") || "没有等待办理的";

export const fieldNames: Record<string, string> = { role: "角色", unit: "党组织", deputies: "随同收回的代办" };

export const verbNames: Record<string, string> = { "grant.give": "授予角色", "grant.take": "收回角色", "grant.giveDelegate": "授予党代表角色", "grant.carry": "随党组织合并、拆分调整授权", "grant.drop": "随党组织合并、拆分收回重复授权", "grant.find": "查找授权" };
