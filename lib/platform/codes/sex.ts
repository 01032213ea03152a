/** GB/T 2261.1; forms take 1 and 2 only, unknown stays empty. */
export const sexes = [
  { code: "1", name: "男" },
  { code: "2", name: "女" },
] as const;

export type Sex = (typeof sexes)[number]["code"];

const names = new Map<string, string>(sexes.map(({ code, name }) => [code, name]));

/** The name of a code, null when there is no such code. */
export const nameOf = (code: string): string | null => names.get(code) ?? null;

/** The name for display; an unknown code is shown as it stands. */
export const sexName = (code: string): string => nameOf(code) ?? code;
