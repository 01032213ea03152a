import { isRealDate, today, type IsoDate, type IsoMonth } from "../clock";
import { LONGEST_READ, quoted } from "./characters";
import { arabic } from "./numerals";

export type ReadMonth =
  | { month: IsoMonth; precise?: IsoDate }
  | { ambiguous: IsoMonth[]; why: string }
  | { refused: string }
  | { absent: true };

const EARLIEST = 1900;
const LATEST = 2099;
const LIFETIME = 110;
const SEPARATORS = /[.。、,/\\·\-‐-―−─年月日号\s]+/u;

/** Begins like a word: most cells, told apart without looking further. */
const WORDED = /^(?![无暂])[\dA-Za-z\u4e00-\u9fff]/;
/** As the form asks for it. */
const USUAL = /^((?:19|20)\d\d)[.-](0[1-9]|1[0-2])$/;

/** True for an empty cell and for the words and dashes that stand for one. */
export const isAbsent = (raw: string): boolean => !WORDED.test(raw) && /^(|无|暂无|[-‐-―−─/\\、]+)$/u.test(raw.normalize("NFKC").replace(/\s/gu, ""));

/**
 * Reads a month or day at the precision given, from text or from a number cell. What allows two readings comes back
 * as the months it may mean; whether the month suits (future, age) is for the caller to judge.
 */
export function readMonth(raw: string | number): ReadMonth {
  const shown = typeof raw === "number" ? String(Number(raw.toPrecision(12))) : raw;
  const usual = USUAL.exec(shown);
  if (usual) return { month: `${usual[1]}-${usual[2]}` };
  if (isAbsent(shown)) return { absent: true };
  const said = quoted(shown);
  if (shown.length > LONGEST_READ) return unknown(said);
  const text = bareMonth(shown);
  if (/^\d{4}\.1$/.test(text)) return lostZero(text.slice(0, 4), said);
  if (/^\d+$/.test(text)) return compact(text, said);
  if (typeof raw === "number" && !/^\d{2,4}\.\d{1,2}$/.test(text)) return unknown(said);
  if (/^\d{4}年$/.test(text)) return yearAlone(said);
  if (/^\d{1,2}月$/.test(text)) return { refused: `${said}没有年份，请补填年份` };
  const parts = text.split(SEPARATORS).filter(Boolean);
  if (parts.length < 2 || parts.length > 3 || !parts.every((p) => /^\d{1,4}$/.test(p) && p.length !== 3)) return unknown(said);
  return ofParts(parts, said);
}

/** Half-width, Chinese numerals as figures, without a time of day, an age in brackets or 出生 behind it. */
function bareMonth(raw: string): string {
  return arabic(raw.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim())
    .replace(/(?<=\d)[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "")
    .replace(/\s*\(\s*\d{1,3}\s*周?岁\s*\)$/, "")
    .replace(/(出生|生)$/, "")
    .replace(/元月/, "1月")
    .replace(/\s+/g, " ").replace(/ ?([年月日号.,/-]) ?/g, "$1")
    .replace(/[.,]+$/, "").trim();
}

function ofParts(parts: string[], said: string): ReadMonth {
  const [a = "", b = "", c] = parts;
  if (a.length === 4) return fixed(a, b, c, said);
  const last = parts.at(-1) ?? "";
  const full = last.length === 4;
  if (parts.some((p) => p.length === 4) && !full) return unknown(said);
  const readings = c === undefined ? [[a, b], [b, a]] : [[a, b, c], [c, a, b], [c, b, a]];
  const usable = readings.filter(([year]) => (full ? year === last : true));
  return several(usable.flatMap(([year = "", month = "", day]) => monthsOf(year, month, day)), full, said);
}

function compact(digits: string, said: string): ReadMonth {
  if (digits.length === 4) return plausible(digits) ? yearAlone(said) : several(monthsOf(digits.slice(0, 2), digits.slice(2)), false, said);
  if (digits.length === 6 && plausible(digits)) return fixed(digits.slice(0, 4), digits.slice(4), undefined, said);
  if (digits.length === 6) return several(monthsOf(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)), false, said);
  if (digits.length === 8) return fixed(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), said);
  if (digits.length === 5) return { refused: `${said}像是未设日期格式的表格日期，请把单元格设为日期格式，或写成 1968.05 的样式` };
  return unknown(said);
}

/** A four-digit year in its place: one reading or none. */
function fixed(year: string, month: string, day: string | undefined, said: string): ReadMonth {
  if (!plausible(year)) return { refused: `${said}的年份不在 ${EARLIEST} 至 ${LATEST} 年之间，请核对` };
  if (month.length > 2 || Number(month) < 1 || Number(month) > 12) return { refused: `${said}的月份不在 1 至 12 月之间，请核对` };
  const iso = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return { month: iso };
  const precise = `${iso}-${day.padStart(2, "0")}`;
  return isRealDate(precise) ? { month: iso, precise } : { refused: `${said}不是日历上有的日期，请核对` };
}

/** Months that a year of two or four digits, a month and perhaps a day may mean, none later than now. */
function monthsOf(year: string, month: string, day = "1"): IsoMonth[] {
  const present = today();
  const years = year.length === 4 ? [year] : [`19${year.padStart(2, "0")}`, `20${year.padStart(2, "0")}`];
  const months = years.filter((y) => plausible(y) && isRealDate(`${y}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)).map((y) => `${y}-${month.padStart(2, "0")}`);
  return year.length === 4 ? months : months.filter((m) => m <= present.slice(0, 7) && Number(m.slice(0, 4)) >= Number(present.slice(0, 4)) - LIFETIME);
}

function several(months: IsoMonth[], fullYear: boolean, said: string): ReadMonth {
  const distinct = [...new Set(months)].sort();
  const [only] = distinct;
  if (only === undefined) return unknown(said);
  if (!fullYear) return { ambiguous: distinct, why: `${said}的年份只有两位，不能确定是哪一年` };
  return distinct.length === 1 ? { month: only } : { ambiguous: distinct, why: `${said}的月和日可以有两种读法，不能确定是哪个月` };
}

const plausible = (text: string): boolean => Number(text.slice(0, 4)) >= EARLIEST && Number(text.slice(0, 4)) <= LATEST;

const lostZero = (year: string, said: string): ReadMonth =>
  plausible(year)
    ? { ambiguous: [`${year}-01`, `${year}-10`], why: `${said}可能是 1 月，也可能是末尾的零被表格软件去掉的 10 月，不能确定` }
    : { refused: `${said}的年份不在 ${EARLIEST} 至 ${LATEST} 年之间，请核对` };

const yearAlone = (said: string): ReadMonth => ({ refused: `${said}只有年份，请补填月份` });

const unknown = (said: string): ReadMonth => ({ refused: `${said}不能读成年月，请写成 1968.05 的样式` });
