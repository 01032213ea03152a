import type { Role } from "@/prisma/client/enums";

export const viewNames = { month: "月历", list: "列表" } as const;
export type ScheduleView = keyof typeof viewNames;

export const verbNames: Record<string, string> = { "schedule.subscribe": "启用日程订阅", "schedule.unsubscribe": "停用日程订阅", "schedule.view": "查看日程" };

export const refusals = {
  feed: "您的身份没有日程，不能订阅。",
  noFeed: "没有启用日程订阅，无须停用。请刷新页面查看。",
  gone: "这个日程地址已停用或更换。请登录平台，在“日程”中重新订阅。",
};

/** Where an activity is read, by who reads it. */
export const activityPage = (role: Role, id: string): string => `${role === "DELEGATE" ? "/my" : role === "LEADER" ? "/overview" : "/manage"}/activities/${id}`;
