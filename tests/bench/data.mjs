import { say } from "../../scripts/setup/say.mjs";
import { race } from "./drive.mjs";

const asked = (path, values, key, as) => values.map((value) => `${path}?as=${as}&${key}=${encodeURIComponent(value)}`);

/** What is asked of both servers, and by whom. */
export const questionsOf = (facts) => [
  { key: "list", name: "名单 50 人与总数", as: "office", paths: ["/list?as=office"] },
  { key: "list-liaison", name: "名单 50 人与总数", as: "liaison", paths: ["/list?as=liaison"] },
  { key: "search", name: "两字姓名检索", as: "office", paths: asked("/search", facts.names, "q", "office") },
  { key: "search-liaison", name: "两字姓名检索", as: "liaison", paths: asked("/search", facts.names, "q", "liaison") },
  { key: "initials", name: "拼音首字母检索", as: "office", paths: asked("/initials", facts.initials, "q", "office") },
  { key: "detail", name: "一人资料", as: "office", paths: asked("/detail", facts.delegates, "id", "office") },
  { key: "detail-liaison", name: "一人资料", as: "liaison", paths: asked("/detail", facts.delegates, "id", "liaison") },
  { key: "composition", name: "代表构成", as: "office", paths: ["/composition?as=office"] },
  { key: "composition-liaison", name: "代表构成", as: "liaison", paths: ["/composition?as=liaison"] },
  { key: "create", name: "新增一人", as: "office", paths: ["/create?as=office"] },
];

/** The ledger and the activities of a term: what must cost the same at ten times the records. */
export const HISTORY = [
  { key: "home", name: "代表首页", as: "delegate", paths: ["/home?as=delegate"] },
  { key: "ledger", name: "履职记录", as: "office", paths: ["/ledger?as=office"] },
  { key: "ledger-ordinary", name: "履职记录", as: "ordinary", paths: ["/ledger?as=ordinary"] },
  { key: "unit-attendance", name: "一个单位的出席情况", as: "office", paths: ["/unit-attendance?as=office"] },
  { key: "calendar", name: "一个月的日程", as: "office", paths: ["/calendar?as=office"] },
  { key: "calendar-delegate", name: "一个月的日程", as: "delegate", paths: ["/calendar?as=delegate"] },
];

/** Asked of the product alone, to see its plans. */
export const furtherOf = (facts) => [
  { key: "as-of", name: "按日名单", as: "office", paths: ["/as-of?as=office&asOf=2023-06-30"] },
  { key: "as-of-place", name: "按日名单，一个代表团", as: "office", paths: [`/as-of?as=office&asOf=2023-06-30&delegation=${facts.places.delegationId}`] },
  { key: "as-of-liaison", name: "按日名单", as: "liaison", paths: ["/as-of?as=liaison&asOf=2023-06-30"] },
  { key: "composition-as-of", name: "按日构成", as: "office", paths: ["/composition-as-of?as=office&asOf=2023-06-30"] },
  { key: "quality", name: "数据质量各项人数", as: "office", paths: ["/quality?as=office"] },
  { key: "flawed", name: "数据质量名单", as: "office", paths: asked("/flawed", ["idBirth", "joinedMinor", "sameName", "sameMobile", "mobile", "photo"], "kind", "office") },
  ...HISTORY,
];

export const WHO = { office: "经办", liaison: "联络员", ordinary: "联络员", delegate: "代表" };

/** One line of the table of speeds. */
export const speedLine = (name, connections, product, bare) =>
  `  ${`${name}`.padEnd(16, "　")} ${String(connections).padStart(2)} 连接  产品 ${product.perSecond.toFixed(1).padStart(7)} 次/秒  裸 ${bare.perSecond.toFixed(1).padStart(7)} 次/秒  比 ${(product.perSecond / bare.perSecond).toFixed(2)}  产品 p50 ${product.p50.toFixed(0)} 毫秒`;

/** Drives both servers with every question at 1 and 16 connections. Returns { [key]: { name, as, 1: {...}, 16: {...} } }. */
export async function raceData(facts, product, bare, seconds) {
  const results = {};
  for (const { key, name, as, paths } of questionsOf(facts)) {
    results[key] = { name, as };
    for (const connections of [1, 16]) {
      const speeds = await race([{ name: "product", origin: product.origin, paths }, { name: "bare", origin: bare.origin, paths }], connections, seconds);
      results[key][connections] = { ...speeds, ratio: speeds.product.perSecond / speeds.bare.perSecond };
      say(speedLine(`${name}·${WHO[as]}`, connections, speeds.product, speeds.bare));
    }
  }
  return results;
}
