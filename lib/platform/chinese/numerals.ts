const DIGITS = "〇一二三四五六七八九";
const NUMERAL = /[〇○零一二三四五六七八九十廿卅]+/gu;

/** Chinese numerals of a date as figures: 一九六八年五月 -> 1968年5月, 二十三 -> 23, 廿三 -> 23. Other text stays. */
export const arabic = (text: string): string => text.replace(NUMERAL, (run) => numberOf(run.replace(/[○零]/gu, "〇").replace("廿", "二十").replace("卅", "三十")) ?? run);

function numberOf(run: string): string | null {
  if (!run.includes("十")) return [...run].map((char) => DIGITS.indexOf(char)).join("");
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(run) ?? [];
  if (tens === undefined || ones === undefined) return null;
  return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0));
}
