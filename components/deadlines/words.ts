import { formatDate } from "@/lib/platform/clock";
import type { DeadlineRow } from "@/lib/deadlines/queries";

/** "2026-12-09（暂算）": the last day, and whether it may still move with a year's notice. */
export const dueDay = ({ dueOn, provisional }: Pick<DeadlineRow, "dueOn" | "provisional">): string => `${formatDate(dueOn)}${provisional ? "（暂算）" : ""}`;

/** How far it is: over by so many working days, left, or how it ended. */
export function distance({ light, over, left, closedOn, pausedOn }: DeadlineRow): string {
  if (light === "overdue") return `超期 ${over} 个工作日`;
  if (light === "paused") return `${pausedOn ?? ""} 起暂停`;
  if (light === "met" || light === "late") return `${closedOn ?? ""} 办结`;
  if (light === "cancelled") return `${closedOn ?? ""} 起不再计算`;
  return left === 0 ? "今天到期" : `还有 ${left} 个工作日`;
}
