import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { countOf, dimensions, total, type Figure } from "@/lib/compositions/figures";
import { ethnicityFinding, flagFinding, sexFinding } from "@/lib/compositions/findings";
import type { Composition } from "@/lib/compositions/grouping";
import { addressParts } from "@/lib/compositions/links";
import { share } from "@/lib/compositions/shares";
import { heads, shareOf } from "@/lib/compositions/tables";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { FigureTable, type FigureRow } from "./figure-table";
import type { LinkTo } from "./heads-link";

type Props = { of: Composition; linkTo: LinkTo; source: string };

type QueryOf = ReturnType<typeof addressParts>["queryOf"];

const rowOf = (of: Composition, queryOf: QueryOf) => (figure: Figure): FigureRow => [figure.name, heads(figure, of.whole).text, shareOf(figure, of.whole).text, queryOf(figure)];

/** One people as a figure of its own; which there are, only the roster knows. */
const peopleRow = (of: Composition, queryOf: QueryOf) => ({ code, count }: Composition["ethnicities"][number]): FigureRow =>
  [code ? ethnicityName(code) : "民族未填", String(count), share(count, of.whole.counts.total), queryOf({ filters: { ethnicity: code ?? "none" } })];

function Sheet({ title, source, children }: { title: string; source: string; children: ReactNode }) {
  return <Card title={title} bare className="!mt-0"><p className="px-5 pb-2 text-13 text-ink-3">单位：人，占比　{source}</p>{children}</Card>;
}

/** Sex, ethnicity and flags: the first two add up to everybody, the third does not. */
export function OverlapCards({ of, linkTo, source }: Props) {
  const { everybody = "", queryOf } = addressParts(linkTo);
  const row = rowOf(of, queryOf);
  const [, ...counted] = row(total);
  const all: FigureRow = ["合计", ...counted];
  const [sex, peoples, flags] = [sexFinding(of.whole), ethnicityFinding(of.whole, of.ethnicities), flagFinding(of.whole)];
  const none = dimensions.ethnicity.partition.filter((f) => f.key === "ethnicity:none" && countOf(f, of.whole) === 0);
  return (
    <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] items-start gap-3">
      <Sheet title={sex} source={source}><FigureTable title={sex} name="性别" rows={dimensions.sex.partition.map(row)} total={all} everybody={everybody} /></Sheet>
      <Sheet title={peoples} source={source}><FigureTable title={peoples} name="民族" rows={[...of.ethnicities.map(peopleRow(of, queryOf)), ...none.map(row)]} total={all} everybody={everybody} /></Sheet>
      <Sheet title={flags} source={`${source}　可多项，不能相加`}><FigureTable title={flags} name="身份标签" rows={dimensions.flag.overlap.map(row)} everybody={everybody} /></Sheet>
    </div>
  );
}
