import type { RegistrationFormState } from "@/prisma/client/enums";

export const stateNames: Record<RegistrationFormState, string> = {
  QUEUED: "等待生成",
  WRITING: "正在生成",
  DONE: "已生成",
  CANCELLED: "已取消",
  FAILED: "未生成",
  EXPIRED: "已过期",
};

/** One that was given up after its file was there was not cancelled but deleted. */
export const stateNameOf = ({ state, expiresAt }: { state: RegistrationFormState; expiresAt: Date | null }): string => (state === "CANCELLED" && expiresAt ? "已删除" : stateNames[state]);

export const stateTones: Record<RegistrationFormState, "green" | "amber" | "danger" | "plain"> = { QUEUED: "amber", WRITING: "amber", DONE: "green", CANCELLED: "plain", FAILED: "danger", EXPIRED: "plain" };

export const numberNames = { masked: "遮盖", full: "完整号码" } as const;

/** What is kept of the forms made, for the audit. */
export const fieldNames: Record<string, string> = { rows: "人数", filter: "条件", numbers: "号码" };

export const verbNames: Record<string, string> = {
  "registrationForm.make": "生成代表登记表",
  "registrationForm.makeMany": "批量生成代表登记表",
  "registrationForm.finish": "批量登记表已生成",
  "registrationForm.download": "下载批量登记表",
  "registrationForm.cancel": "取消批量登记表",
  "registrationformbatch.find": "查找登记表批次",
};

/** Most people of one batch: what one file and one minute bear. */
export const MOST = 1000;
export const HOURS = 24;

export const refusals = {
  make: "您不能生成代表登记表。如工作需要，请联系组织部经办。",
  full: "您不能导出完整号码。确需使用时请联系组织部经办。",
  nobody: "没有符合条件的代表，没有生成。请返回花名册减少条件后再试。",
  many: (heads: number) => `符合条件的有 ${heads} 人，一次最多 ${MOST} 人，没有生成。请按代表团分次生成。`,
  busy: "您已有一批登记表正在生成。请等它完成，或先取消。",
  right: "生成人的权限已有变动，没有生成。如工作需要，请联系组织部经办。",
  gone: "文件已过期删除。请重新生成。",
  killed: "处理多次中断，没有生成文件。请重新生成。",
  ended: (state: string) => `这批登记表的状态是“${state}”，不能再取消或删除。请刷新页面查看。`,
};
