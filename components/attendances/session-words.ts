import { formatInstant } from "@/lib/platform/clock";

/** "4月16日 上午": a session as sheets and screens name it. */
export function halfDay(startsAt: Date): string {
  const text = formatInstant(startsAt);
  const hour = Number(text.slice(11, 13));
  return `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日 ${hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上"}`;
}

/** "2026-04-16 09:00–11:30"; the day is told once. */
export const spanOf = (of: { startsAt: Date; endsAt: Date }): string => `${formatInstant(of.startsAt)}–${formatInstant(of.endsAt).slice(formatInstant(of.startsAt).slice(0, 10) === formatInstant(of.endsAt).slice(0, 10) ? 11 : 0)}`;

export const timeOf = (instant: Date): string => formatInstant(instant).slice(11);

/** "2026年4月16日 上午 第 1 场": a session outside its activity. */
export const sessionOf = (of: { startsAt: Date; position: number }): string => `${formatInstant(of.startsAt).slice(0, 4)}年${halfDay(of.startsAt)} 第 ${of.position} 场`;
