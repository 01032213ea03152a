// Titles of the composition page: each says what was found, and nothing the figures do not carry.
import { countOf, dimensions, figureOf, total, type Cell } from "./figures";
import { share } from "./shares";
import { gapText, requirementText, verdictOf, type Target, type Verdict } from "./targets";

export type Judged = { target: Target; verdict: Verdict | null };

const NUMERALS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** "八项", "12 项". */
const items = (n: number): string => (n < NUMERALS.length ? `${NUMERALS[n]}项` : ` ${n} 项`);

const find = (key: string) => figureOf(key) ?? total;

/** Each requirement with what the figures say to it. */
export const judged = (targets: readonly Target[], cell: Cell): Judged[] =>
  targets.flatMap((target) => {
    const figure = figureOf(target.dimension);
    return figure ? [{ target, verdict: verdictOf(target, countOf(figure, cell), cell.counts.total) }] : [];
  });

/** A requirement that is not met: of what, what is asked, and by how many persons it is missed. */
export type Shortfall = { key: string; name: string; asked: string; gap: string };

export const shortfalls = (targets: readonly Target[], cell: Cell): Shortfall[] =>
  judged(targets, cell).flatMap(({ target, verdict }) =>
    verdict && !verdict.met ? [{ key: target.id, name: find(target.dimension).name, asked: requirementText(target), gap: gapText(target.operator, verdict.gap) }] : []);

const missed = ({ target, verdict }: Judged): string[] =>
  verdict && !verdict.met ? [`${find(target.dimension).name}${gapText(target.operator, verdict.gap)}`] : [];

/** "八项构成要求达到六项，先进模范人物差 1 人，女代表差 3 人"; at most three shortfalls are named. */
export function targetsFinding(results: readonly Judged[]): string {
  const gaps = results.flatMap(missed);
  const all = `${items(results.length)}构成要求`.trim();
  if (gaps.length === 0) return `${all}${results.length === 1 ? "已达到" : "全部达到"}`;
  const met = results.length - gaps.length;
  const head = met === 0 ? `${all}${results.length === 1 ? "未达到" : "均未达到"}` : `${all}达到${items(met)}`;
  return [head, ...gaps.slice(0, 3), ...(gaps.length > 3 ? [`另有${items(gaps.length - 3)}未达到`] : [])].join("，");
}

/** What stands above the categories where no requirement is set or may be known: the two largest. */
export function categoryFinding(cell: Cell): string {
  const largest = dimensions.category.partition.filter((f) => f.key !== "category:none" && countOf(f, cell) > 0).sort((a, b) => countOf(b, cell) - countOf(a, cell)).slice(0, 2);
  if (largest.length === 0) return "代表类别均未填写";
  return largest.map((f) => `${f.name}占 ${share(countOf(f, cell), cell.counts.total)}`).join("，");
}

/** "过半代表在 45 岁及以下，51 岁及以上占 19.5%". */
export function ageFinding(cell: Cell): string {
  const all = cell.counts.total;
  const young = countOf(find("ageAtMost:45"), cell);
  const older = all - countOf(find("ageAtMost:50"), cell);
  return `${young * 2 > all ? "过半代表在 45 岁及以下" : `45 岁及以下占 ${share(young, all)}`}，51 岁及以上占 ${share(older, all)}`;
}

const headsAndShare = (key: string, cell: Cell, name = find(key).name) => `${name} ${countOf(find(key), cell)} 人，占 ${share(countOf(find(key), cell), cell.counts.total)}`;

/** "本科及以上学历 307 人，占 73.1%". */
export const educationFinding = (cell: Cell): string => headsAndShare("education:BACHELOR_UP", cell);

export const sexFinding = (cell: Cell): string => headsAndShare("sex:2", cell);

/** Flags nobody bears have most likely not been filled in yet: that is said, and no share of nothing. */
export const flagFinding = (cell: Cell): string =>
  dimensions.flag.overlap.every((f) => countOf(f, cell) === 0) ? "还没有代表标注身份标签" : headsAndShare("flag:FRONTLINE", cell, "生产和工作一线代表");

/** "少数民族代表 11 人，来自 6 个民族". */
export function ethnicityFinding(cell: Cell, ethnicities: readonly { code: string | null }[]): string {
  const heads = cell.counts["ethnicity:minority"];
  const peoples = ethnicities.filter((e) => e.code !== null && e.code !== "01").length;
  return heads === 0 ? "没有少数民族代表" : `少数民族代表 ${heads} 人，来自 ${peoples} 个民族`;
}

type Named = { name: string; cell: Cell };
const women = (g: Named) => g.cell.counts["sex:2"];
const heads = (g: Named) => g.cell.counts.total;

/** Who leads, by full name; two of the same share are both named, more are counted. */
function leaders(first: readonly Named[], kind: string, part: string): string {
  if (first.length > 2) return `有 ${first.length} 个${kind}女代表占比并列最高，均为 ${part}`;
  return first.length === 2 ? `${first.map((g) => g.name).join("、")}女代表占比并列最高，均为 ${part}` : `女代表占比最高的是${first[0]?.name ?? ""}，为 ${part}`;
}

/** "女代表占比最高的是柳堰镇代表团，为 40.9%；驻区部队代表团尚无女代表". Shares are compared unrounded; `kind` names what the groups are. */
export function womenByGroupFinding(groups: readonly Named[], cell: Cell, kind: "代表团" | "选举单位"): string {
  const some = groups.filter((g) => women(g) > 0);
  const [top] = [...some].sort((a, b) => women(b) * heads(a) - women(a) * heads(b));
  if (groups.length < 2 || !top) return sexFinding(cell);
  const said = leaders(some.filter((g) => women(g) * heads(top) === women(top) * heads(g)), kind, share(women(top), heads(top)));
  const none = groups.filter((g) => women(g) === 0 && heads(g) > 0);
  if (none.length === 0) return said;
  return `${said}；${none.length === 1 && none[0] ? none[0].name : `另有 ${none.length} 个${kind}`}尚无女代表`;
}
