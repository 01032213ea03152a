import type { Judged } from "@/lib/compositions/findings";
import { countOf, dimensions, figures, type Cell, type Figure } from "@/lib/compositions/figures";
import { addressParts } from "@/lib/compositions/links";
import { heads, shareOf } from "@/lib/compositions/tables";
import { requirementText, verdictText } from "@/lib/compositions/targets";
import type { LinkTo } from "./heads-link";
import { RequirementRows, type Asked, type RequirementRow } from "./requirement-rows";
import { barOf } from "./share-bar";

type Props = { cell: Cell; results: readonly Judged[]; linkTo: LinkTo; title: string };

const usual = ["sex:2", "ethnicity:minority", "ageAtMost:45", "ageAtMost:50", "education:COLLEGE_UP", "flag:FRONTLINE"];
const isCategory = (figure: Figure) => dimensions.category.partition.includes(figure);

/** Overlapping figures worth a line here: the usual ones, those with a requirement, and flags that somebody bears. */
const overlapping = (cell: Cell, results: readonly Judged[]) =>
  figures.filter((f) => !isCategory(f) && (usual.includes(f.key) || results.some((r) => r.target.dimension === f.key) || (dimensions.flag.overlap.includes(f) && countOf(f, cell) > 0)));

const askedOf = ({ target, verdict }: Judged): Asked => ({ id: target.id, text: requirementText(target), ...(verdict ? { verdict: verdictText(target, verdict), met: verdict.met } : {}) });

/** The categories and what overlaps with them, each against its requirements. */
export function RequirementTable({ cell, results, linkTo, title }: Props) {
  const { everybody = "", queryOf } = addressParts(linkTo);
  const row = (figure: Figure): RequirementRow => {
    const own = results.filter((r) => r.target.dimension === figure.key);
    return { name: figure.name, heads: heads(figure, cell).text, share: shareOf(figure, cell).text, query: queryOf(figure), bar: barOf(countOf(figure, cell), cell.counts.total, own), asked: own.map(askedOf) };
  };
  const categories = dimensions.category.partition.filter((f) => f.key !== "category:none" || countOf(f, cell) > 0);
  return <RequirementRows title={title} everybody={everybody} asked={results.length > 0} categories={categories.map(row)} overlapping={overlapping(cell, results).map(row)} />;
}
