import type { FindingKind, ReportState, StopKind } from "@/prisma/client/enums";

export const stopNames: Record<StopKind, string> = { COMMUNITY: "社区", VILLAGE: "村", ENTERPRISE: "企业", SCHOOL: "学校", AGENCY: "机关", OTHER: "其他" };

export const findingNames: Record<FindingKind, string> = { RESULT: "成效", ISSUE: "问题", ADVICE: "建议" };
export const findingTones: Record<FindingKind, "green" | "amber" | "blue"> = { RESULT: "green", ISSUE: "amber", ADVICE: "blue" };

export const reportNames: Record<ReportState, string> = { DRAFT: "撰写中", SUBMITTED: "待审阅", RETURNED: "退回修改", ADOPTED: "已采纳", FILED: "已归档" };
export const reportTones: Record<ReportState, "plain" | "green" | "amber" | "danger"> = { DRAFT: "plain", SUBMITTED: "amber", RETURNED: "danger", ADOPTED: "green", FILED: "plain" };

export const shelfNames = { all: "全部", coming: "未举行", writing: "报告撰写中", submitted: "待审阅", adopted: "已采纳", filed: "已归档" } as const;
export const ownShelfNames = { own: "我参加的", open: "已公开的" } as const;

export const MOST_STOPS = 12;
export const MOST_FINDINGS = 300;
export const REPORT_LIMIT = 20_000;
export const DOCUMENT_LIMIT = 10 * 1024 * 1024;
export const MOST_REMARKS = 50;

export const verbNames: Record<string, string> = {
  "research.arrange": "安排调研", "research.route": "编排调研路线", "research.addFinding": "记录调研所见", "research.editFinding": "修改调研所见", "research.removeFinding": "删除调研所见", "research.addPhoto": "上传调研照片", "research.removePhoto": "删除调研照片",
  "research.write": "撰写调研报告", "research.import": "导入调研报告", "research.submit": "提交调研报告", "research.sendBack": "退回调研报告", "research.adopt": "采纳调研报告", "research.file": "归档调研报告", "research.publish": "设定调研报告的公开",
  "research.remark": "批示调研报告", "research.enterRemark": "录入批示", "research.find": "查找调研", "finding.find": "查找调研所见",
};

export const fieldNames: Record<string, string> = {
  topic: "课题", groupId: "代表小组", group: "代表小组", leaderId: "组长", leader: "组长", route: "路线", stopId: "调研点", stop: "调研点", kind: "类别", text: "内容", photo: "照片", reportTitle: "报告题目", reportText: "报告正文", file: "文件", replace: "替换",
  state: "状态", reason: "理由", adoptedBy: "采纳单位或领导", adoptionPaper: "采纳文件的文号", published: "向全体代表公开", remarks: "批示随报告公开", byName: "批示人", writtenOn: "批示日期", remark: "批示",
  title: "名称", unitId: "组织单位", entry: "参加方式", place: "集合地点", contact: "联系人和电话", replyBy: "答复或报名截止", capacity: "名额", summary: "内容和要求",
  ...Object.fromEntries(Array.from({ length: MOST_STOPS }, (_, i) => i + 1).flatMap((n) => Object.entries({ name: "名称", kind: "类别", address: "地址", note: "说明" }).map(([part, word]) => [`${part}${n}`, `第 ${n} 站${word}`]))),
};

/** What each step brings about, said before it is taken. */
export const effects = {
  submit: "提交后由组织部审阅，报告和所见不能再改；退回的，修改后再次提交。",
  sendBack: "退回后，组长和组织单位可以修改报告，修改后再次提交。理由随消息告知全组。",
  adopt: "写明由谁采纳和采纳文件的文号，结果告知全组。采纳后不能更改。",
  file: "不采纳的报告归档保存，写明理由，结果告知全组。归档后不能更改。",
  remark: "批示写下后不能修改或删除，署您的姓名和今天的日期。",
} as const;

const NOT_SAVED = "没有保存。";

export const refusals = {
  notSaved: NOT_SAVED,
  arrange: "您不能安排这次调研。调研由组织它的单位安排。",
  find: "您不能在这次调研中记录所见。所见由到会的组员和组织单位记录。",
  mend: "您不能改动这一条。所见由记录人本人修改。",
  write: "您不能撰写这份报告。报告由组长或组织单位撰写、提交。",
  review: "您不能审阅这份报告。报告由组织部审阅，提交人不审阅自己提交的报告。",
  remark: "您不能在这份报告上写批示。批示由区委领导写下，纸质批示由组织部录入。",
  publish: "您不能设定这份报告的公开。报告由组织部公开。",
  routeClosed: "没有保存。调研已经举行或取消，路线不能再改。",
  stopUsed: "这一站已有所见，不能删去",
  stopTwice: "路线中已有同名的一站",
  noStop: "请填写名称",
  stopKind: "请选择类别",
  group: "请选择现任届次的代表小组",
  leader: "组长须是名单上参加的代表",
  notBegun: "没有保存。调研还没有开始，开始后才能记录所见。",
  noRoute: "没有保存。还没有编排路线，请组织单位先编排调研点。",
  stop: "请选择调研点",
  closed: (state: string) => `没有办理。报告的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  manyFindings: `没有保存。一次调研最多记录 ${MOST_FINDINGS} 条所见。`,
  findingTwice: "没有保存。您已记录过同样的一条。",
  goneFinding: "没有办理。这一条已不在。请刷新页面查看。",
  photos: (most: number) => `没有上传。一条所见最多 ${most} 张照片。请先删去一张，再上传。`,
  photoTwice: "没有上传。这张照片已在这一条中。",
  noReport: "没有提交。请先填写报告题目和正文并保存，再提交。",
  noFinding: "没有提交。至少要有一条所见。请组员先在手机上记录所见，再提交报告。",
  notHeld: "没有提交。调研还没有登记已举行，登记后才能提交报告。",
  submitted: "没有提交。报告已经提交，正在审阅。请刷新页面查看。",
  notOpen: (state: string) => `没有办理。报告的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  notAdopted: "没有保存。只有已采纳的报告可以公开。",
  notRemarkable: (state: string) => `没有写下。报告的状态是“${state}”，只有待审阅和已采纳的报告可以批示。`,
  remarkFuture: "批示日期不能晚于今天",
  remarkEarly: "批示日期不能早于提交报告的日期",
  remarkTwice: "没有写下。同样的批示已经写下。请刷新页面查看。",
  manyRemarks: `没有写下。一份报告最多 ${MOST_REMARKS} 条批示。`,
  noFile: "没有选择文件。请选择 Word 文件（.docx）后再导入。",
  tooLarge: "文件超过 10 MB，没有导入。请删去其中的图片后再导入。",
  wrongKind: "没有导入。请选择 Word 文件（.docx），不能带宏；旧格式（.doc）请先另存为 .docx。",
  empty: "没有导入。文件中没有文字。",
  long: `没有导入。正文超过 ${REPORT_LIMIT} 个字。请精简后再导入。`,
  hasText: "没有导入。正文已有内容。确要以文件替换的，请勾选“替换现有正文”。",
};
