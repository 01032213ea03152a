import type { Standing } from "@/lib/accounts/labels";
import type { AccountBatchKind, AccountBatchState } from "@/prisma/client/enums";
import type { Obstacle } from "./plan";

/** How far the account of a delegate has come; "none" is a delegate no account lets in. */
export type DelegateStanding = "none" | Standing;

export const standingNames: Record<DelegateStanding, string> = { none: "没有账号", first: "尚未首次登录", expired: "初始口令已过期", active: "使用中", disabled: "已停用" };

export const standingTones: Record<DelegateStanding, "green" | "amber" | "danger" | "plain"> = { none: "plain", first: "amber", expired: "danger", active: "green", disabled: "plain" };

export const kindNames: Record<AccountBatchKind, string> = { OPEN: "开通账号", RENEW: "换发初始口令" };

export const stateNames: Record<AccountBatchState, string> = {
  QUEUED: "等待办理",
  WRITING: "正在办理",
  DONE: "已办理，口令条待领取",
  TAKEN: "口令条已领取",
  CANCELLED: "已取消",
  FAILED: "未办理",
  EXPIRED: "口令条已过期",
};

export const stateTones: Record<AccountBatchState, "green" | "amber" | "danger" | "plain"> = { QUEUED: "amber", WRITING: "amber", DONE: "amber", TAKEN: "green", CANCELLED: "plain", FAILED: "danger", EXPIRED: "danger" };

/** Why somebody of a selection is left out. */
export const obstacleNames: Record<Obstacle, string> = {
  held: "已有账号",
  none: "没有账号，请先开通",
  disabled: "账号已停用，由系统管理员恢复",
  inUse: "已改为本人口令，不换发初始口令",
  otherRole: "账号另有其他角色，口令由系统管理员重置",
  own: "您本人的账号，由同事办理",
  left: "已不在册",
};

/** Days a first password on paper is valid: slips are handed out at a meeting or by the units, not read out on the telephone. */
export const SLIP_DAYS = 14;
/** Hours the slips lie there to be taken. */
export const HOURS = 24;
/** Most people of one batch: half a minute of hashing. */
export const MOST = 1000;

/** What is kept of a batch, for the audit. */
export const fieldNames: Record<string, string> = { rows: "人数", kind: "事项", filter: "条件", opened: "新开通", reused: "沿用原账号", renewed: "换发口令", skipped: "未办理" };

export const verbNames: Record<string, string> = {
  "delegateAccount.request": "批量办理代表账号",
  "delegateAccount.finish": "代表账号已办理",
  "delegateAccount.take": "领取口令条",
  "delegateAccount.cancel": "取消批量办理代表账号",
  "delegateAccount.open": "开通代表账号",
  "delegateAccount.reset": "重置代表口令",
  "delegateAccount.list": "查看代表账号",
  "accountbatch.find": "查找账号批次",
};

export const refusals = {
  office: "您不能办理代表账号。代表账号由组织部办理。",
  nobody: "选定的代表都不需要办理，没有提交。请返回名单重新选择。",
  many: `选定的超过 ${MOST} 人，没有提交。请按代表团分次办理。`,
  moved: (then: number, now: number) => `名单已有变化：打开本页时需办理 ${then} 人，现为 ${now} 人，没有提交。请返回名单重新选择。`,
  busy: "您已有一批账号正在办理。请等它完成，或先取消。",
  right: "经办人的权限已有变动，没有办理。如工作需要，请由组织部其他经办人办理。",
  killed: "处理多次中断，没有开通任何账号。请重新办理。",
  changed: "办理期间名单反复变动，没有开通任何账号。请重新办理。",
  ended: (state: string) => `这一批的状态是“${state}”，不能再取消。请刷新页面查看。`,
  taken: "口令条已经领取过，不能再次领取。遗失的，请为尚未首次登录的代表换发初始口令。",
  gone: "口令条已过期删除。请为尚未首次登录的代表换发初始口令。",
  password: "没有提交。",
  notOpen: "这名代表的账号状态已经变化，没有办理。请刷新页面查看。",
  one: (why: string) => `没有办理：${why}。`,
};
