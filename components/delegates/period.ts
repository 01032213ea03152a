import { formatMonth, today } from "@/lib/platform/clock";

/** 2021年11月至今, or with its end once it is over. */
export const periodOf = (startsOn: string, endsOn: string): string => `${formatMonth(startsOn)}至${endsOn.slice(0, 10) < today() ? formatMonth(endsOn) : "今"}`;
