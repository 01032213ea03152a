import { PickAll } from "@/components/ui/batch-bar";
import { Table } from "@/components/ui/table";
import { shortId } from "@/lib/delegates/filters";
import { columns, type ColumnKey } from "@/lib/delegates/columns";
import { withBack } from "@/lib/delegates/list-back";
import { displayName } from "@/lib/platform/chinese/name";
import type { DelegateStatus } from "@/prisma/client/enums";
import { RowClick } from "./row-click";
import type { ShownRow } from "./packed-rows";
import { StatusTag } from "./status-tag";

const looks: Partial<Record<ColumnKey, string>> = { age: "r", job: "wide", remark: "wide", flags: "wide", delegateNo: "num", mobile: "num" };

type Props = { path: string; back: string; rows: readonly ShownRow[]; shown: readonly ColumnKey[]; caption: string; pick?: boolean };

/** The rows of one page, their cells in the order of `shown`, with a box before each name where they can be ticked. Plain links and few elements; `back` is the list as it stands. */
export function RosterTable({ path, back, rows, shown, caption, pick }: Props) {
  const heads = shown.map((key) => ({ label: columns.find((c) => c.key === key)?.name ?? key, ...(looks[key] ? { className: looks[key] } : {}) }));
  return (
    <RowClick>
      <Table caption={caption} columns={[{ label: pick ? <><PickAll name="pick" />姓名</> : "姓名", key: "who", className: "who" }, ...heads]} landscape>
        {rows.map(([id, name, ...cells]) => (
          <tr key={id}>
            <th scope="row" className="who">{pick ? <input type="checkbox" name="pick" value={shortId(id)} aria-label={name} /> : null}<a href={withBack(`${path}/${id}`, back)}>{displayName(name)}</a></th>
            {shown.map((key, at) => <td key={key} className={looks[key]}>{key === "status" ? <StatusTag status={cells[at] as DelegateStatus} /> : cells[at]}</td>)}
          </tr>
        ))}
      </Table>
    </RowClick>
  );
}
