import Link from "next/link";
import { KeysetPager } from "@/components/audits/keyset-pager";
import { ImportLink } from "@/components/roster-imports/import-link";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Table } from "@/components/ui/table";
import { rangeNames } from "@/lib/histories/labels";
import type { Happening, History } from "@/lib/histories/queries";
import type { ImportOf } from "@/lib/roster-imports/queries";
import type { HistoryFilters } from "@/lib/histories/schema";

function Lines({ changes }: Pick<Happening, "changes">) {
  if (changes.length === 0) return <span className="muted">—</span>;
  return (
    <ul className="py-2 leading-relaxed">
      {changes.map(({ field, old, now }) => <li key={field}>{field}{old === null && now === null ? "" : <>：<span className="text-ink-3">{old ?? "未填"}</span> → {now ?? "未填"}</>}</li>)}
    </ul>
  );
}

/** An import is written under its own number as the request. */
function FromFile({ row, imports }: { row: Happening; imports: readonly ImportOf[] }) {
  const batch = imports.find(({ id }) => id === row.requestId);
  return batch ? <>：<ImportLink batch={batch} /></> : null;
}

const ranges = Object.keys(rangeNames) as HistoryFilters["range"][];

/** One mandate or the whole person; asked only where there is more than one. */
const Ranges = ({ path, back, range }: { path: string; back: string | undefined; range: HistoryFilters["range"] }) => (
  <p className="px-5 pt-4 text-13 text-ink-3">{ranges.map((key) => (
    <span key={key} className="mr-4">{key === range ? <b aria-current="true">{rangeNames[key]}</b> : <Link href={hrefWith(path, { tab: "changes", back }, { range: key === "mandate" ? undefined : key })} prefetch={false}>{rangeNames[key]}</Link>}</span>
  ))}</p>
);

/** 变动与修改记录: who did what and when, with both values as they were masked when written. */
export function HistoryTable({ path, back, found, filters, imports }: { path: string; back?: string | undefined; found: History; filters: HistoryFilters; imports: readonly ImportOf[] }) {
  const { range, size } = filters;
  const ranged = found.mandates > 1;
  const heads = [{ label: "时间" }, { label: "经办人" }, { label: "事项" }, ...(ranged && range === "person" ? [{ label: "届次" }] : []), { label: "内容", className: "wide" }, { label: "依据或理由", className: "wide" }];
  return (
    <>
      {ranged ? <Ranges path={path} back={back} range={range} /> : null}
      {found.rows.length === 0 ? <Empty title="还没有记录" why="登记、修改、导入、更正、状态变动和查看完整号码都会记录在这里。" /> : (
        <Table caption="变动与修改记录" columns={heads}>
          {found.rows.map((row) => (
            <tr key={row.seq}>
              <td className="num">{row.at}</td><td>{row.by}</td><td>{row.act}<FromFile row={row} imports={imports} /></td>{ranged && range === "person" ? <td>{row.term}</td> : null}
              <td className="wide"><Lines changes={row.changes} /></td><td className="wide">{row.reason ?? <span className="muted">—</span>}</td>
            </tr>
          ))}
        </Table>
      )}
      {found.newerThan || found.olderThan ? <KeysetPager path={path} params={{ tab: "changes", back, range: range === "mandate" ? undefined : range, size: size === 20 ? undefined : String(size) }} size={size} newerThan={found.newerThan} olderThan={found.olderThan} /> : null}
    </>
  );
}
