import { formatMonth, today } from "@/lib/platform/clock";

/** 2021年11月至今, or with its end once it is over. */
export const periodOf = (startsOn: string, endsOn: string): string => `${formatMonth(startsOn)}至${endsOn.slice(0, 10) < today() ? formatMonth(endsOn) : "今"}`;

/** Today as a day of the term, the first day being day 1. */
export function daysIn(startsOn: Date, endsOn: Date, on = today()): string {
  const days = (Date.parse(`${on}T00:00:00Z`) - startsOn.getTime()) / 86_400_000 + 1;
  if (days < 1) return "任期尚未开始";
  return on > endsOn.toISOString().slice(0, 10) ? "任期已届满" : `任期第 ${days} 天`;
}
