import type { Line } from "@/lib/compositions/tables";
import { HeadsLink, type LinkTo } from "./heads-link";

/** Every figure of the term by dimension; the same lines as the workbook. Without `linkTo` it is for paper. */
export function OverallTable({ lines, title, linkTo }: { lines: readonly Line[]; title: string; linkTo?: LinkTo }) {
  const asked = lines.some((l) => l.kind === "figure" && l.requirement);
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="sheet compact">
        <caption><span className="sr">{title}</span></caption>
        <thead><tr><th scope="col">项目</th><th scope="col" className="r">人数</th><th scope="col" className="r">占比</th>{asked ? <><th scope="col">要求</th><th scope="col">结果</th></> : null}</tr></thead>
        <tbody>
          {lines.map((l) => l.kind === "heading"
            ? <tr key={l.text} className="group"><th scope="colgroup" colSpan={asked ? 5 : 3}>{l.text}</th></tr>
            : (
              <tr key={l.figure.key}>
                <th scope="row">{l.figure.name}</th>
                <td className="r">{linkTo ? <HeadsLink value={l.values[0]} linkTo={linkTo} name={l.figure.name} /> : l.values[0].text}</td>
                <td className="r">{l.values[1].text}</td>
                {asked ? <><td>{l.requirement}</td><td>{l.result}</td></> : null}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
