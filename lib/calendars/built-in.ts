// The notices of 2024 to 2026 as they came with the program; what the office enters for a year takes their place.
import published from "chinese-days/dist/chinese-days.json";
import type { IsoDate } from "@/lib/platform/clock";
import { isWeekend } from "@/lib/platform/workdays";
import type { CalendarDayKind } from "@/prisma/client/enums";

export type NoticeDay = { on: IsoDate; kind: CalendarDayKind; name: string };
export type Notice = { year: number; document: string; days: NoticeDay[] };

const documents: Record<number, string> = { 2024: "国办发明电〔2023〕7号", 2025: "国办发明电〔2024〕12号", 2026: "国办发明电〔2025〕7号" };

/** Days of one kind in a year; each is told as "name,节日,days". */
const daysOf = (year: number, kind: CalendarDayKind, told: Record<string, string>): NoticeDay[] =>
  Object.entries(told).filter(([on]) => on.startsWith(`${year}-`)).map(([on, words]) => ({ on, kind, name: words.split(",")[1] ?? words }));

const noticeOf = (year: number, document: string): Notice => ({
  year, document,
  days: [...daysOf(year, "HOLIDAY", published.holidays), ...daysOf(year, "MAKE_UP", published.workdays).filter(({ on }) => isWeekend(on))].sort((a, b) => (a.on < b.on ? -1 : 1)),
});

export const builtIn: readonly Notice[] = Object.entries(documents).map(([year, document]) => noticeOf(Number(year), document));
