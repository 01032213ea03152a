import type { Role } from "@/prisma/client/enums";
import type { AccountEvent } from "./flow";

export const roleNames: Record<Role, string> = {
  OFFICE: "组织部经办",
  OFFICE_HEAD: "部领导",
  UNIT_LIAISON: "选举单位联络员",
  DELEGATE: "党代表",
  LEADER: "区委领导",
  HANDLING_UNIT: "承办单位",
  SUPERVISOR: "督查室",
  SYSTEM_ADMIN: "系统管理员",
  SECURITY_ADMIN: "安全管理员",
  AUDIT_ADMIN: "审计管理员",
};

/** Where each role lands after signing in. */
export const homes: Record<Role, string> = {
  OFFICE: "/manage",
  OFFICE_HEAD: "/manage",
  UNIT_LIAISON: "/manage",
  DELEGATE: "/my",
  LEADER: "/overview",
  HANDLING_UNIT: "/desk",
  SUPERVISOR: "/overview",
  SYSTEM_ADMIN: "/system",
  SECURITY_ADMIN: "/system",
  AUDIT_ADMIN: "/system",
};

export const refusals = {
  signIn: "登录名或口令不正确。连续输错需要等待一段时间才能再试；忘记口令请联系系统管理员重置。",
  busy: "登录的人较多，请过几秒再试。",
  currentPassword: "现口令不正确",
  samePassword: "新口令与现口令相同，请另设一个",
  differ: "两次输入的新口令不一致",
  username: "这个登录名已被使用，请换一个",
  create: "您不能建立账号。账号由系统管理员建立。",
  manage: "您不能办理这个账号的事项。账号由系统管理员管理，本人的账号请在“本人账号”中办理。",
  waiting: (name: string, unit: string) => `“${name}（${unit}）”的账号已经建立，正等待授权，不必重复建立`,
  again: "有登录名刚被占用，一个账号也没有建立。请再提交一次。",
  openDelegate: "您不能为代表开通账号或换发口令。代表账号由组织部办理。",
  notOpen: "账号的状态已经变化，这件事现在不能办理。请刷新页面查看。",
};

/** The last one who can keep accounts, grants or the audit must stay able to sign in. */
export const lastHolder = (role: Role) => `这是最后一名可以登录的${roleNames[role]}，没有办理。请先为另一账号授予${roleNames[role]}，再来办理。`;

/** What the list of accounts tells apart: the state, and how far a first password has come. */
export const standingNames = { active: "正常", first: "待改初始口令", expired: "初始口令已过期", disabled: "已停用" } as const;
export type Standing = keyof typeof standingNames;

export const standingTones = { active: "green", first: "amber", expired: "amber", disabled: "plain" } as const satisfies Record<Standing, string>;

export const eventNames: Record<AccountEvent, string> = {
  resetPassword: "重置口令",
  endSessions: "结束全部登录",
  disable: "停用账号",
  enable: "恢复使用",
};

export const fieldNames: Record<string, string> = { username: "登录名", displayName: "姓名", password: "口令", state: "状态", wantedRole: "申请的角色", wantedUnit: "申请的党组织" };

export const verbNames: Record<string, string> = {
  "session.signIn": "登录",
  "session.signOut": "退出登录",
  "session.end": "结束一处登录",
  "session.signOutEverywhere": "退出全部登录",
  "session.switchGrant": "切换身份",
  "account.changePassword": "修改口令",
  "account.create": "建立账号",
  "account.resetPassword": "重置口令",
  "account.endSessions": "结束账号的全部登录",
  "account.disable": "停用账号",
  "account.enable": "恢复账号",
  "account.openDelegate": "开通代表账号",
  "account.renewDelegate": "换发代表初始口令",
  "account.find": "查找账号",
};
