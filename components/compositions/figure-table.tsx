"use client";
import { HeadsLink } from "./heads-link";

/** A figure as bare data; `query` is what its address has behind that of everybody. */
export type FigureRow = readonly [name: string, heads: string, share: string, query: string];

type Props = { title: string; name: string; rows: readonly FigureRow[]; total?: FigureRow; everybody: string };

/** A few figures with their shares, and their total where they add up. Told to the browser as data: as elements it would weigh twice as much. */
export function FigureTable({ title, name, rows, total, everybody }: Props) {
  const line = ([label, heads, share, query]: FigureRow) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td className="r"><HeadsLink text={heads} href={everybody + query} name={label} /></td>
      <td className="r">{share}</td>
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
