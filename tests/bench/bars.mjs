// What is to be reached. Bars against the bare server come from shared/stack.md 7: a multiple of what Directus 11 reaches beside it.
const MB = 1024 * 1024;

/** Requests per second of bare Node and pg and of Directus 11 on one machine, at 1 and at 16 connections, and the multiple asked for. */
const PEERS = {
  list: { bare: { 1: 763, 16: 1707 }, directus: { 1: 97, 16: 96 }, times: 2.5 },
  search: { bare: { 1: 1622, 16: 2351 }, directus: { 1: 40, 16: 68 }, times: 8 },
  detail: { bare: { 1: 1964, 16: 3129 }, directus: { 1: 152, 16: 159 }, times: 2.5 },
  create: { bare: { 1: 716, 16: 1679 }, directus: { 1: 68, 16: 103 }, times: 3 },
};
const NAMES = { list: "名单数据", search: "两字检索", detail: "一人资料", create: "新增一人" };
/** A reading of everybody may take half as long again as the bare statement. */
const WHOLE = 1 / 1.5;

const bar = (name, wanted, measured, reached) => ({ name, wanted, measured, reached });
const atLeast = (name, wanted, measured) => bar(name, `≥ ${wanted.toFixed(2)}`, measured.toFixed(2), measured >= wanted);
const atMost = (name, wanted, measured, unit, digits = 0) => bar(name, `≤ ${wanted} ${unit}`, `${measured.toFixed(digits)} ${unit}`, measured <= wanted);

function ofData(data) {
  const ratios = Object.entries(PEERS).flatMap(([key, { bare, directus, times }]) =>
    [1, 16].map((n) => atLeast(`${NAMES[key]}与裸服务之比，${n} 连接（Directus 的 ${times} 倍）`, (times * directus[n]) / bare[n], data[key][n].ratio)));
  return [...ratios, atLeast("代表构成与裸服务之比，1 连接", WHOLE, data.composition[1].ratio)];
}

function ofPlans(plans) {
  const slowest = (key) => Math.max(...plans[key].plans.map((plan) => plan.milliseconds));
  return [
    atMost("两字检索的语句", 1, slowest("search"), "毫秒", 2),
    atMost("一人资料的语句数", 6, Math.max(plans.detail.statements, plans["detail-liaison"].statements), "条"),
  ];
}

const ofPages = (pages) => [atMost("花名册一页的 HTML（50 人，经办）", 60, pages["list-office"].bytes / 1024, "KB", 1)];

/** Ten times the records may cost half as much again. */
const ofHistory = (history) => Object.values(history).map(({ name, times }) => atMost(`${name}，与十分之一的记录相比`, 1.5, times, "倍", 2));

const ofImport = ({ rows, seconds, above }) => [
  atMost(`导入 ${rows} 行`, 5, seconds, "秒", 2),
  ...(above === null ? [] : [atMost("导入时高出空闲的内存", 300, above / MB, "MB")]),
];

/** Every bar that these results can be held against: { name, wanted, measured, reached }. */
export const barsOf = ({ data, plans, history, pages, imported }) => [
  ...(data ? ofData(data) : []), ...(plans ? ofPlans(plans) : []), ...(history ? ofHistory(history) : []), ...(pages ? ofPages(pages) : []), ...(imported ? ofImport(imported) : []),
];
