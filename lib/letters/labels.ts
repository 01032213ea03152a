import type { Role } from "@/prisma/client/enums";

export const MOST_FILES = 5;
export const FILE_LIMIT = 10 * 1024 * 1024;
/** A congress several times over; more is a mistake. */
export const MOST_PEOPLE = 10_000;
export const MOST_DRAFTS = 20;
export const REMIND_HOURS = 24;

/** Colleagues the office may write to by name. */
export const COLLEAGUES: readonly Role[] = ["OFFICE", "OFFICE_HEAD", "SUPERVISOR"];

export const readNames = { all: "全部", read: "已读", unread: "未读" } as const;
export type ReadShelf = keyof typeof readNames;

export const verbNames: Record<string, string> = {
  "letter.draft": "起草通知", "letter.revise": "修改通知草稿", "letter.discard": "放弃通知草稿", "letter.attach": "通知添加附件", "letter.detach": "通知删去附件",
  "letter.send": "发出通知", "letter.remind": "再次提醒未读的人", "letter.find": "查找通知", "dispatchfile.find": "查找附件",
};

export const fieldNames: Record<string, string> = { must: "性质", title: "标题", text: "正文", list: "发给代表", liaisons: "发给联络员", handling: "发给承办单位", colleagues: "发给同事", file: "附件", reached: "收到的人数", missed: "没有账号的人数", reminded: "提醒的人数" };

export const refusals = {
  write: "您不能发通知。通知由组织部经办、部领导和选举单位联络员发出。",
  reach: "联络员只能发给本单位的代表。请只选择代表后再试。",
  nobody: "请至少选择一类收件人",
  unknown: "所选的收件人有变动，已不在名单中。请重新选择",
  manyDrafts: `没有保存。您已有 ${MOST_DRAFTS} 份没有发出的草稿。请先在“已发通知”中发出或放弃不用的草稿，再起草新的。`,
  noTerm: "还没有现任届次，不能发给代表。请先建立届次",
  many: `收件人超过 ${MOST_PEOPLE} 人，没有保存。请缩小范围，分次发出`,
  moved: "没有发出。在您查看期间，收件人有增减。请看过下面最新的名单后再发。",
  empty: "没有发出。所选的人都还没有可以登录的账号，没有人能收到。请先开通账号，或改选收件人。",
  taken: "没有办理。这份通知已经发出或被修改。请刷新页面查看。",
  soon: (at: string) => `没有提醒。${at} 已提醒过一次，${REMIND_HOURS} 小时内只提醒一次。`,
  allRead: "没有提醒。收件人都已读过。",
  tooLarge: "附件超过 10 MB，没有上传。请压缩后再传。",
  noFile: "没有选择文件。请选择要添加的附件后再上传。",
  wrongKind: "没有上传。附件须是 PDF、JPG、PNG、Word（.docx）或 Excel（.xlsx）文件，不能带宏；这个文件不是，或者已损坏。",
  manyFiles: `没有上传。一份通知最多 ${MOST_FILES} 个附件。请先删去一个，再上传。`,
};
