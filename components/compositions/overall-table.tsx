import { addressParts } from "@/lib/compositions/links";
import type { Line } from "@/lib/compositions/tables";
import type { LinkTo } from "./heads-link";
import { OverallRows, type OverallRow } from "./overall-rows";

/** Every figure of the term by dimension; the same lines as the workbook. Without `linkTo` it is for paper. */
export function OverallTable({ lines, title, linkTo }: { lines: readonly Line[]; title: string; linkTo?: LinkTo }) {
  const asked = lines.some((l) => l.kind === "figure" && l.requirement);
  const parts = addressParts(linkTo);
  const rows = lines.map((l): OverallRow =>
    l.kind === "heading" ? [l.text] : [l.figure.name, l.values[0].text, l.values[1].text, parts.queryOf(l.figure), l.requirement, l.result]);
  return <OverallRows rows={rows} asked={asked} title={title} everybody={parts.everybody} />;
}
