// The same tables for the page, the print and the workbook, so that no two of them can differ.
import { countOf, dimensions, total, type Cell, type Dimension, type Figure } from "./figures";
import { mean, meanTenths, share, shareTenths } from "./shares";
import { requirementText, verdictOf, verdictText, type Target } from "./targets";

/** What a cell says, the number behind it, and the figure whose people it counts. */
export type Value = { text: string; number?: number; figure?: Figure };
export type Column = { name: string; figure?: Figure; figureShare?: Figure; meanAge?: true };

const tenths = (n: number | null) => (n === null ? {} : { number: n / 10 });

export const countValue = (number: number): Value => ({ text: String(number), number });
export const shareValue = (count: number, all: number): Value => ({ text: share(count, all), ...tenths(shareTenths(count, all)) });

export const heads = (figure: Figure, cell: Cell): Value => ({ ...countValue(countOf(figure, cell)), figure });
export const shareOf = (figure: Figure, cell: Cell): Value => shareValue(countOf(figure, cell), cell.counts.total);
export const meanAge = (cell: Cell): Value => ({ text: mean(cell.ages, cell.counts.total), ...tenths(meanTenths(cell.ages, cell.counts.total)) });

export const valueAt = (column: Column, cell: Cell): Value => {
  if (column.figure) return heads(column.figure, cell);
  return column.figureShare ? shareOf(column.figureShare, cell) : meanAge(cell);
};

const { category, sex, ethnicity, age, education, flag } = dimensions;
const column = (figure: Figure): Column => ({ name: figure.short.replaceAll(" ", ""), figure });

/** Categories add up to the number of people; the column of what is not filled in is there when anybody is in it. */
export const categoryColumns = (cell: Cell): Column[] =>
  category.partition.filter((f) => f.key !== "category:none" || countOf(f, cell) > 0).map((f) => (f.key === "category:none" ? { name: "类别未填", figure: f } : column(f)));

const women = sex.partition.slice(0, 1);

/** The columns beside the categories on the page; they overlap with them and with each other. */
export const overlapColumns: Column[] = [
  ...women.map(column), ...women.map((figureShare) => ({ name: "女占比", figureShare })),
  ...[...ethnicity.partition.slice(1, 2), ...age.sums, ...education.sums, ...flag.overlap.slice(0, 1)].map(column),
  { name: "平均年龄", meanAge: true as const },
];

/** Every figure there is, for the workbook. */
export const allColumns: Column[] = [
  { name: total.name, figure: total },
  ...[category, sex, ethnicity, age, education, flag].flatMap((d) => [...d.partition, ...d.sums, ...d.overlap]).map((figure) => ({ name: figure.name, figure })),
  { name: "平均年龄", meanAge: true as const },
];

export type Line = { kind: "heading"; text: string } | { kind: "figure"; figure: Figure; values: [heads: Value, share: Value]; requirement: string; result: string };

const line = (figure: Figure, cell: Cell, targets: readonly Target[]): Line => {
  const own = targets.filter((t) => t.dimension === figure.key);
  return {
    kind: "figure", figure, values: [heads(figure, cell), shareOf(figure, cell)],
    requirement: own.map(requirementText).join("；"),
    result: own.map((t) => verdictText(t, verdictOf(t, countOf(figure, cell), cell.counts.total))).join("；"),
  };
};

const linesOf = (shown: readonly Dimension[], cell: Cell, targets: readonly Target[]): Line[] => {
  const of = (heading: string, figures: readonly Figure[]): Line[] => (figures.length === 0 ? [] : [{ kind: "heading", text: heading }, ...figures.map((f) => line(f, cell, targets))]);
  return shown.flatMap((d) => [
    ...of(`${d.name}（每人一项，合计等于代表总数）`, d.partition),
    ...of(`${d.name}（累计，与上列重叠）`, d.sums),
    ...of(`${d.name}（可多项，相互重叠，不能相加）`, d.overlap),
  ]);
};

/** All figures of one cell by dimension in two halves of like length: partitions that add up, sums of them, then what overlaps. */
export const overallHalves = (cell: Cell, targets: readonly Target[]): [Line[], Line[]] => [
  [line(total, cell, targets), ...linesOf([category, sex, ethnicity, flag], cell, targets)],
  linesOf([age, education], cell, targets),
];

export const overallLines = (cell: Cell, targets: readonly Target[]): Line[] => overallHalves(cell, targets).flat();
