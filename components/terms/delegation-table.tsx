import { randomUUID } from "node:crypto";
import Link from "next/link";
import { hrefWith } from "@/components/ui/href";
import { Blank, Table } from "@/components/ui/table";
import { reorderDelegation } from "@/lib/terms/actions";
import type { DelegationRow } from "@/lib/terms/queries";
import { OrderButtons } from "./order-buttons";
import { OrderForm } from "./order-form";

/** The delegations of a term in their order, each figure leading to its rows of the roster. */
export function DelegationTable({ termId, rows, arranges }: { termId: string; rows: readonly DelegationRow[]; arranges: boolean }) {
  const table = (
    <Table caption="代表团" columns={[{ label: "代表团", className: "who" }, { label: "团长" }, { label: "对应的选举单位" }, { label: "在册代表", align: "right" }, { label: "小组", align: "right" }, ...(arranges ? [{ label: "排序" }] : [])]}>
      {rows.map((row, i) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link prefetch={false} href={`/manage/terms/${termId}/delegations/${row.id}`}>{row.name}</Link></th>
          <td>{row.head ?? <Blank why="还没有任命" />}</td>
          <td>{row.unitName ?? <Blank why="没有指定" />}</td>
          <td className="r"><Link prefetch={false} href={hrefWith("/manage/delegates", {}, { term: termId, delegation: row.id })}>{row.delegates}</Link></td>
          <td className="r">{row.groups}</td>
          {arranges ? <td><OrderButtons row={row} first={i === 0} last={i === rows.length - 1} /></td> : null}
        </tr>
      ))}
    </Table>
  );
  return arranges ? <OrderForm action={reorderDelegation} formKey={randomUUID()} id="order-delegations" termId={termId}>{table}</OrderForm> : table;
}
