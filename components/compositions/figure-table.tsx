import type { Value } from "@/lib/compositions/tables";
import { HeadsLink, type LinkTo } from "./heads-link";

export type FigureRow = { key: string; name: string; heads: Value; share: Value };

/** A few figures with their shares, and their total where they add up. */
export function FigureTable({ title, name, rows, total, linkTo }: { title: string; name: string; rows: readonly FigureRow[]; total?: FigureRow; linkTo: LinkTo }) {
  const line = (row: FigureRow) => (
    <tr key={row.key}>
      <th scope="row">{row.name}</th>
      <td className="r"><HeadsLink value={row.heads} linkTo={linkTo} name={row.name} /></td>
      <td className="r">{row.share.text}</td>
    </tr>
  );
  return (
    <table className="sheet compact">
      <caption><span className="sr">{title}</span></caption>
      <thead><tr><th scope="col">{name}</th><th scope="col" className="r">人数</th><th scope="col" className="r">占比</th></tr></thead>
      <tbody>{rows.map(line)}</tbody>
      {total ? <tfoot>{line(total)}</tfoot> : null}
    </table>
  );
}
