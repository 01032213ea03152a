import { Blank } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Judged } from "@/lib/compositions/findings";
import { countOf, dimensions, figures, type Cell, type Figure } from "@/lib/compositions/figures";
import { heads, shareOf } from "@/lib/compositions/tables";
import { requirementText, verdictText } from "@/lib/compositions/targets";
import { HeadsLink, type LinkTo } from "./heads-link";
import { ShareBar } from "./share-bar";

type Props = { cell: Cell; results: readonly Judged[]; linkTo: LinkTo; title: string };

const usual = ["sex:2", "ethnicity:minority", "ageAtMost:45", "ageAtMost:50", "education:COLLEGE_UP", "flag:FRONTLINE"];
const isCategory = (figure: Figure) => dimensions.category.partition.includes(figure);

/** Overlapping figures worth a line here: the usual ones, those with a requirement, and flags that somebody bears. */
const overlapping = (cell: Cell, results: readonly Judged[]) =>
  figures.filter((f) => !isCategory(f) && (usual.includes(f.key) || results.some((r) => r.target.dimension === f.key) || (dimensions.flag.overlap.includes(f) && countOf(f, cell) > 0)));

function Row({ figure, cell, results, linkTo, asked }: Omit<Props, "title"> & { figure: Figure; asked: boolean }) {
  const own = results.filter((r) => r.target.dimension === figure.key);
  return (
    <tr>
      <th scope="row">{figure.name}</th>
      <td className="r"><HeadsLink text={heads(figure, cell).text} href={linkTo(figure)} name={figure.name} /></td>
      <td className="r font-semibold!">{shareOf(figure, cell).text}</td>
      <td><ShareBar count={countOf(figure, cell)} all={cell.counts.total} results={own} /></td>
      {asked ? <td className="num">{own.length === 0 ? <Blank /> : own.map((r) => <div key={r.target.id}>{requirementText(r.target)}</div>)}</td> : null}
      {asked ? <td>{own.map((r) => <div key={r.target.id} className="py-1">{r.verdict ? <Tag tone={r.verdict.met ? "green" : "amber"}>{verdictText(r.target, r.verdict)}</Tag> : "—"}</div>)}</td> : null}
    </tr>
  );
}

/** Categories first, which add up; below them, under a heading that says so, what overlaps with them. */
export function RequirementTable({ cell, results, linkTo, title }: Props) {
  const asked = results.length > 0;
  const categories = dimensions.category.partition.filter((f) => f.key !== "category:none" || countOf(f, cell) > 0);
  const shared = { cell, results, linkTo, asked };
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="sheet compact [&_td]:px-2 [&_th]:px-2 [&_th:first-child]:pl-5">
        <caption><span className="sr">{title}</span></caption>
        <thead>
          <tr>
            <th scope="col">主类别（每人一类）</th><th scope="col" className="r">人数</th><th scope="col" className="r">占比</th><th scope="col">0—100%</th>
            {asked ? <><th scope="col">要求</th><th scope="col">结果</th></> : null}
          </tr>
        </thead>
        <tbody>
          {categories.map((figure) => <Row key={figure.key} figure={figure} {...shared} />)}
          <tr className="group"><th scope="colgroup" colSpan={asked ? 6 : 4}>与主类别重叠的各项（不能与上面各类相加）</th></tr>
          {overlapping(cell, results).map((figure) => <Row key={figure.key} figure={figure} {...shared} />)}
        </tbody>
      </table>
    </div>
  );
}
