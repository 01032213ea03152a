import order from "cnchar-order";

type Orders = Record<string, string>;
type Strokes = Record<string, { name: string }>;

const data = order.dict as { orders: Orders; strokeTable: Strokes };
const shapes = new Map(Object.entries(data.strokeTable).map(([letter, { name }]) => [letter, shapeOf(name)]));

/** Shapes of characters the data lacks, 横1 竖2 撇3 点4 折5. */
const SUPPLEMENT: Orders = { 䶮: "135341134", 㛃: "111253531", 𠮷: "121251", 勍: "4125123453" };
/** Bytes a key may take, so that the index entry stays small. */
const LONGEST = 390;
/** Two of the count, one stroke, five of the code point. */
const SHORTEST_CODE = 8;
const BLANK = "00";
const collator = new Intl.Collator("zh-u-co-stroke");
const marks = Array.from({ length: 33 }, (_, at) => `\uFDD0${String.fromCodePoint(0x2801 + at)}`);
const knowsStrokes = collator.resolvedOptions().collation === "stroke";

/**
 * Key that orders names by strokes of the surname (姓氏笔画) under plain string comparison: stroke count of a
 * character, then its shapes 横竖撇点折, then the next character. A name of two characters counts its middle as blank,
 * so 王军 stands before 王小洪. Dots and spaces do not count. ASCII, at most 390 bytes. A character without stroke data
 * follows the known ones of its stroke count; one of unknown count follows all.
 */
export function strokeKey(name: string): string {
  const chars = [...name.normalize("NFC")].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const codes = chars.slice(0, LONGEST / SHORTEST_CODE).map(strokeCode);
  const [first = "", second] = codes;
  const spaced = codes.length === 2 && second !== undefined ? [first, BLANK, second] : codes;
  let key = "";
  for (const code of spaced) {
    if (key.length + code.length > LONGEST) break;
    key += code;
  }
  return key;
}

/** Count as two digits, one digit a stroke, the code point: no code is the beginning of another. */
function strokeCode(char: string): string {
  const point = (char.codePointAt(0) ?? 0).toString(16).padStart(5, "0");
  const known = SUPPLEMENT[char] ?? [...(data.orders[char] ?? "")].map((letter) => shapes.get(letter)).join("");
  if (known) return `${String(known.length).padStart(2, "0")}${known}${point}`;
  if (!/\p{Script=Han}/u.test(char)) return `98${(char.toLowerCase().codePointAt(0) ?? 0).toString(16).padStart(5, "0")}`;
  return `${countOf(char)}9${point}`;
}

function shapeOf(stroke: string): number {
  if (/^(横|提)$/.test(stroke)) return 1;
  if (/^(竖|竖钩)$/.test(stroke)) return 2;
  if (stroke === "撇") return 3;
  return /^(点2?|捺)$/.test(stroke) ? 4 : 5;
}

/** Stroke count by the Unicode collation, whose index marks U+2801 (one stroke) and so on end at 32. */
function countOf(char: string): string {
  const below = knowsStrokes ? marks.filter((mark) => collator.compare(mark, char) <= 0).length : 0;
  return below > 0 && below < marks.length ? String(below).padStart(2, "0") : "99";
}
