/** "U+E5F1" of a character. */
export const codePoint = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The text without repeats of a character. */
export const distinct = (text: string | RegExpMatchArray | null): string[] => [...new Set(text ?? [])];

/** Longer texts are no name, number or date; the readers refuse them unread. */
export const LONGEST_READ = 400;

/** Half-width, without tab or apostrophe guards, quotes and spaces of any kind: how numbers are read. */
export const bareNumber = (raw: string): string => raw.normalize("NFKC").replace(/[\s'"`‘’“”\p{Default_Ignorable_Code_Point}]/gu, "");

/** A value as a message quotes it, cut to 20 characters. */
export function quoted(raw: string): string {
  const chars = [...raw.trim()];
  return `“${chars.length > 20 ? `${chars.slice(0, 20).join("")}…` : chars.join("")}”`;
}
