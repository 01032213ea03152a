import type { BatchKind, BatchOutcome, ConsentField, DelegateEvent, DelegateFlag, DelegateStatus, ElectionKind, PrimaryCategory, StatusCause } from "@/prisma/client/enums";
import type { Unreadable } from "@/lib/platform/images";

export const statusNames: Record<DelegateStatus, string> = {
  PENDING_REVIEW: "待资格审查",
  ACTIVE: "在任",
  SUSPENDED: "暂停履职",
  CEASED: "停止履职",
  TERMINATED: "资格终止",
  INVALID: "审查未通过",
  TERM_ENDED: "任期届满",
};

/** What a delegate is told about an own mandate that is not in force. */
export const standingSentences: Partial<Record<DelegateStatus, string>> = {
  PENDING_REVIEW: "您的代表资格正在审查，通过后即可履职",
  SUSPENDED: "您的代表职务已暂停执行",
  CEASED: "您已停止执行代表职务",
  TERMINATED: "您的代表资格已终止",
  INVALID: "您的代表资格审查未通过",
  TERM_ENDED: "您的代表任期已届满",
};

export const statusTones: Record<DelegateStatus, "green" | "amber" | "danger" | "plain"> = {
  PENDING_REVIEW: "amber",
  ACTIVE: "green",
  SUSPENDED: "danger",
  CEASED: "plain",
  TERMINATED: "plain",
  INVALID: "plain",
  TERM_ENDED: "plain",
};

export const eventNames: Record<DelegateEvent, string> = {
  ELECT: "当选",
  QUALIFY: "资格审查通过",
  DISQUALIFY: "资格审查未通过",
  SUSPEND: "暂停执行代表职务",
  RESTORE: "恢复执行代表职务",
  TRANSFER_OUT: "调离，停止执行代表职务",
  TERMINATE: "终止代表资格",
  TERM_END: "任期届满",
};

export const causeNames: Record<StatusCause, string> = {
  CRIMINAL_CUSTODY: "涉嫌犯罪被羁押，正在受侦查、起诉、审判",
  DISCIPLINARY_CASE: "受党纪政务立案审查调查",
  MOVED_AWAY: "组织关系转出或工作调离本区域",
  PROBATION_OR_HEAVIER: "受留党察看以上处分",
  MEMBERSHIP_STOPPED: "停止党籍",
  NATIONALITY_LOST: "丧失中国国籍",
  RESIGNATION_ACCEPTED: "辞职被接受",
  POLITICAL_RIGHTS_LOST: "被依法剥夺政治权利",
  DEATH: "去世",
  OTHER: "其他",
};

/** The causes a duty is suspended for (town-level rule on qualification). */
export const suspendingCauses = ["CRIMINAL_CUSTODY", "DISCIPLINARY_CASE"] as const;

export const categoryNames: Record<PrimaryCategory, string> = {
  LEADING_CADRE: "各级领导干部",
  PROFESSIONAL: "专业技术人员",
  MODEL: "先进模范人物",
  MILITARY: "解放军和武警部队",
};

export const flagNames: Record<DelegateFlag, string> = {
  FRONTLINE: "生产和工作一线",
  WORKER: "工人",
  FARMER: "农民",
  NEW_ORGANIZATION: "两新组织",
  RETIRED: "离退休",
  RETURNED_OVERSEAS: "归侨侨眷",
};

export const electionNames: Record<ElectionKind, string> = { GENERAL: "换届选举", BY_ELECTION: "补选" };

/** What a delegate may let stand in the public directory; nothing does before the delegate said yes (domain 2.9). */
export const consentNames: Record<ConsentField, string> = { MOBILE: "手机", OFFICE_PHONE: "办公电话", PHOTO: "照片" };

export const confirmedNames = { yes: "本年已确认", no: "本年未确认" } as const;

/** What each event brings about, said before it is recorded. */
export const effects: Record<DelegateEvent, string> = {
  ELECT: "进入花名册，等待资格审查。",
  QUALIFY: "状态变为“在任”，可以履职，计入在任代表。",
  DISQUALIFY: "状态变为“审查未通过”，移出在册名单，以后不能恢复；空出的名额列入代表缺额，在代表团、代表小组担任的职务同时免去；本人三十天内仍可登录查看，之后不能登录。",
  SUSPEND: "状态变为“暂停履职”，仍在册，暂不能履职，原因消失后可以恢复。",
  RESTORE: "状态恢复为“在任”，可以继续履职。",
  TRANSFER_OUT: "状态变为“停止履职”，移出在册名单，以后不能恢复；空出的名额列入代表缺额，在代表团、代表小组担任的职务同时免去；本人三十天内仍可登录查看，之后不能登录。",
  TERMINATE: "状态变为“资格终止”，移出在册名单，以后不能恢复；空出的名额列入代表缺额，在代表团、代表小组担任的职务同时免去；本人三十天内仍可登录查看，之后不能登录。",
  TERM_END: "状态变为“任期届满”，移出在册名单。",
};

export const batchKindNames: Record<BatchKind, string> = { MOVE: "批量调整编排", NUMBER: "编排代表证号" };

/** What became of somebody in a batch. */
export const outcomeNames: Record<BatchOutcome, string> = {
  DONE: "已办理",
  SAME: "与要求相同，没有改动",
  LEFT: "已离任，没有改动",
  ELSEWHERE: "所选小组不在其代表团，没有改动",
  NUMBERED: "已有代表证号，保留原号",
};

/** What will become of somebody in a batch. */
export const outlookNames: Record<BatchOutcome, string> = { ...outcomeNames, DONE: "将办理", SAME: "与要求相同，跳过", LEFT: "已离任，跳过", ELSEWHERE: "所选小组不在其代表团，跳过", NUMBERED: "已有代表证号，保留原号" };

export const batchRefusals = {
  nobody: "没有需要改动的代表，没有办理。请返回花名册重新选择。",
  nowhere: "没有选择要调整的内容。请至少选择代表团、代表小组、选举单位中的一项。",
  unknown: "这一届没有这一项，请重新选择",
  moved: "名单在预览之后有变动，没有办理。请重新预览，核对后再办理。",
  many: (most: number) => `一次最多办理 ${most} 人，没有办理。请减少条件或分次办理。`,
};

export const arrangeRefusals = {
  unknown: "这份名单里没有这名代表，没有移动。请刷新页面查看最新名单。",
  moved: "次序刚刚被他人调整过，没有再移动。请对照最新次序后再试。",
  nowhere: (last: number) => `请填写 1 至 ${last} 之间的位次`,
  many: (most: number) => `一次最多排 ${most} 人的次序。请先选择代表团。`,
};

/** What was done to a record, for its history. */
export const verbNames: Record<string, string> = {
  "delegate.create": "登记代表",
  "delegate.import": "导入花名册",
  "delegate.edit": "修改资料",
  "delegate.move": "批量调整编排",
  "delegate.number": "编排代表证号",
  "delegate.arrange": "调整自定次序",
  "delegate.continue": "连任，登记为新一届代表",
  "delegate.correct": "按本人申请更正资料",
  "delegate.reveal": "查看完整号码",
  "delegate.setPhoto": "更换照片",
  "delegate.addOwnPhoto": "本人补传照片",
  "delegate.removePhoto": "删除照片",
  "delegate.carry": "随党组织合并、拆分调整选举单位",
  "delegate.withdrawImport": "撤销导入",
  "delegate.undoImport": "撤销导入，恢复原值",
  "delegate.confirmOwn": "本人确认资料无误",
  "delegate.consent": "本人变更公开意愿",
  "delegate.exportOwn": "本人下载资料",
  "registrationForm.make": "生成登记表",
  "delegate.merge": "合并人员",
  "delegate.undoMerge": "撤销合并人员",
  "delegate.withdrawDouble": "撤下重复的代表资格",
  ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`delegate.${event.toLowerCase()}`, name])),
};

/** Which delegates a list or a figure is about. */
export const scopeNames = { register: "在册代表", active: "在任代表", elected: "当选时" } as const;
export type Scope = keyof typeof scopeNames;

export const orderNames = { stroke: "姓氏笔画", pinyin: "拼音", no: "代表证号", manual: "自定" } as const;
export type Order = keyof typeof orderNames;

/** Field names as on the collection form, for forms, history and the import. */
export const fieldNames: Record<string, string> = {
  name: "姓名", pinyin: "拼音", initials: "拼音首字母", sex: "性别", ethnicity: "民族", birthMonth: "出生年月", nativePlace: "籍贯", joinedPartyOn: "入党时间",
  workStartedOn: "参加工作时间", idNumber: "身份证号", mobile: "手机", officePhone: "办公电话", address: "住址", education: "学历", degree: "学位",
  school: "毕业院校及专业", employer: "工作单位", position: "职务", rank: "职级", professionalTitle: "专业技术职务", occupation: "从业状况", primaryCategory: "代表类别",
  flags: "身份标签", honours: "先进模范荣誉", unitId: "选举单位", delegationId: "代表团", groupId: "代表小组", delegateNo: "代表证号", electedOn: "当选日期",
  electionKind: "当选方式", concurrentRoles: "兼任", remark: "备注", status: "状态", cause: "原因", photo: "照片", numbers: "号码", year: "年度", place: "自定次序",
  ...Object.fromEntries(Object.entries(consentNames).map(([field, name]) => [`consent.${field}`, `公开${name}`])),
};

/** Why a file is not taken as a photograph. */
export const photoRefusals: Record<Unreadable, string> = {
  empty: "没有选择照片。请选择 JPG、PNG 或 WebP 照片后再上传。",
  large: "照片超过 8 MB，没有保存。请缩小后再上传。",
  heic: "这是 HEIC 格式，电脑不能通用，没有保存。请在手机上转存为 JPG 后再上传。",
  drawing: "这不是照片文件，没有保存。请选择 JPG、PNG 或 WebP 照片。",
  other: "这不是 JPG、PNG 或 WebP 照片，没有保存。请另选照片，或转存为 JPG 后再上传。",
  broken: "照片文件不完整或已损坏，没有保存。请重新导出或重新拍摄后再上传。",
  huge: "照片的像素过多（超过 5000 万），没有保存。请缩小后再上传。",
  small: "照片太小，没有保存。请使用不小于 240×320 像素的照片。",
};

export const formatNames = { xlsx: "Excel 工作簿（.xlsx）", docx: "Word 文件（.docx）", csv: "文本表格（.csv）" } as const;

/** What is kept of an export, for the audit. */
export const exportFieldNames: Record<string, string> = { rows: "人数", columns: "列", format: "文件格式", filter: "条件", numbers: "号码", skipped: "跳过人数" };

export const refusals = {
  view: "您不能查看这名代表。",
  closedUnit: "这个选举单位已停用，可能刚刚合并，请重新选择",
  unitMovedOn: "核对以后，代表有变动，没有办理。请返回重新核对后再办理。",
  edit: "您不能修改代表资料。请联系组织部经办。",
  batch: "您不能批量办理代表事项。请联系组织部经办。",
  photo: "您不能更换代表照片。请联系组织部经办。",
  reveal: "您不能查看完整号码。确需使用时请联系组织部经办。",
  export: "您不能导出花名册。如工作需要，请联系组织部经办。",
  exportNumbers: "您不能导出完整号码。确需使用时请联系组织部经办。",
  exportNobody: "没有符合条件的代表，没有导出。请减少条件后再试。",
  exportColumn: "选择的列中有不能导出的内容，没有导出。请重新选择列",
  exportLong: (heads: number, most: number) => `符合条件的有 ${heads} 人，Word 文件最多 ${most} 人，没有导出。请按代表团分次导出，或改用 Excel 工作簿。`,
  exportWide: (columns: number, most: number) => `一张 A4 横页放不下 ${columns} 列，最多 ${most} 列（含姓名），没有导出。请减少列，或改用 Excel 工作簿。`,
  addOwnPhoto: "您不能在这里上传照片。代表只能补传本人的照片。",
  ownPhotoThere: "您已有照片，没有更换。确需更换的，请联系组织部。",
  ownPhotoLeft: "您现在不能补传照片。在册代表可以补传，如有疑问请联系组织部。",
  confirmOwn: "您现在不能确认。在任代表可以确认本人的登记资料，如有疑问请联系组织部。",
  otherYear: (year: number) => `没有确认。现在确认的是 ${year} 年的资料，请刷新页面后再确认。`,
  consent: "您现在不能同意公开。在任代表可以同意；已同意的，随时可以撤回。",
  exportOwn: "您不能下载这份资料。代表只能下载本人的资料。",
  status: "您不能办理代表资格的变动。请联系部领导。",
  suspendCause: "请选择暂停的原因",
  noSuchCause: "原因只在暂停时选择",
  future: "生效日期不能晚于今天",
  tooEarly: (event: string, on: string) => `生效日期不能早于上一次变动（${event}，${on}）`,
  sameId: "这一届已有代表使用此身份证号，请先核对是否同一人",
  halfMasked: (mask: string) => (mask ? `请填写完整内容；不修改的，保留 ${mask} 原样` : "请填写完整内容，不能含 *"),
  otherName: (name: string) => ({ idNumber: [`此身份证号已登记在“${name}”名下，请核对`], samePerson: ["改过姓名的，请选择是同一人，再保存一次"] }),
  movedUnit: "代表的选举单位已变更",
  sameNo: "这个代表证号本届另一名代表正在使用或曾经使用，证号不重复使用，请换一个",
  sameMandate: "此人已是本届代表，不能重复登记。请在花名册中查找后修改",
};
