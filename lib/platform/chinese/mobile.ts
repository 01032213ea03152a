import { bareNumber, LONGEST_READ, quoted } from "./characters";
import { isAbsent } from "./month";

export type ReadMobile = { mobile: string | null; notes: string[]; refused: string | null };

/** Eleven digits beginning with 1: which second digits operators hand out changes over the years. */
const MOBILE = /^1\d{10}$/;

/** Reads a mobile number. Absent and masked ones give null; of several the first mobile is kept. */
export function readMobile(raw: string): ReadMobile {
  if (isAbsent(raw)) return { mobile: null, notes: [], refused: null };
  if (raw.length > LONGEST_READ) return { mobile: null, notes: [], refused: whyNot([], raw) };
  const written = numbersIn(raw);
  const mobile = written.find((number) => MOBILE.test(number));
  if (mobile === undefined && /[*＊×]/u.test(raw)) return { mobile: null, notes: ["手机号码带有星号，不完整，按未填处理"], refused: null };
  if (mobile === undefined) return { mobile: null, notes: [], refused: whyNot(written, raw) };
  return { mobile, notes: written.length > 1 ? [`填了 ${written.length} 个号码，只保留第一个手机号码`] : [], refused: null };
}

/** A space parts two numbers only when each side is a whole one; otherwise it groups digits. */
function numbersIn(raw: string): string[] {
  const pieces = raw.normalize("NFKC").split(/[、,;/|\n]|或/u);
  return pieces.flatMap((piece) => {
    const words = piece.trim().split(/\s+/u).map(digitsOf);
    return words.length > 1 && words.every((word) => word.length >= 7) ? words : [digitsOf(piece)];
  }).filter(Boolean);
}

const digitsOf = (text: string): string => bareNumber(text).replace(/[-‐-―−.·()]/gu, "").replace(/^(\+|00)?86(?=1\d{10}$)/, "");

function whyNot(written: string[], raw: string): string {
  const [first = ""] = written;
  if (/^\d+$/.test(first) && first.length !== 11 && first.startsWith("1")) return `手机号码应为 11 位，现为 ${first.length} 位，请核对`;
  return `${quoted(raw)}不是手机号码，应为以 1 开头的 11 位数字，请核对`;
}
