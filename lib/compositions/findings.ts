// Titles of the composition page: each says what was found, and nothing the figures do not carry.
import { countOf, dimensions, figureOf, total, type Cell, type Figure } from "./figures";
import { share } from "./shares";
import { gapText, verdictOf, type Target, type Verdict } from "./targets";

export type Judged = { target: Target; verdict: Verdict | null };

const NUMERALS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** "八项", "12 项". */
const items = (n: number): string => (n < NUMERALS.length ? `${NUMERALS[n]}项` : ` ${n} 项`);

const find = (key: string) => figureOf(key) ?? total;

/** As one says it in a sentence: 先进模范, but 女代表. */
const called = (figure: Figure): string => (/^(sex|ethnicity):/.test(figure.key) ? figure.name : figure.short);

/** Each requirement with what the figures say to it. */
export const judged = (targets: readonly Target[], cell: Cell): Judged[] =>
  targets.flatMap((target) => {
    const figure = figureOf(target.dimension);
    return figure ? [{ target, verdict: verdictOf(target, countOf(figure, cell), cell.counts.total) }] : [];
  });

const missed = ({ target, verdict }: Judged): string[] =>
  verdict && !verdict.met ? [`${called(find(target.dimension))}${gapText(target.operator, verdict.gap)}`] : [];

/** "八项结构要求达到六项，先进模范差 1 人，女代表差 3 人"; at most three shortfalls are named. */
export function targetsFinding(results: readonly Judged[]): string {
  const gaps = results.flatMap(missed);
  const all = `${items(results.length)}结构要求`.trim();
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

const headsAndShare = (key: string, cell: Cell, name = called(find(key))) => `${name} ${countOf(find(key), cell)} 人，占 ${share(countOf(find(key), cell), cell.counts.total)}`;

/** "本科及以上 307 人，占 73.1%". */
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
const plain = (name: string) => name.replace(/代表团$/, "");
const women = (g: Named) => g.cell.counts["sex:2"];
const heads = (g: Named) => g.cell.counts.total;

/** "女代表比例最高的是柳堰镇 40.9%，驻区部队尚无女代表". Shares are compared unrounded. */
export function womenByGroupFinding(groups: readonly Named[], cell: Cell): string {
  const some = groups.filter((g) => women(g) > 0);
  const [top] = [...some].sort((a, b) => women(b) * heads(a) - women(a) * heads(b));
  if (groups.length < 2 || !top) return sexFinding(cell);
  const equal = some.filter((g) => women(g) * heads(top) === women(top) * heads(g));
  const first = `女代表比例最高的是${plain(top.name)}${equal.length > 1 ? `等 ${equal.length} 个` : ""} ${share(women(top), heads(top))}`;
  const none = groups.filter((g) => women(g) === 0 && heads(g) > 0);
  if (none.length === 0) return first;
  return `${first}，${none.length === 1 && none[0] ? plain(none[0].name) : `另有 ${none.length} 个`}尚无女代表`;
}
