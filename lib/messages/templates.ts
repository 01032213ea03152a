import { filled, kinds, type Kind, type KindKey } from "./kinds";

export type Template = { title: string; body: string; brief: string };
export const parts = ["title", "body", "brief"] as const satisfies readonly (keyof Template)[];

/** One text message holds 70 characters. */
export const BRIEF_LENGTH = 70;
export const LENGTHS: Record<keyof Template, number> = { title: 60, body: 1000, brief: BRIEF_LENGTH };

export const kindKeys = Object.keys(kinds) as KindKey[];
export const kindOf = (key: KindKey): Kind => kinds[key];
export const defaultOf = (key: KindKey): Template => ({ title: kinds[key].title, body: kinds[key].body, brief: kinds[key].brief });

/** What stands in the place of a variable while there is no record to look at. */
const samples: Record<string, string> = {
  subject: "丁岚的资格终止", act: "报上一级党委备案", due: "2026-03-12", over: "3", owner: "区委组织部", rule: "决定后 10 个工作日内", by: "沈文清", note: "请抓紧办理。", from: "2026-03-05", why: "补登放假安排。",
  result: "通过", file: "代表名册.xlsx", what: "登记表", until: "2026-03-13 09:00", title: "关于召开座谈会的通知", text: "请于 3 月 12 日上午 9 时到会。",
};
export const samplesOf = (key: KindKey): Record<string, string> =>
  Object.fromEntries(Object.entries(kindOf(key).variables).map(([name, variable]) => [name, samples[name] ?? `（${variable.name}）`]));

/** A template as the office reads and writes it, its variables by their Chinese names: {到期日} for {due}. */
export const inWords = (key: KindKey, text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(kindOf(key).variables, name) ? `{${kindOf(key).variables[name]?.name}}` : whole));

/** Back again; a name there is none of stays as it was typed. */
export function fromWords(key: KindKey, text: string): string {
  const names = new Map(Object.entries(kindOf(key).variables).map(([name, variable]) => [variable.name, name]));
  return text.replace(/\{\s*([^{}]*?)\s*\}/g, (_, word: string) => `{${names.get(word) ?? word}}`);
}

const eachPart = (template: Template, turn: (text: string) => string): Template => ({ title: turn(template.title), body: turn(template.body), brief: turn(template.brief) });
export const templateInWords = (key: KindKey, template: Template): Template => eachPart(template, (text) => inWords(key, text));
export const templateFromWords = (key: KindKey, template: Template): Template => eachPart(template, (text) => fromWords(key, text));

/** The variables of a kind as they are written; those that may leave the platform alone, when `open`. */
export const namedVariables = (key: KindKey, open = false): string =>
  Object.values(kindOf(key).variables).filter((variable) => !open || variable.open).map((variable) => `{${variable.name}}`).join("、");

/** The variables the text of a kind must keep, as they are written; "" where there are none. */
export const neededVariables = (key: KindKey): string =>
  Object.values(kindOf(key).variables).filter((variable) => variable.needed).map((variable) => `{${variable.name}}`).join("、");

/** Only what may leave the platform: names, counts and days. */
export const openValues = (key: KindKey, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => kindOf(key).variables[name]?.open));

/** The sentence for text message and mail; a place that may not leave the platform stays empty, whatever the template says. */
export const briefOf = (key: KindKey, template: Template, values: Record<string, string>): string => filled(template.brief, openValues(key, values));

const placesOf = (text: string): string[] => [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""))];
const quoted = (key: KindKey, names: string[]) => inWords(key, names.map((name) => `{${name}}`).join("、"));

/** What is wrong with each part of a template, in words; nothing when it can be kept. */
export function faultsOf(key: KindKey, template: Template): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const add = (part: keyof Template, fault: string) => (faults[part] ??= []).push(fault);
  const { variables } = kindOf(key);
  for (const part of parts) {
    const text = template[part];
    const unknown = placesOf(text).filter((name) => !Object.hasOwn(variables, name));
    if (unknown.length > 0) add(part, `没有${quoted(key, unknown)}这样的变量。这一类消息可用的变量：${namedVariables(key, part === "brief")}`);
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ""))) add(part, "有一个大括号没有成对，变量应写作 {变量名}");
    const length = [...filled(text, samplesOf(key))].length;
    if (length > LENGTHS[part]) add(part, part === "brief" ? `填入变量后有 ${length} 个字，超过一条短信的 ${BRIEF_LENGTH} 个字，请精简` : `填入变量后有 ${length} 个字，不能超过 ${LENGTHS[part]} 个字`);
  }
  const missing = Object.keys(variables).filter((name) => variables[name]?.needed && !placesOf(template.body).includes(name));
  if (missing.length > 0) add("body", `缺少${quoted(key, missing)}：没有它，收到的人看不到写了什么。请在正文中加上${quoted(key, missing)}`);
  const closed = placesOf(template.brief).filter((name) => Object.hasOwn(variables, name) && !variables[name]?.open);
  if (closed.length > 0) add("brief", `不能用${quoted(key, closed)}：短信和邮件会离开平台，除姓名外不能带个人信息和事由。可用的变量：${namedVariables(key, true) || "没有"}`);
  return faults;
}
