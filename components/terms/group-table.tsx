import { randomUUID } from "node:crypto";
import Link from "next/link";
import { hrefWith } from "@/components/ui/href";
import { Blank, Table } from "@/components/ui/table";
import { reorderGroup } from "@/lib/terms/actions";
import type { GroupRow } from "@/lib/terms/queries";
import { OrderButtons } from "./order-buttons";
import { OrderForm } from "./order-form";

/** The groups of a term in their order, each figure leading to its rows of the roster. */
export function GroupTable({ termId, rows, arranges }: { termId: string; rows: readonly GroupRow[]; arranges: boolean }) {
  const table = (
    <Table caption="代表小组" columns={[{ label: "代表小组", className: "who" }, { label: "组长" }, { label: "所属代表团" }, { label: "在册代表", align: "right" }, ...(arranges ? [{ label: "排序" }] : [])]}>
      {rows.map((row, i) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link prefetch={false} href={`/manage/terms/${termId}/groups/${row.id}`}>{row.name}</Link></th>
          <td>{row.head ?? <Blank why="还没有任命" />}</td>
          <td>{row.delegationName ?? "跨代表团"}</td>
          <td className="r"><Link prefetch={false} href={hrefWith("/manage/delegates", {}, { term: termId, group: row.id })}>{row.delegates}</Link></td>
          {arranges ? <td><OrderButtons row={row} first={i === 0} last={i === rows.length - 1} /></td> : null}
        </tr>
      ))}
    </Table>
  );
  return arranges ? <OrderForm action={reorderGroup} formKey={randomUUID()} id="order-groups" termId={termId}>{table}</OrderForm> : table;
}
