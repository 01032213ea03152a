import { Landscape } from "@/components/ui/landscape";
import { columns, type ColumnKey } from "@/lib/delegates/columns";
import type { RosterRow } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";

type Props = { title: string; office: string; date: string; rows: readonly RosterRow[]; total: number; shown: readonly ColumnKey[] };

/** Numbers the sheets where the browser can; older ones leave the corner empty. */
const PAGES = `@page { @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 9pt; } }`;

/** The roster as a paper: A4 landscape, the head on every sheet. */
export function RosterSheet({ title, office, date, rows, total, shown }: Props) {
  const heads = columns.filter((c) => shown.includes(c.key));
  return (
    <article className="card p-6">
      <Landscape />
      <style>{PAGES}</style>
      <h2 className="serif text-center text-2xl">{title}</h2>
      <p className="num mt-2 mb-3 flex flex-wrap justify-between gap-x-4 text-sm"><span>填报单位：{office}</span><span>填报日期：{date}</span></p>
      {rows.length < total ? <p className="notice warn mb-3"><b>只列出前 {rows.length.toLocaleString("en")} 人</b>，符合条件的共 {total.toLocaleString("en")} 人。请按代表团分次打印。</p> : null}
      <div className="scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="sheet compact">
          <thead><tr><th scope="col" className="r">序号</th><th scope="col">姓名</th>{heads.map((c) => <th key={c.key} scope="col">{c.name}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id}>
                <td className="r">{i + 1}</td><th scope="row">{displayName(row.name)}</th>
                {heads.map(({ key }) => <td key={key} className={key === "job" || key === "remark" || key === "flags" ? "wide" : undefined}>{row.cells[key]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="num mt-3 text-sm text-ink-2">共 {rows.length.toLocaleString("en")} 人</p>
    </article>
  );
}
