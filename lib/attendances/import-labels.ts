import type { Code } from "./labels";

export const MOST_ROWS = 2000;
/** More unknown names than this are another list, not slips of the pen. */
export const MOST_UNKNOWN = 50;
export const KEPT_DAYS = 7;

/** What the marks of a sheet mean; anything else is asked for and never guessed. */
export const signs: Readonly<Record<string, Code>> = { "√": "PRESENT", 到会: "PRESENT", "○": "LEAVE", 请假: "LEAVE", "△": "OFFICIAL", 因公: "OFFICIAL", "×": "ABSENT", 缺席: "ABSENT", 迟: "LATE", 迟到: "LATE" };

/** Why the person of a row is not known. */
export const whys = ["none", "several", "elsewhere", "out", "twice"] as const;
export type Why = (typeof whys)[number];
export const whyNames: Record<Why, string> = {
  none: "名单和花名册中都没有这个姓名", several: "有两名以上同名的代表，表格没有写明是哪一名", elsewhere: "有同名的代表，但代表团与表格不同", out: "已答复不参加、退出或候补，不在应参加名单上", twice: "与前面的行是同一名代表",
};

export const SKIP = "skip";

export const importVerbs: Record<string, string> = { "attendance.upload": "到会：上传签到表", "attendance.import": "到会：导入签到表" };

export const refusals = {
  noFile: "没有收到文件。请先选择签到表，再上传。",
  tooLarge: "文件超过 10 MB。请删去图片和多余的工作表后再上传。",
  noHeader: "没有找到签到表。表头须有“姓名”，并为每半天写一栏，如：4月16日上午。",
  twoInHalfDay: "这项活动有两场在同一个半天，签到表的半天栏分不出是哪一场。请在到会登记中逐场登记。",
  otherDays: (sheets: string) => `文件中没有这项活动的日期，没有读取。文件中有：${sheets}。请核对是不是这项活动的签到表。`,
  twoSheets: (a: string, b: string) => `“${a}”和“${b}”都是这几天的签到表，不知道用哪一张。请只留一张后再上传。`,
  twoColumns: "同一个半天有两栏，不知道用哪一栏。请只留一栏后再上传。",
  noRows: "签到表中没有代表的行。请核对文件。",
  tooMany: (n: number) => `有 ${n} 行的代表对不上，没有读取。请核对是不是这项活动的签到表，或先把代表列入活动名单。`,
  gone: "这次上传的内容已经清除，或已经导入。请重新上传。",
  movedOn: "核对以后，名单或到会登记有变动，没有导入。请按现在的情况重新核对。",
  nothing: "没有要写入的登记，没有导入。",
  unsettled: (cells: string) => `${cells} 还没有确定，没有导入。请逐一选择。`,
  samePerson: (name: string) => `有两行都选了${name}，没有导入。每名代表只能对应一行。`,
  reason: "请写明以表格为准的理由",
  correctReason: "出席名单已确认，请写明更正的理由",
  closed: "出席名单已确认，不能再把代表列入名单。请不选这一项。",
};
