import { total, type Cell } from "@/lib/compositions/figures";
import type { Group } from "@/lib/compositions/grouping";
import { addressParts, type Place } from "@/lib/compositions/links";
import { categoryColumns, heads, overlapColumns, valueAt } from "@/lib/compositions/tables";
import { GroupRows, type GroupRow } from "./group-rows";
import type { LinkTo } from "./heads-link";

type Props = { name: string; title: string; groups: readonly Group[]; whole: Cell; placeOf: (id: string) => Place; linkTo?: LinkTo };

/** One line per delegation or electing unit, with totals that add up. Without `linkTo` it is for paper. */
export function GroupTable({ name, title, groups, whole, placeOf, linkTo }: Props) {
  const parts = addressParts(linkTo);
  const sections = [{ name: "主类别，相加等于人数", columns: categoryColumns(whole) }, { name: "与主类别重叠", columns: overlapColumns }];
  const columns = sections.flatMap((s) => s.columns);
  const row = (place: string, label: string, cell: Cell): GroupRow => [place, label, heads(total, cell).text, ...columns.map((column) => valueAt(column, cell).text)];
  return (
    <GroupRows name={name} title={title} everybody={parts.everybody}
      rows={groups.map((g) => row(linkTo ? parts.queryOf(total, placeOf(g.id)) : g.id, g.name, g.cell))} total={row("", "合计", whole)}
      sections={sections.map((s) => ({ name: s.name, columns: s.columns.map((c) => ({ name: c.name, ...(c.figure && linkTo ? { query: parts.queryOf(c.figure) } : {}) })) }))} />
  );
}
