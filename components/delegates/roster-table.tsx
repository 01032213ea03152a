import { Table } from "@/components/ui/table";
import { columns, type ColumnKey } from "@/lib/delegates/columns";
import { withBack } from "@/lib/delegates/list-back";
import { displayName } from "@/lib/platform/chinese/name";
import type { DelegateStatus } from "@/prisma/client/enums";
import { RowClick } from "./row-click";
import { StatusTag } from "./status-tag";

/** A row cut down to the cells that are shown, so that fifty of them travel light; a status travels as its code. */
export type ShownRow = readonly [id: string, name: string, ...cells: string[]];

const looks: Partial<Record<ColumnKey, string>> = { age: "r", job: "wide", remark: "wide", flags: "wide", delegateNo: "num", mobile: "num" };

/** The rows of one page, their cells in the order of `shown`. Plain links and few elements; `back` is the list as it stands. */
export function RosterTable({ path, back, rows, shown, caption }: { path: string; back: string; rows: readonly ShownRow[]; shown: readonly ColumnKey[]; caption: string }) {
  const heads = shown.map((key) => ({ label: columns.find((c) => c.key === key)?.name ?? key, ...(looks[key] ? { className: looks[key] } : {}) }));
  return (
    <RowClick>
      <Table caption={caption} columns={[{ label: "姓名", className: "who" }, ...heads]} landscape>
        {rows.map(([id, name, ...cells]) => (
          <tr key={id}>
            <th scope="row" className="who"><a href={withBack(`${path}/${id}`, back)}>{displayName(name)}</a></th>
            {shown.map((key, at) => <td key={key} className={looks[key]}>{key === "status" ? <StatusTag status={cells[at] as DelegateStatus} /> : cells[at]}</td>)}
          </tr>
        ))}
      </Table>
    </RowClick>
  );
}
