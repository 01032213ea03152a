import { fieldNames as attendanceFields, verbNames as attendanceVerbs } from "@/lib/attendances/labels";
import { fieldNames as accountFields, roleNames, verbNames as accountVerbs } from "@/lib/accounts/labels";
import { fieldNames as activityFields, verbNames as activityVerbs } from "@/lib/activities/labels";
import { fieldNames as certificateFields, verbNames as certificateVerbs } from "@/lib/certificates/labels";
import { fieldNames as calendarFields, verbNames as calendarVerbs } from "@/lib/calendars/labels";
import { fieldNames as compositionFields, verbNames as compositionVerbs } from "@/lib/compositions/labels";
import { fieldNames as correctionFields, verbNames as correctionVerbs } from "@/lib/corrections/labels";
import { fieldNames as deadlineFields, verbNames as deadlineVerbs } from "@/lib/deadlines/labels";
import { eventNames as delegateEvents, exportFieldNames, fieldNames as delegateFields } from "@/lib/delegates/labels";
import { fieldNames as delegateAccountFields, verbNames as delegateAccountVerbs } from "@/lib/delegate-accounts/labels";
import { fieldNames as contactFields, verbNames as contactVerbs } from "@/lib/contacts/labels";
import { fieldNames as dutyFields, verbNames as dutyVerbs } from "@/lib/duties/labels";
import { fieldNames as dutyImportFields, verbNames as dutyImportVerbs } from "@/lib/duty-imports/labels";
import { fieldNames as grantFields, verbNames as grantVerbs } from "@/lib/grants/labels";
import { fieldNames as letterFields, verbNames as letterVerbs } from "@/lib/letters/labels";
import { fieldNames as jobFields, verbNames as jobVerbs } from "@/lib/jobs/labels";
import { fieldNames as formFields, verbNames as formVerbs } from "@/lib/registration-forms/labels";
import { fieldNames as messageFields, verbNames as messageVerbs } from "@/lib/messages/labels";
import { fieldNames as mergeFields, verbNames as mergeVerbs } from "@/lib/merges/labels";
import { fieldNames as postFields, verbNames as postVerbs } from "@/lib/place-posts/labels";
import { fieldNames as paperFields, verbNames as paperVerbs } from "@/lib/papers/labels";
import { fieldNames as opinionFields, verbNames as opinionVerbs } from "@/lib/opinions/labels";
import { fieldNames as researchFields, verbNames as researchVerbs } from "@/lib/researches/labels";
import { fieldNames as ruleFields, verbNames as ruleVerbs } from "@/lib/rules/labels";
import { fieldNames as participationFields, verbNames as participationVerbs } from "@/lib/participations/labels";
import { fieldNames as viewFields, verbNames as viewVerbs } from "@/lib/saved-views/labels";
import { verbNames as scheduleVerbs } from "@/lib/schedules/labels";
import { fieldNames as substitutionFields, verbNames as substitutionVerbs } from "@/lib/substitutions/labels";
import { fieldNames as terminationFields, verbNames as terminationVerbs } from "@/lib/terminations/labels";
import { fieldNames as termChangeFields } from "@/lib/term-changes/labels";
import { fieldNames as unitImportFields, verbNames as unitImportVerbs } from "@/lib/unit-imports/labels";
import { fieldNames as vacancyFields, verbNames as vacancyVerbs } from "@/lib/vacancies/labels";
import { fieldNames as trainingPlanFields, verbNames as trainingPlanVerbs } from "@/lib/training-plans/labels";
import { fieldNames as unitFields } from "@/lib/units/labels";

export const outcomeNames = { DONE: "已完成", REFUSED: "已拒绝" } as const;
export type Outcome = keyof typeof outcomeNames;

const delegateVerbs: Record<string, string> = {
  "delegate.create": "登记代表",
  "delegate.edit": "修改代表资料",
  "delegate.move": "批量调整编排",
  "delegate.moveMany": "批量调整编排（汇总）",
  "delegate.number": "编排代表证号",
  "delegate.numberMany": "编排代表证号（汇总）",
  "delegate.arrange": "调整自定次序",
  "delegate.correct": "按本人申请更正资料",
  "delegate.reveal": "查看完整号码",
  "delegate.setPhoto": "更换代表照片",
  "delegate.addOwnPhoto": "本人补传照片",
  "delegate.removePhoto": "删除代表照片",
  "delegate.revealMobile": "查看完整手机号",
  "delegate.revealIdNumber": "查看完整身份证号",
  "delegate.readHistory": "查看变动记录",
  "delegate.import": "导入花名册",
  "delegate.carry": "随党组织合并、拆分调整选举单位",
  "delegate.withdrawImport": "撤销导入",
  "delegate.continue": "连任，登记为新一届代表",
  "delegate.undoImport": "撤销导入，恢复原值",
  "delegate.merge": "合并人员（代表档案）",
  "delegate.undoMerge": "撤销合并人员（代表档案）",
  "delegate.withdrawDouble": "撤下重复的代表资格",
  "delegate.export": "导出花名册",
  "delegate.confirmOwn": "本人确认资料无误",
  "delegate.consent": "本人变更公开意愿",
  "delegate.exportOwn": "本人下载资料",
  "delegate.find": "查找代表",
  ...Object.fromEntries(Object.entries(delegateEvents).map(([event, name]) => [`delegate.${event.toLowerCase()}`, name])),
};

const unitVerbs: Record<string, string> = {
  "unit.establish": "设立党组织",
  "unit.rename": "更改党组织名称",
  "unit.move": "调整党组织隶属",
  "unit.adjust": "调整党组织属性",
  "unit.deactivate": "停用党组织",
  "unit.reactivate": "恢复党组织",
  "unit.merge": "合并党组织，并入",
  "unit.absorb": "合并党组织，接收",
  "unit.split": "拆分党组织，划出",
  "unit.receive": "拆分党组织，划入",
  "unit.remove": "删除党组织",
  "unit.find": "查找党组织",
};

const termVerbs: Record<string, string> = {
  "committee.found": "建立党委",
  "term.open": "设立届次",
  "term.edit": "修改届次",
  "term.makeCurrent": "设为现任届次",
  "term.change": "办理换届",
  "term.arrange": "编排代表团和小组",
  "term.find": "查找届次",
  "delegation.add": "增设代表团",
  "delegation.rename": "更改代表团名称",
  "delegation.setUnit": "设定代表团的选举单位",
  "delegation.reorder": "调整代表团顺序",
  "delegation.remove": "删除代表团",
  "delegation.find": "查找代表团",
  "group.add": "增设代表小组",
  "group.rename": "更改代表小组名称",
  "group.setDelegation": "设定代表小组的代表团",
  "group.reorder": "调整代表小组顺序",
  "group.remove": "删除代表小组",
  "delegategroup.find": "查找代表小组",
};

const importVerbs: Record<string, string> = {
  "rosterImport.upload": "上传花名册",
  "rosterImport.finish": "写入花名册",
  "rosterImport.template": "下载导入模板",
  "rosterImport.choose": "选择导入方式",
  "rosterImport.commit": "确认导入",
  "rosterImport.cancel": "取消导入",
  "rosterImport.undo": "撤销整批导入",
  "rosterimport.find": "查找导入批次",
};

const auditVerbs: Record<string, string> = { "audit.read": "查阅审计记录", "audit.export": "导出审计记录", "auditevent.find": "查找审计记录" };

/** Every verb the program records, in words, in the order the filter offers them. */
export const verbNames: Record<string, string> = {
  ...accountVerbs,
  ...grantVerbs,
  ...substitutionVerbs,
  ...delegateAccountVerbs,
  ...delegateVerbs,
  ...importVerbs,
  "quality.view": "查看数据质量",
  ...mergeVerbs,
  ...terminationVerbs,
  ...contactVerbs, ...dutyVerbs, ...certificateVerbs, ...trainingPlanVerbs,
  ...dutyImportVerbs,
  ...attendanceVerbs,
  ...activityVerbs,
  ...opinionVerbs,
  ...researchVerbs,
  ...vacancyVerbs,
  ...correctionVerbs,
  ...deadlineVerbs,
  ...jobVerbs,
  ...formVerbs,
  ...letterVerbs,
  ...messageVerbs,
  ...unitVerbs,
  ...unitImportVerbs,
  ...termVerbs,
  ...postVerbs,
  ...participationVerbs,
  ...viewVerbs,
  ...scheduleVerbs,
  ...paperVerbs,
  ...calendarVerbs,
  ...ruleVerbs,
  "composition.view": "查看代表构成",
  "composition.readTargets": "查看构成要求",
  ...compositionVerbs,
  ...auditVerbs,
};

/** A verb in words; one not yet named is shown as it was recorded. */
export const verbName = (verb: string): string => verbNames[verb] ?? verbNames[verb.toLowerCase()] ?? verb;

export const targetNames: Record<string, string> = {
  Account: "账号", Grant: "授权", Substitution: "外出代办", Session: "登录", AuditEvent: "审计记录", Delegate: "代表", Person: "人员", Unit: "党组织", Term: "届次", Delegation: "代表团",
  DelegateGroup: "代表小组", RosterImport: "花名册导入", CompositionTarget: "构成要求", Committee: "党委", TerminationCase: "资格终止", Contact: "联系对象", Duty: "履职记录", DutyImport: "履职记录导入", Activity: "活动", Attendance: "到会登记", Certificate: "培训证书", Opinion: "代表意见", TrainingPlanLine: "培训计划", Vacancy: "代表缺额",
  RegistrationFormBatch: "登记表批次", DelegateBatch: "批量办理", SavedView: "视图", Paper: "依据附件", CalendarYear: "放假安排", RuleSetting: "期限与规则", CorrectionRequest: "更正申请", Deadline: "期限", Job: "后台任务", PersonMerge: "人员合并", PersonDistinction: "人员认定", AccountBatch: "账号批次", MessageTemplate: "消息模板", Dispatch: "发文", UnitImport: "党组织导入", Letter: "通知", Message: "消息", DispatchFile: "附件", ScheduleFeed: "日程订阅", Participation: "活动名单", ActivityFile: "活动材料", ActivityGuest: "会外人员", Research: "调研视察", Finding: "调研所见",
};

export const targetName = (type: string): string => targetNames[type] ?? type;

const allRoles: Record<string, string> = { ...roleNames, SYSTEM: "系统", PUBLIC: "登录前" };

export const roleName = (role: string): string => allRoles[role] ?? role;

const ownFields: Record<string, string> = { from: "起始日期", to: "截止日期", actor: "操作人", verb: "行为", outcome: "结果", target: "对象编号", rows: "条数" };

const fields: Record<string, Record<string, string>> = {
  Account: { ...messageFields, ...accountFields },
  Grant: grantFields,
  Substitution: substitutionFields,
  Delegate: { ...paperFields, ...postFields, ...delegateFields },
  Person: delegateFields,
  Unit: unitFields,
  UnitImport: unitImportFields,
  CompositionTarget: compositionFields,
  Term: { ...compositionFields, ...termChangeFields, ...exportFieldNames },
  TerminationCase: { ...paperFields, ...terminationFields },
  Contact: contactFields,
  Duty: dutyFields,
  Certificate: certificateFields,
  TrainingPlanLine: trainingPlanFields,
  DutyImport: dutyImportFields,
  Attendance: attendanceFields,
  Activity: { ...certificateFields, ...attendanceFields, ...activityFields },
  Research: researchFields,
  Vacancy: vacancyFields,
  RegistrationFormBatch: formFields,
  DelegateBatch: exportFieldNames,
  Participation: participationFields,
  Opinion: opinionFields,
  SavedView: viewFields,
  CalendarYear: calendarFields,
  RuleSetting: ruleFields,
  MessageTemplate: messageFields,
  CorrectionRequest: correctionFields,
  Letter: letterFields,
  Deadline: deadlineFields,
  Job: jobFields,
  AccountBatch: delegateAccountFields,
  PersonMerge: mergeFields,
  AuditEvent: ownFields,
};

/** A field of a kind of record in words; one not yet named is shown as it was recorded. */
export const fieldName = (targetType: string, field: string): string => fields[targetType]?.[field] ?? field;

/** Headings of the exported table, in its order. */
export const columnNames = ["序号", "时间", "操作人", "身份", "行为", "结果", "对象类型", "对象编号", "对象名称", "变动", "说明", "来源地址", "请求编号"];

export const refusals = {
  read: "您不能查阅审计记录。审计记录由审计管理员查阅。",
  tooMany: (total: number, limit: number) => `符合条件的有 ${total} 条，超过一次导出的上限 ${limit} 条，没有导出。请缩小日期范围后再试。`,
};
