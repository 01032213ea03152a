import { Table } from "@/components/ui/table";
import { columns, type ColumnKey } from "@/lib/delegates/columns";
import type { RosterRow } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { RowClick } from "./row-click";
import { StatusTag } from "./status-tag";

const looks: Partial<Record<ColumnKey, string>> = { age: "r", job: "wide", remark: "wide", flags: "wide", delegateNo: "num", mobile: "num" };

/** The rows of one page. Plain links and few elements: fifty rows must stay light. */
export function RosterTable({ path, rows, shown, caption }: { path: string; rows: readonly RosterRow[]; shown: readonly ColumnKey[]; caption: string }) {
  const heads = columns.filter((c) => shown.includes(c.key));
  return (
    <RowClick>
      <Table caption={caption} columns={[{ label: "姓名", className: "who" }, ...heads.map((c) => ({ label: c.name, ...(looks[c.key] ? { className: looks[c.key] } : {}) }))]}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="who"><a href={`${path}/${row.id}`}>{displayName(row.name)}</a></th>
            {heads.map(({ key }) => <td key={key} className={looks[key]}>{key === "status" ? <StatusTag status={row.status} /> : row.cells[key]}</td>)}
          </tr>
        ))}
      </Table>
    </RowClick>
  );
}
