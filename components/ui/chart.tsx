import Link from "next/link";
import type { ReactNode } from "react";

export type ChartRow = { label: string; value: string; href?: string; note?: string };
type Props = {
  /** The finding as a sentence, not the topic. */
  title: string;
  unit: string;
  source: string;
  asOf: string;
  /** Drawn by lib/platform/charts; trusted, every text in it is escaped there. */
  svg: string;
  rows: readonly ChartRow[];
  head?: { label: string; value: string; note?: string };
  /** Link to the same data as a workbook. */
  download?: ReactNode;
};

/** A drawing that needs no scripts, with its unit, source, time, and the same data as a table. */
export function Chart({ title, unit, source, asOf, svg, rows, head = { label: "项目", value: "数值" }, download }: Props) {
  const noted = rows.some((row) => row.note);
  return (
    <figure className="chart">
      <figcaption><h2>{title}</h2><p className="src">单位：{unit}　来源：{source}　{asOf}</p></figcaption>
      <div className="draw" role="region" aria-label={`图：${title}`} tabIndex={0} dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary>看数据</summary>
        <table className="sheet compact">
          <caption><span className="sr">{title}</span></caption>
          <thead><tr><th scope="col">{head.label}</th><th scope="col" className="r">{head.value}</th>{noted ? <th scope="col">{head.note ?? "说明"}</th> : null}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td className="r">{row.href ? <Link href={row.href} prefetch={false}>{row.value}</Link> : row.value}</td>
                {noted ? <td>{row.note}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
        {download ? <div className="take">{download}</div> : null}
      </details>
    </figure>
  );
}
