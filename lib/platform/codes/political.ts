/** GB/T 4762. */
export const politicalStatuses = [
  { code: "01", name: "中共党员" },
  { code: "02", name: "中共预备党员" },
  { code: "03", name: "共青团员" },
  { code: "04", name: "民革党员" },
  { code: "05", name: "民盟盟员" },
  { code: "06", name: "民建会员" },
  { code: "07", name: "民进会员" },
  { code: "08", name: "农工党党员" },
  { code: "09", name: "致公党党员" },
  { code: "10", name: "九三学社社员" },
  { code: "11", name: "台盟盟员" },
  { code: "12", name: "无党派人士" },
  { code: "13", name: "群众" },
] as const;

const names = new Map<string, string>(politicalStatuses.map(({ code, name }) => [code, name]));

/** The name of a code, null when there is no such code. */
export const nameOf = (code: string): string | null => names.get(code) ?? null;

/** The name for display; an unknown code is shown as it stands. */
export const politicalStatusName = (code: string): string => nameOf(code) ?? code;
