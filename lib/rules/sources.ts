// Where a number of the catalogue comes from, as data and not as words in a page. Named as far as the published text
// names itself; the text of the successor to the regulation of 2008 was not found, so no article of it is quoted.
export type RuleSource = {
  /** The paper, or what it is where it has no name of its own. */
  document: string;
  article: string | null;
  /** Where it holds; null where it holds everywhere or the place is not known. */
  place: string | null;
  /** What has to be known before it is relied on. */
  note: string | null;
};

const source = (document: string, place: string | null, more: { article?: string; note?: string } = {}): RuleSource => ({ document, place, article: more.article ?? null, note: more.note ?? null });
const OTHER_BODY = "人大、政协的做法，供参照";

export const sources = {
  "REG-28": source("《代表任期制暂行条例》（中发〔2008〕8号）", null, { article: "第二十八条", note: "此后另有《代表任期制规定》，请以现行文本为准" }),
  "PL1": source("2011年关于党代表提案的规定", "平凉市"),
  "PL2": source("关于党代表任期制的规定", "平凉市"),
  "GD": source("关于党代表提案、提议的规定", "广东省"),
  "GDE": source("2008年关于党代表询问、质询的规定", "广东省"),
  "WH": source("关于党代表办理党员群众意见建议的规定", "五华县"),
  "CY": source("关于政协提案办理的规定", "崇义县", { note: OTHER_BODY }),
  "GY": source("关于提案交办的规定", "涡阳县", { note: OTHER_BODY }),
  "CT1": source("政协提案系统使用手册", "朝天区", { note: OTHER_BODY }),
  "SND": source("关于党代表联系党员群众的规定", "苏州高新区"),
  "CC": source("2021年关于党代表工作室的规定", "陈仓区"),
  "LK": source("2024年党代表接待日的做法", "龙口市"),
  "YC": source("关于人大代表履职考核的规定", "银川市", { note: OTHER_BODY }),
  "YJ": source("关于表彰人大代表的规定", null, { note: OTHER_BODY }),
} as const satisfies Record<string, RuleSource>;

export type SourceKey = keyof typeof sources;

/** A source as a page names it: 《…》第…条（地方）. */
export const sourceInWords = (key: SourceKey): string => {
  const { document, article, place }: RuleSource = sources[key];
  return `${document}${article ?? ""}${place ? `（${place}）` : ""}`;
};
