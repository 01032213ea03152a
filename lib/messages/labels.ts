import type { DeliveryChannel, DeliveryState, MessageHold } from "@/prisma/client/enums";

export const holdNames: Record<MessageHold, string> = { NONE: "照常", MUTED: "静音", DIGEST: "每日摘要" };

export const channelNames: Record<DeliveryChannel, string> = { SMS: "短信", MAIL: "邮件" };

export const deliveryNames: Record<DeliveryState, string> = { WAITING: "待发", SENDING: "发送中", SENT: "已发出", FAILED: "未成", SKIPPED: "未发" };
export const deliveryTones: Record<DeliveryState, "amber" | "green" | "danger" | "plain"> = { WAITING: "amber", SENDING: "amber", SENT: "green", FAILED: "danger", SKIPPED: "plain" };

/** Why something was not sent, or not any more. */
export const unsent = {
  noMobile: "没有登记手机号码",
  noMail: "没有登记邮箱",
  notWanted: "本人不接收",
  disabled: "账号已停用",
  read: "本人已在平台上阅读",
  superseded: "已由再次提醒代替",
  mailOff: "邮件渠道没有开通",
  gaveUp: (why: string) => `${why}；多次未成，已停止重试`,
  logged: "只记入日志，没有接短信网关",
};

export const fieldNames: Record<string, string> = {
  mobile: "手机号码", mail: "邮箱", dropMobile: "删除手机号码", dropMail: "删除邮箱", choices: "收取方式", title: "标题", body: "正文", brief: "短信和邮件",
};

export const verbNames: Record<string, string> = { "message.choose": "设置接收方式", "message.editTemplate": "修改消息模板", "message.restoreTemplate": "消息模板恢复默认", "dispatch.find": "查找发文" };

export const refusals = {
  templates: "您不能修改消息模板。请联系组织部经办。",
  deliveries: "您不能查看发送记录。请联系组织部经办。",
  ofTheRecord: "您的手机号码取自代表资料，不能在这里修改。请提出更正申请",
  choose: "您不能设置接收方式。请用账号登录后再试。",
  notEdited: "这一类消息用的就是默认模板，没有改动。请刷新页面查看。",
};
