import { ageOn, isRealDate, today, type IsoDate, type IsoMonth } from "../clock";
import { bareNumber, distinct, quoted } from "./characters";

export type ReadIdNumber =
  | { ok: true; idNumber: string; birthDate: IsoDate; birthMonth: IsoMonth; sex: "1" | "2"; notes: string[] }
  | { ok: false; why: string };

const LENGTH = 18;
const YOUNGEST = 18;
const OLDEST = 100;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

/**
 * Reads a citizen's number (GB 11643, 18 characters). The area code is not looked up: codes of former times and places
 * remain valid. Age is counted by month, 18 to 100.
 */
export function readIdNumber(raw: string): ReadIdNumber {
  const idNumber = bareNumber(raw).replace(/[-‐-―−]/gu, "").toUpperCase();
  const why = malformed(idNumber, raw) ?? impossible(idNumber);
  if (why) return { ok: false, why };
  const birthDate = birthDateOf(idNumber);
  const notes = raw.trim() === idNumber ? [] : ["身份证号已去掉空格等多余字符，字母统一为大写半角"];
  return { ok: true, idNumber, birthDate, ...birthAndSexOf(idNumber), notes };
}

/** What a number that was read before says of birth and sex. */
export const birthAndSexOf = (idNumber: string): { birthMonth: IsoMonth; sex: "1" | "2" } => ({ birthMonth: birthDateOf(idNumber).slice(0, 7), sex: Number(idNumber[16]) % 2 === 1 ? "1" : "2" });

/** The eighteenth character for the first seventeen digits (ISO 7064 MOD 11-2). */
export function checkDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS.charAt(sum % 11);
}

/** First four and last two characters: 9901************42; anything too short for that is hidden whole. */
export const maskIdNumber = (idNumber: string): string => masked(idNumber, 4, 2);

/** First three and last four digits: 100****4417; anything too short for that is hidden whole. */
export const maskMobile = (mobile: string): string => masked(mobile, 3, 4);

function masked(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  return hidden > 0 ? text.slice(0, head) + "*".repeat(hidden) + text.slice(-tail) : "*".repeat(text.length);
}

const birthDateOf = (idNumber: string): IsoDate => `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

function malformed(idNumber: string, raw: string): string | null {
  if (idNumber === "") return "没有身份证号，请填写 18 位号码";
  if (/^\d(\.\d+)?E\+?\d+$/.test(idNumber)) return `身份证号成了科学记数法${quoted(raw)}，末几位已丢失，请把该列设为文本格式后重新填写完整号码`;
  const foreign = distinct(idNumber.match(/[^\dX]/gu));
  if (foreign.length > 0) return `身份证号含${quoted(foreign.join(""))}，只能由数字和末位的 X 组成，请核对`;
  if (/^\d{15}$/.test(idNumber)) return "这是 15 位的旧号码，请改填 18 位的公民身份号码";
  if (idNumber.length !== LENGTH) return `身份证号应为 ${LENGTH} 位，现为 ${idNumber.length} 位，请核对`;
  return /^\d{17}[\dX]$/.test(idNumber) ? null : "身份证号中的 X 只能在末位，请核对";
}

function impossible(idNumber: string): string | null {
  const birthDate = birthDateOf(idNumber);
  if (!isRealDate(birthDate)) return `身份证号第 7 至 14 位“${idNumber.slice(6, 14)}”不是日历上有的日期，请核对`;
  if (checkDigit(idNumber) !== idNumber[17]) return "身份证号的末位校验码不符，有一位写错了，请逐位核对";
  if (birthDate > today()) return `身份证号表示的出生日期 ${birthDate} 晚于今天，请核对`;
  const age = ageOn(birthDate, today());
  if (age < YOUNGEST) return `身份证号表示 ${birthDate} 出生，不满 ${YOUNGEST} 岁，请核对`;
  return age > OLDEST ? `身份证号表示 ${birthDate} 出生，已超过 ${OLDEST} 岁，请核对` : null;
}
