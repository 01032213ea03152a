// The notices of 2024 to 2026 as they came with the program; what the office enters for a year takes their place.
import chineseDays from "chinese-days";
import { addDays, type IsoDate } from "@/lib/platform/clock";
import type { CalendarDayKind } from "@/prisma/client/enums";

export type NoticeDay = { on: IsoDate; kind: CalendarDayKind; name: string };
export type Notice = { year: number; document: string; days: NoticeDay[] };

const documents: Record<number, string> = { 2024: "国办发明电〔2023〕7号", 2025: "国办发明电〔2024〕12号", 2026: "国办发明电〔2025〕7号" };

const isWeekend = (on: IsoDate): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
const nameOf = (told: string): string => told.split(",")[1] ?? told;

function noticeOf(year: number, document: string): Notice {
  const days: NoticeDay[] = [];
  for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1)) {
    const { work, name } = chineseDays.getDayDetail(on);
    if (work && isWeekend(on)) days.push({ on, kind: "MAKE_UP", name: nameOf(name) });
    if (!work && name.includes(",")) days.push({ on, kind: "HOLIDAY", name: nameOf(name) });
  }
  return { year, document, days };
}

export const builtIn: readonly Notice[] = Object.entries(documents).map(([year, document]) => noticeOf(Number(year), document));
