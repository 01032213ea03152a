// Reads the text of a State Council notice on the holidays of a year, as it is published: a line for each holiday, the
// days off first, then the weekend days that are worked.
import { addDays, type IsoDate } from "@/lib/platform/clock";
import type { NoticeDay } from "./built-in";

/** Seven holidays the notice of every year arranges. */
const EXPECTED = ["元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆"] as const;
const WEEK = "日一二三四五六";
/** Longer than any run of days off there ever was. */
const LONGEST = 12;

export type ReadNotice = { days: NoticeDay[]; faults: string[] };

const iso = (year: number, month: number, day: number): IsoDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};
const weekday = (on: IsoDate): string => WEEK[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? "";

/** Dates with a weekday beside them that is not theirs: a sign of the wrong year or of a slip. */
function wrongWeekdays(text: string, year: number): string[] {
  return [...text.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(]([^）)]*)[）)]/g)].flatMap(([, y, month, day, beside = ""]) => {
    const said = /(?:周|星期)([一二三四五六日天])/.exec(beside)?.[1]?.replace("天", "日");
    const on = iso(Number(y ?? year), Number(month), Number(day));
    return said && on && weekday(on) !== said ? [`${on} 是星期${weekday(on)}，文中写的是星期${said}`] : [];
  });
}

const FREE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?放假/;

function daysOff(name: string, sentence: string, year: number): ReadNotice {
  const found = FREE.exec(sentence);
  if (!found) return { days: [], faults: [`“${name}”一项没有读出放假日期`] };
  const [, y1, m1, d1, y2, m2, d2] = found;
  const from = iso(Number(y1 ?? year), Number(m1), Number(d1));
  const to = d2 ? iso(Number(y2 ?? y1 ?? year), Number(m2 ?? m1), Number(d2)) : from;
  if (!from || !to || to < from || addDays(from, LONGEST) < to) return { days: [], faults: [`“${name}”一项的放假日期不成立，请核对`] };
  const days: NoticeDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) days.push({ on, kind: "HOLIDAY", name });
  const said = /共(\d{1,2})天|放假(\d{1,2})天/.exec(sentence);
  const count = Number(said?.[1] ?? said?.[2] ?? days.length);
  return { days, faults: count === days.length ? [] : [`“${name}”一项写明 ${count} 天，日期却是 ${days.length} 天`] };
}

function daysOn(name: string, sentence: string, year: number): ReadNotice {
  const read: ReadNotice = { days: [], faults: [] };
  for (const [, y, month, day] of sentence.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g)) {
    const on = iso(Number(y ?? year), Number(month), Number(day));
    if (!on) read.faults.push(`“${name}”一项的上班日期不成立，请核对`);
    else if (!"六日".includes(weekday(on))) read.faults.push(`${on} 是星期${weekday(on)}，本来就上班，请核对年份和日期`);
    else read.days.push({ on, kind: "MAKE_UP", name });
  }
  return read;
}

/** The days of a year's notice, and everything in it that does not fit; with faults the days are not to be kept. */
export function readNotice(text: string, year: number): ReadNotice {
  const flat = text.normalize("NFKC").replace(/[ \t\u3000]/g, "").replace(/\(/g, "（").replace(/\)/g, "）");
  const read: ReadNotice = { days: [], faults: wrongWeekdays(flat, year) };
  const told = new Set<string>();
  const bare = flat.replace(/（[^）]*）/g, "");
  for (const [, name = "", rest = ""] of bare.matchAll(/(?:^|\n)(?:[一二三四五六七八九十]+、)?([\p{Script=Han}、]{2,12}):([^\n]*)/gu)) {
    for (const sentence of rest.split("。").filter((part) => /月\d{1,2}日/.test(part))) {
      const off = !sentence.includes("上班");
      const { days, faults } = off ? daysOff(name, sentence, year) : daysOn(name, sentence, year);
      read.days.push(...days);
      read.faults.push(...faults);
      if (off && faults.length > 0) told.add(name);
    }
  }
  // A line that is there and does not fit has been told already.
  const missing = EXPECTED.filter((name) => ![...told].some((line) => line.includes(name)) && !read.days.some((day) => day.kind === "HOLIDAY" && day.name.includes(name)));
  if (missing.length > 0) read.faults.push(`没有读出：${missing.join("、")}。请粘贴通知中逐项列出节日的全部文字`);
  const twice = read.days.filter((day, i) => read.days.findIndex((other) => other.on === day.on) !== i);
  read.faults.push(...twice.map((day) => `${day.on} 出现了两次，请核对`));
  return { ...read, days: read.days.sort((a, b) => (a.on < b.on ? -1 : 1)) };
}
