import type { CalendarDayKind } from "@/prisma/client/enums";

export const kindNames: Record<CalendarDayKind, string> = { HOLIDAY: "放假", MAKE_UP: "上班" };

export const fieldNames: Record<string, string> = { year: "年份", document: "通知文号", text: "通知全文", confirm: "核对", days: "放假和上班的日期" };

export const verbNames: Record<string, string> = { "calendar.enter": "登记放假安排", "calendar.remove": "撤下登记的放假安排", "calendar.find": "查找放假安排" };

export const refusals = {
  enter: "您不能登记放假安排。请联系组织部经办。",
  confirm: (days: number, on: number) => `读出放假 ${days} 天、调休上班 ${on} 天。请与通知原文对照，核对无误后勾选“已核对读出的日期”，再提交一次`,
  gone: "这一年没有登记过放假安排，没有改动。请刷新页面查看。",
};
