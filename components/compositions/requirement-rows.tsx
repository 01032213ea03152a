"use client";
import { Blank } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { HeadsLink } from "./heads-link";
import { ShareBar, type Bar } from "./share-bar";

/** A requirement in words, and whether it is met; neither while nobody is counted. */
export type Asked = { id: string; text: string; verdict?: string; met?: boolean };
/** A figure as bare data; `query` is what its address has behind that of everybody. */
export type RequirementRow = { name: string; heads: string; share: string; query: string; bar: Bar; asked: readonly Asked[] };

type Props = { title: string; everybody: string; asked: boolean; categories: readonly RequirementRow[]; overlapping: readonly RequirementRow[] };

function Row({ row, everybody, asked }: { row: RequirementRow } & Pick<Props, "everybody" | "asked">) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="r"><HeadsLink text={row.heads} href={everybody + row.query} name={row.name} /></td>
      <td className="r font-semibold!">{row.share}</td>
      <td><ShareBar {...row.bar} /></td>
      {asked ? <td className="num">{row.asked.length === 0 ? <Blank /> : row.asked.map((r) => <div key={r.id}>{r.text}</div>)}</td> : null}
      {asked ? <td>{row.asked.map((r) => <div key={r.id} className="py-1">{r.verdict === undefined ? "—" : <Tag tone={r.met ? "green" : "amber"}>{r.verdict}</Tag>}</div>)}</td> : null}
    </tr>
  );
}

/** Categories first, which add up; below them, under a heading that says so, what overlaps with them. Told to the browser as data. */
export function RequirementRows({ title, everybody, asked, categories, overlapping }: Props) {
  const line = (row: RequirementRow) => <Row key={row.name} row={row} everybody={everybody} asked={asked} />;
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
          {categories.map(line)}
          <tr className="group"><th scope="colgroup" colSpan={asked ? 6 : 4}>与主类别重叠的各项（不能与上面各类相加）</th></tr>
          {overlapping.map(line)}
        </tbody>
      </table>
    </div>
  );
}
