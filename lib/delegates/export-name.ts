import type { Active } from "./active-filters";

/** Letters a name may take of term and conditions: with the rest of it, under the 255 bytes every file system takes. */
const MOST = 30;

/** Without what Windows and web servers do not take in a name. */
const safe = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, "");

/** A condition as one says it without its heading. What was searched for may be somebody's number, so only that there was a search is told. */
function wordOf({ name, label, value }: Active): string {
  if (name === "q") return "查找结果";
  if (name === "asOf") return `截至${value}`;
  return value === "未填" ? `${label}${value}` : value;
}

/** As many whole words as fit; that some are left out is said. */
function fitting(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join("_").length > MOST) return kept.length > 0 ? [...kept, "等条件"] : [`${word.slice(0, MOST)}等`];
    kept.push(word);
  }
  return kept;
}

/** Title row and file name of a list taken away: which term, under which conditions, and when. The day ages are counted to is no condition. */
export function exportName(termName: string, conditions: readonly Active[], day: string): { title: string; file: string } {
  const words = conditions.filter(({ name }) => name !== "on").map(wordOf);
  const title = `${termName}代表花名册${words.length > 0 ? `（${words.join("，")}）` : ""}`;
  return { title, file: [`${safe(termName).slice(0, MOST)}代表花名册`, ...fitting(words.map(safe)), day].join("_") };
}
