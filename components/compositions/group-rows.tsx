"use client";
import { HeadsLink } from "./heads-link";

/** A column; `query` is what the address of its people has behind that of the row, none where the column counts nobody. */
export type GroupColumn = { name: string; query?: string };
/** A line as bare data: what its address has behind that of everybody, its name, its people, and a text for every column. */
export type GroupRow = readonly [place: string, name: string, heads: string, ...texts: string[]];

type Props = {
  name: string; title: string; rows: readonly GroupRow[]; total: GroupRow; everybody?: string;
  /** Columns under a common heading, each beginning with a rule. */
  sections: readonly { name: string; columns: readonly GroupColumn[] }[];
};

/** A column may be as narrow as half its name, broken where a reader would break it: 45岁 / 及以下, 少数 / 民族. */
function Broken({ name }: { name: string }) {
  const at = name.includes("及以") ? name.indexOf("及以") : name.length === 4 ? 2 : name.length;
  return <>{name.slice(0, at)}<wbr />{name.slice(at)}</>;
}

type Column = GroupColumn & { ruled: boolean };

function Line({ row: [place, name, heads, ...texts], columns, everybody }: { row: GroupRow; columns: readonly Column[]; everybody?: string }) {
  const to = (query: string | undefined) => (everybody === undefined || query === undefined ? undefined : everybody + place + query);
  return (
    <tr>
      <th scope="row" className="who whitespace-nowrap!">{everybody === undefined ? name : <a href={to("")}>{name}</a>}</th>
      <td className="r"><HeadsLink text={heads} href={to("")} /></td>
      {columns.map(({ name: column, query, ruled }, i) => <td key={column} className={ruled ? "r border-l border-line" : "r"}><HeadsLink text={texts[i] ?? ""} href={to(query)} /></td>)}
    </tr>
  );
}

/** The table of many links, told to the browser as data: as elements it would weigh five times as much. Without `everybody` it is for paper. */
export function GroupRows({ name, title, rows, total, everybody, sections }: Props) {
  const columns = sections.flatMap((s) => s.columns.map((column, i): Column => ({ ...column, ruled: i === 0 })));
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="sheet compact [&_td]:px-2 [&_th]:px-2 print:[&_td]:px-[2pt]! print:[&_th]:px-[2pt]!">
        <caption><span className="sr">{title}</span></caption>
        <thead>
          <tr><th scope="col" rowSpan={2} className="who whitespace-nowrap!">{name}</th><th scope="col" rowSpan={2} className="r whitespace-nowrap!">人数</th>{sections.map((s) => <th key={s.name} scope="colgroup" colSpan={s.columns.length} className="border-l border-line">{s.name}</th>)}</tr>
          <tr>{columns.map((column) => <th key={column.name} scope="col" className={`r whitespace-normal! break-keep ${column.ruled ? "border-l border-line" : ""}`}><Broken name={column.name} /></th>)}</tr>
        </thead>
        <tbody>{rows.map((row) => <Line key={row[0]} row={row} columns={columns} everybody={everybody} />)}</tbody>
        <tfoot><Line row={total} columns={columns} everybody={everybody} /></tfoot>
      </table>
    </div>
  );
}
