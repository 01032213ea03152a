// What is waited for with a clock: each names its rule (the same key in lib/rules), the table it is about, and the page
// where it is done. Who owns it is said when the clock starts.
export type DeadlineAct = { name: string; subject: string; page: (subjectId: string) => string };

const act = (name: string, subject: string, page: DeadlineAct["page"]): DeadlineAct => ({ name, subject, page });

export const acts = {
  "termination.file": act("报上一级党委备案", "TerminationCase", (id) => `/manage/terminations/${id}`),
  "correction.confirm": act("核实更正申请", "CorrectionRequest", (id) => `/manage/corrections/${id}`),
  "correction.approve": act("审核更正申请", "CorrectionRequest", (id) => `/manage/corrections/${id}`),
  "duty.review": act("审核履职记录", "Duty", (id) => `/manage/duties/${id}`),
  "duty.redo": act("修改退回的履职记录", "Duty", (id) => `/my/duties/${id}`),
  "meeting.absentList": act("确认出席名单", "Activity", (id) => `/manage/activities/${id}/attendance`),
  "training.absentList": act("确认出席名单", "Activity", (id) => `/manage/activities/${id}/attendance`),
  "opinion.answer": act("答复代表意见", "Opinion", (id) => `/manage/opinions/${id}`),
  "research.report": act("提交调研报告", "Activity", (id) => `/manage/activities/${id}/research`),
  "research.review": act("审阅调研报告", "Activity", (id) => `/manage/activities/${id}/research`),
  "account.firstPassword": act("首次登录并修改初始口令", "Account", () => "/account/password"),
} as const satisfies Record<string, DeadlineAct>;

export type ActKey = keyof typeof acts;

export const actOf = (key: string): DeadlineAct => (acts as Record<string, DeadlineAct>)[key] ?? { name: key, subject: "", page: (id) => `/deadlines/${id}` };

/** One open clock per act and subject. */
export const openKey = (act: ActKey, subjectId: string): string => `${act}:${subjectId}`;
