import { Chart } from "@/components/ui/chart";
import { barChart } from "@/lib/platform/charts";
import { countOf, type Cell, type Dimension } from "@/lib/compositions/figures";
import { share } from "@/lib/compositions/shares";
import type { LinkTo } from "./heads-link";

type Props = { dimension: Dimension; cell: Cell; title: string; source: string; asOf: string; linkTo: LinkTo };

/** A partition as bars: bands that nobody is in are left to the table below, which also has the sums. */
export function BandChart({ dimension, cell, title, source, asOf, linkTo }: Props) {
  const all = cell.counts.total;
  const words = (count: number) => `${count} 人　${share(count, all)}`;
  const drawn = dimension.partition.filter((f) => countOf(f, cell) > 0).map((f) => ({ label: f.short, value: countOf(f, cell), text: words(countOf(f, cell)), href: linkTo(f) }));
  const rows = [...dimension.partition, ...dimension.sums].map((f) => ({ label: f.name, value: `${countOf(f, cell)} 人`, note: share(countOf(f, cell), all), ...(countOf(f, cell) > 0 ? { href: linkTo(f) } : {}) }));
  const total = { label: "合计（不含累计）", value: `${all} 人`, note: share(all, all) };
  const svg = barChart({ title, unit: "人，占比", source, rows: drawn, width: 366 });
  const chart = <Chart title={title} unit="人，占比" source={source} asOf={asOf} svg={svg} rows={[...rows, total]} head={{ label: dimension.name, value: "人数", note: "占比" }} />;
  return <div className="[&_.draw_svg]:min-w-0">{chart}</div>;
}
