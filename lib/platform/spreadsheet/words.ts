const YES = ["是", "√", "✓", "有", "TRUE", "Y", "1"];
const NO = ["否", "×", "✗", "不是", "FALSE", "N", "0"];

/** The form in which names and words of a sheet are compared. */
export function bareWord(text: string): string {
  return /^[\u4e00-\u9fff\dA-Za-z]*$/.test(text) ? text : text.normalize("NFKC").replace(/\s/g, "");
}

/** "姓　名", "＊姓名（必填）", "出生\n年月" -> "姓名", "姓名", "出生年月". */
export function bareHeader(text: string): string {
  return text.normalize("NFKC").replace(/\s|[*★※:]/g, "").replace(/(?<=.)\([^()]*\)$/, "");
}

/** 是, 否, √ and the like; null for any other word. */
export function readYesNo(text: string): boolean | null {
  const word = bareWord(text).toUpperCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}

/** Several words in one cell. */
export function splitWords(text: string): string[] {
  return text.split(/[、，,；;\/\s]+/).filter((word) => word !== "");
}
