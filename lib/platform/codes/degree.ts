/** GB/T 6864, its main levels only. */
export const degrees = [
  { code: "2", name: "博士" },
  { code: "3", name: "硕士" },
  { code: "4", name: "学士" },
] as const;

export type DegreeCode = (typeof degrees)[number]["code"];

const names = new Map<string, string>(degrees.map(({ code, name }) => [code, name]));

/** The name of a code, null when there is no such code. */
export const nameOf = (code: string): string | null => names.get(code) ?? null;

/** The name for display; an unknown code is shown as it stands. */
export const degreeName = (code: string): string => nameOf(code) ?? code;

/** 学士, 法学硕士, 博士学位 -> code; honorary or unfinished degrees and any other word give null. */
export function readDegree(text: string): DegreeCode | null {
  const word = text.normalize("NFKC").replace(/\s/g, "");
  if (/名誉|在读|肄业|结业|候选|无/.test(word)) return null;
  const level = /^[\p{Script=Han}()]*(博士|硕士|学士)(学位)?$/u.exec(word)?.[1];
  return degrees.find(({ name }) => name === level)?.code ?? null;
}
