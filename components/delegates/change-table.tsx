import { ImportLink } from "@/components/roster-imports/import-link";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { fieldNames, verbNames } from "@/lib/delegates/labels";
import type { Change } from "@/lib/delegates/queries";
import { formatInstant } from "@/lib/platform/clock";
import type { ImportOf } from "@/lib/roster-imports/queries";

const heads = [{ label: "时间" }, { label: "经办人" }, { label: "事项" }, { label: "内容", className: "wide" }, { label: "依据或理由", className: "wide" }];

function Lines({ change }: { change: Change }) {
  const lines = Object.entries(change.changes);
  if (lines.length === 0) return <span className="muted">—</span>;
  return (
    <ul className="py-2 leading-relaxed">
      {lines.map(([key, [before, after]]) => (
        <li key={key}>{fieldNames[key] ?? key}{before === null && after === null ? "" : <>：<span className="text-ink-3">{before ?? "未填"}</span> → {after ?? "未填"}</>}</li>
      ))}
    </ul>
  );
}

/** An import is written under its own number as the request. */
function FromFile({ change, imports }: { change: Change; imports: readonly ImportOf[] }) {
  const batch = imports.find(({ id }) => id === change.requestId);
  return batch ? <>：<ImportLink batch={batch} /></> : null;
}

/** 变动与修改记录: who did what and when, with both values as they were masked when written. */
export function ChangeTable({ path, back, found, page, imports }: { path: string; back?: string | undefined; found: { rows: readonly Change[]; total: number }; page: number; imports: readonly ImportOf[] }) {
  if (found.rows.length === 0) return <Empty title={found.total === 0 ? "还没有记录" : "这一页没有记录"} why="登记、修改、状态变动和查看完整号码都会记录在这里。" />;
  return (
    <>
      <Table caption="变动与修改记录" columns={heads}>
        {found.rows.map((change) => (
          <tr key={change.seq}>
            <td className="num">{formatInstant(change.at)}</td><td>{change.actorName}</td><td className="wide">{verbNames[change.verb] ?? change.verb}<FromFile change={change} imports={imports} /></td>
            <td className="wide"><Lines change={change} /></td><td className="wide">{change.reason ?? <span className="muted">—</span>}</td>
          </tr>
        ))}
      </Table>
      {found.total > 50 ? <Pager path={path} params={{ tab: "changes", back }} total={found.total} page={page} size={50} sizes={[50]} /> : null}
    </>
  );
}
