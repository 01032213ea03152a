import type { RuleUnit } from "@/prisma/client/enums";

export const unitNames: Record<RuleUnit, string> = { WORKDAY: "个工作日", DAY: "日", MONTH: "个月", HOUR: "小时", MINUTE: "分钟", HEAD: "人", TIME: "次", PERCENT: "%", CHARACTER: "字" };
