/** What each queue does, as an administrator reads it. */
export const queueNames: Record<string, string> = {
  "roster-import": "花名册导入", "registration-forms": "登记表生成", "delegate-accounts": "代表账号开通", deadlines: "期限调度", messages: "消息分发", deliveries: "短信、邮件发送",
};

export const failureKinds = ["job", "dispatch", "delivery"] as const;
export type FailureKind = (typeof failureKinds)[number];
export const kindNames: Record<FailureKind, string> = { job: "后台任务", dispatch: "消息分发", delivery: "短信、邮件" };

export const verbNames: Record<string, string> = { "job.list": "查看后台任务", "job.retry": "后台任务：重试", "job.drop": "后台任务：不再重试" };
export const fieldNames: Record<string, string> = { ids: "选中的任务", count: "件数" };

export const refusals = {
  manage: "您不能办理后台任务。请联系系统管理员。",
  gone: "没有办理。这些任务已由他人办理，或已经重试。请刷新页面查看。",
};
