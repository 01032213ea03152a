import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { listReceipts } from "@/lib/letters/queries";
import { displayName } from "@/lib/platform/chinese/name";

type Rows = Awaited<ReturnType<typeof listReceipts>>["rows"];

/** Who has read a letter, and when for the first time. */
export function ReceiptTable({ rows }: { rows: Rows }) {
  if (rows.length === 0) return <p className="p-5 text-ink-2">没有这一类收件人。刚发出的通知，请稍后刷新查看。</p>;
  return (
    <Table caption="回执" columns={[{ label: "收件人", className: "who" }, { label: "是否读过" }, { label: "首次阅读" }, { label: "再次提醒", align: "right" }]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who">{displayName(row.name)}</th>
          <td>{row.when ? <Tag tone="green">已读</Tag> : <Tag tone="amber">未读</Tag>}</td><td className="num">{row.when ?? "—"}</td><td className="r">{row.reminders}</td>
        </tr>
      ))}
    </Table>
  );
}
