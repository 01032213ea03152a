const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 as it is spoken: 六, 十, 十二, 二十, 二十一. */
export function inChinese(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`not between 1 and 99: ${n}`);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return DIGITS[ones] ?? "";
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones === 0 ? "" : DIGITS[ones]}`;
}

/** 6 is 第六次. */
export const ordinalName = (n: number): string => `第${inChinese(n)}次`;
