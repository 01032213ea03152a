import { pinyin } from "pinyin-pro";

/** Readings as given names or surnames that the dictionary lacks or takes from the everyday word. */
const RARE: Record<string, string> = { 𠮷: "ji" };
const SURNAMES: Record<string, string> = { 种: "chong", 祭: "zhai", 洗: "xian" };

/**
 * Pinyin without tones or gaps and its initials: 单小敏 -> shanxiaomin, sxm; ü is v. The surname is read as a surname.
 * Other letters stay, lower-case, a word's first letter being its initial; dots and spaces go.
 */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const words = name.normalize("NFC").match(/\p{Script=Han}+|[^\p{Script=Han}\s·.]+/gu) ?? [];
  const syllables = words.flatMap((word, at) => (/^\p{Script=Han}/u.test(word) ? syllablesOf(word, at === 0) : [plainLetters(word)])).filter(Boolean);
  return { pinyin: syllables.join(""), initials: syllables.map((syllable) => [...syllable][0]).join("") };
}

function syllablesOf(han: string, withSurname: boolean): string[] {
  const read = pinyin(han, { surname: withSurname ? "head" : "off", toneType: "none", type: "all", v: true });
  return read.map(({ origin, pinyin: syllable, isZh }, at) => (withSurname && at === 0 ? SURNAMES[origin] : undefined) ?? RARE[origin] ?? (isZh ? syllable : ""));
}

const plainLetters = (word: string): string => word.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
