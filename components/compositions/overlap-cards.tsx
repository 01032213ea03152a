import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { countOf, dimensions, total, type Figure } from "@/lib/compositions/figures";
import { ethnicityFinding, flagFinding, sexFinding } from "@/lib/compositions/findings";
import type { Composition } from "@/lib/compositions/grouping";
import { countValue, heads, shareOf, shareValue } from "@/lib/compositions/tables";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { FigureTable, type FigureRow } from "./figure-table";
import type { LinkTo } from "./heads-link";

type Props = { of: Composition; linkTo: LinkTo; source: string };

const rowOf = (of: Composition) => (figure: Figure): FigureRow => ({ key: figure.key, name: figure.name, heads: heads(figure, of.whole), share: shareOf(figure, of.whole) });

/** One people as a figure of its own; which there are, only the roster knows. */
const peopleRow = (of: Composition) => ({ code, count }: Composition["ethnicities"][number]): FigureRow => {
  const key = code ?? "none";
  const figure: Figure = { key: `ethnicity:${key}`, name: code ? ethnicityName(code) : "民族未填", short: "", filters: { ethnicity: key }, parts: [] };
  return { key, name: figure.name, heads: { ...countValue(count), figure }, share: shareValue(count, of.whole.counts.total) };
};

function Sheet({ title, source, children }: { title: string; source: string; children: ReactNode }) {
  return <Card title={title} bare className="!mt-0"><p className="px-5 pb-2 text-13 text-ink-3">单位：人，占比　{source}</p>{children}</Card>;
}

/** Sex, ethnicity and flags: the first two add up to everybody, the third does not. */
export function OverlapCards({ of, linkTo, source }: Props) {
  const row = rowOf(of);
  const all: FigureRow = { ...row(total), name: "合计" };
  const [sex, peoples, flags] = [sexFinding(of.whole), ethnicityFinding(of.whole, of.ethnicities), flagFinding(of.whole)];
  const none = dimensions.ethnicity.partition.filter((f) => f.key === "ethnicity:none" && countOf(f, of.whole) === 0);
  return (
    <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] items-start gap-3">
      <Sheet title={sex} source={source}><FigureTable title={sex} name="性别" rows={dimensions.sex.partition.map(row)} total={all} linkTo={linkTo} /></Sheet>
      <Sheet title={peoples} source={source}><FigureTable title={peoples} name="民族" rows={[...of.ethnicities.map(peopleRow(of)), ...none.map(row)]} total={all} linkTo={linkTo} /></Sheet>
      <Sheet title={flags} source={`${source}　可多项，不能相加`}><FigureTable title={flags} name="身份标签" rows={dimensions.flag.overlap.map(row)} linkTo={linkTo} /></Sheet>
    </div>
  );
}
