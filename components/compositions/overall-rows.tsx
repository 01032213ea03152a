"use client";
import { HeadsLink } from "./heads-link";

/** A heading alone, or a figure with its requirement and result; `query` is what its address has behind that of everybody. */
export type OverallRow = readonly [heading: string] | readonly [name: string, heads: string, share: string, query: string, requirement: string, result: string];

type Props = { rows: readonly OverallRow[]; asked: boolean; title: string; everybody?: string };

/** Every figure of the term, told to the browser as data. Without `everybody` it is for paper. */
export function OverallRows({ rows, asked, title, everybody }: Props) {
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="sheet compact">
        <caption><span className="sr">{title}</span></caption>
        <thead><tr><th scope="col">项目</th><th scope="col" className="r">人数</th><th scope="col" className="r">占比</th>{asked ? <><th scope="col">要求</th><th scope="col">结果</th></> : null}</tr></thead>
        <tbody>
          {rows.map(([name, heads, share, query, requirement, result]) => heads === undefined
            ? <tr key={name} className="group"><th scope="colgroup" colSpan={asked ? 5 : 3}>{name}</th></tr>
            : (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="r"><HeadsLink text={heads} href={everybody === undefined ? undefined : everybody + query} name={name} /></td>
                <td className="r">{share}</td>
                {asked ? <><td>{requirement}</td><td>{result}</td></> : null}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
