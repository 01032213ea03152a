import type { Group } from "@/lib/compositions/grouping";
import { total, type Cell } from "@/lib/compositions/figures";
import type { Place } from "@/lib/compositions/links";
import { categoryColumns, heads, overlapColumns, valueAt, type Column } from "@/lib/compositions/tables";
import { HeadsLink, type LinkTo } from "./heads-link";

type Props = { name: string; title: string; groups: readonly Group[]; whole: Cell; placeOf: (id: string) => Place; linkTo?: LinkTo };

const nowhere: LinkTo = () => "";

function Cells({ columns, cell, place, linkTo }: { columns: readonly Column[]; cell: Cell; place: Place; linkTo?: LinkTo }) {
  return columns.map((column, i) => {
    const value = valueAt(column, cell);
    return <td key={column.name} className={i === 0 ? "r border-l border-line" : "r"}>{linkTo ? <HeadsLink value={value} place={place} linkTo={linkTo} /> : value.text}</td>;
  });
}

function Line({ group, columns, placeOf, linkTo }: { group: Group; columns: readonly Column[][] } & Pick<Props, "placeOf" | "linkTo">) {
  const place = placeOf(group.id);
  return (
    <tr>
      <th scope="row" className="who whitespace-nowrap!">{linkTo ? <a href={linkTo(total, place)}>{group.name}</a> : group.name}</th>
      <td className="r"><HeadsLink value={linkTo ? heads(total, group.cell) : { text: heads(total, group.cell).text }} place={place} linkTo={linkTo ?? nowhere} /></td>
      {columns.map((some, i) => <Cells key={i} columns={some} cell={group.cell} place={place} linkTo={linkTo} />)}
    </tr>
  );
}

/** A column may be as narrow as half its name, broken where a reader would break it: 45岁 / 及以下, 少数 / 民族. */
function Broken({ name }: { name: string }) {
  const at = name.includes("及以") ? name.indexOf("及以") : name.length === 4 ? 2 : name.length;
  return <>{name.slice(0, at)}<wbr />{name.slice(at)}</>;
}

const heading = (columns: readonly Column[]) => columns.map((column, i) => <th key={column.name} scope="col" className={`r whitespace-normal! break-keep ${i === 0 ? "border-l border-line" : ""}`}><Broken name={column.name} /></th>);

/** One line per delegation or electing unit, with totals that add up. Without `linkTo` it is for paper. */
export function GroupTable({ name, title, groups, whole, placeOf, linkTo }: Props) {
  const columns = [categoryColumns(whole), overlapColumns];
  const names = ["主类别，相加等于人数", "与主类别重叠"];
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="sheet compact [&_td]:px-2 [&_th]:px-2 print:[&_td]:px-[2pt]! print:[&_th]:px-[2pt]!">
        <caption><span className="sr">{title}</span></caption>
        <thead>
          <tr><th scope="col" rowSpan={2} className="who whitespace-nowrap!">{name}</th><th scope="col" rowSpan={2} className="r whitespace-nowrap!">人数</th>{columns.map((some, i) => <th key={names[i]} scope="colgroup" colSpan={some.length} className="border-l border-line">{names[i]}</th>)}</tr>
          <tr>{columns.map(heading)}</tr>
        </thead>
        <tbody>{groups.map((group) => <Line key={group.id} group={group} columns={columns} placeOf={placeOf} linkTo={linkTo} />)}</tbody>
        <tfoot><Line group={{ id: "", name: "合计", cell: whole }} columns={columns} placeOf={() => ({})} linkTo={linkTo} /></tfoot>
      </table>
    </div>
  );
}
