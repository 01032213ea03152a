import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { AuditRow } from "@/lib/audits/in-words";

const columns = [{ label: "时间", className: "who" }, { label: "操作人" }, { label: "身份" }, { label: "行为" }, { label: "对象" }, { label: "结果" }, { label: "来源地址" }];

export function OutcomeTag({ row }: { row: Pick<AuditRow, "outcome" | "outcomeName"> }) {
  return row.outcome === "REFUSED" ? <Tag tone="danger">{row.outcomeName}</Tag> : <Tag tone="green">{row.outcomeName}</Tag>;
}

/** The first eight characters tell records apart on a screen; the whole number stands on the page of the event. */
const shortly = (id: string) => (id.length > 12 ? `${id.slice(0, 8)}…` : id);

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <Table caption="审计记录" columns={columns} compact landscape>
      {rows.map((row) => (
        <tr key={row.seq}>
          <th scope="row" className="who"><Link className="num" href={`/system/audit/${row.seq}`} prefetch={false}>{row.at}</Link></th>
          <td>{row.actorName}</td>
          <td>{row.roleName}</td>
          <td>{row.verbName}</td>
          <td>{row.targetType}{row.targetName ? ` ${row.targetName}` : row.targetId ? <span className="muted"> {shortly(row.targetId)}</span> : null}</td>
          <td><OutcomeTag row={row} /></td>
          <td className="num">{row.address ?? "—"}</td>
        </tr>
      ))}
    </Table>
  );
}
