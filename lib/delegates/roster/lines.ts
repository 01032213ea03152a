import { readIdNumber } from "@/lib/platform/chinese/id-number";
import type { FieldKey } from "./fields";

export type SkippedKind = "title" | "header" | "blockTitle" | "total" | "note" | "signoff" | "blank" | "sample";

/** One row as far as it matters for telling people from everything else. */
export type LineFacts = {
  /** All texts of the row, left to right, without blanks. */
  texts: string[];
  fields: Partial<Record<FieldKey, string>>;
  /** No person has come since the header. */
  underHeader: boolean;
  /** The row before was a note, so that a numbered line goes on with it. */
  afterNote: boolean;
};

const TOTAL = /^(合|小|总|共)计/;
const NOTE = /^(注|说明|备注|填表说明|填写说明|注意|※)[：:．.、\d一]|^(注|说明)$|^注意事项|^填写要求/;
const GOES_ON = /^[（(]?[\d一二三四五六七八九十]+[）)．.、]/;
const SIGNOFF = /(填表人|制表人|制表|审核人|填报人|联系人|经办人|负责人|签字|盖章|填表日期|填报日期|报送日期|制表日期|报送时间|填报单位|填表单位)[）)]*[：:（(]|[（(](盖章|签字|公章)[）)]/;
const DATE_LINE = /^(\d{4}|[〇零一二三四五六七八九]{4})?年[\d一二三四五六七八九十]*月[\d一二三四五六七八九十]*日$/;
const TITLE = /(名册|名单|一览表|登记表|汇总表)([（(].*[）)])?$/;
const SAMPLE = /^[（(【]?(填写)?(示例|样例|举例|范例|例如|例)([）)】：:]|$)|[（(]示例[）)]/;
const SAMPLE_NAMES = ["张三", "李四", "王五"];
/** Filled in ahead for every line of a form, so they make no person by themselves. */
const FILLED_AHEAD: readonly FieldKey[] = ["delegation", "electingUnit", "group", "frontline", "electionKind"];

/** What a row below the header is; null means a person (block titles and headers are told before). */
export function kindOf(line: LineFacts): SkippedKind | null {
  const first = bare(line.texts[0] ?? "");
  const name = bare(line.fields.name ?? "");
  if (line.texts.length === 0) return "blank";
  if (TOTAL.test(first) || TOTAL.test(name)) return "total";
  if (isSample(line, name)) return "sample";
  if (NOTE.test(first) || (line.afterNote && GOES_ON.test(first) && line.texts.length === 1)) return "note";
  const alone = line.texts.length <= 3 && Object.keys(line.fields).length <= 3;
  if (alone && line.texts.some((text) => SIGNOFF.test(bare(text)) || DATE_LINE.test(bare(text)))) return "signoff";
  if (name !== "") return null;
  if (line.texts.length === 1 && TITLE.test(first)) return "title";
  if (line.texts.length === 1) return /^\d+$/.test(first) ? "blank" : "note";
  const own = Object.keys(line.fields).filter((key) => !FILLED_AHEAD.includes(key as FieldKey));
  return own.length === 0 ? "blank" : null;
}

/** A row above the header: notes are told from titles, everything else is a title. */
export function kindAbove(texts: string[]): SkippedKind {
  const first = bare(texts[0] ?? "");
  if (texts.length === 0) return "blank";
  return NOTE.test(first) ? "note" : "title";
}

export type BlockTitle = { delegation: string; stated: number | null };

const BLOCK = /^(?<number>第?[一二三四五六七八九十百]+[、.．:：]|[（(][一二三四五六七八九十百\d]+[）)][、.．]?|\d+[、.．])?(?<name>[^：:；;。，,（）()]{2,40}?)(?:[：:]?[（(]?(?:共|计|合计)?(?<count>\d+)(?:名|人|位)[^（）()]{0,20}[）)]?)?[：:]?$/;

/** "一、区直机关第一代表团（62名）" -> its name and the count it states; null when the line is no such title. */
export function readBlockTitle(texts: string[], known: ReadonlySet<string>): BlockTitle | null {
  if (texts.length !== 1) return null;
  const found = BLOCK.exec(bare(texts[0] ?? ""))?.groups;
  const name = found?.["name"]?.replace(/(?<=代表团)(代表)?(名单|名册|花名册)$/, "");
  if (!found || !name || TOTAL.test(name) || NOTE.test(name)) return null;
  const stated = found["count"] ? Number(found["count"]) : null;
  const numbered = found["number"] !== undefined && stated !== null;
  return name.endsWith("代表团") || known.has(name) || numbered ? { delegation: name, stated } : null;
}

/** The head count a total line states in words, e.g. "共420名". */
export function statedTotal(texts: string[]): number | null {
  const found = /[共计]\D{0,3}(\d+)[名人位]/.exec(texts.map(bare).join(""));
  return found ? Number(found[1]) : null;
}

/** Text for comparing: no spaces, full-width letters and digits made plain, Chinese brackets kept. */
export function bare(text: string): string {
  if (!/[\sＡ-Ｚａ-ｚ０-９]/.test(text)) return text;
  return text.replace(/\s/g, "").replace(/[Ａ-Ｚａ-ｚ０-９]/g, (c) => c.normalize("NFKC"));
}

function isSample(line: LineFacts, name: string): boolean {
  if (line.texts.some((text) => text.includes("例") && SAMPLE.test(bare(text)))) return true;
  return line.underHeader && SAMPLE_NAMES.includes(name) && !readIdNumber(line.fields.idNumber ?? "").ok;
}
