import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { AskedField, Comparison } from "@/lib/corrections/queries";

const empty = <span className="muted">未填</span>;

/** Old and new under each other, for the phone. */
export function AskedList({ fields }: { fields: readonly AskedField[] }) {
  return (
    <ul className="divide-y divide-line">
      {fields.map((f) => (
        <li key={f.id} className="py-3">
          <b className="font-semibold">{f.label}</b>
          <p className="mt-1 text-base text-ink-3">原登记：{f.old ?? "未填"}</p>
          <p>改为：{f.now ?? "删去，不填"}</p>
        </li>
      ))}
    </ul>
  );
}

/** Old and new side by side, and what is registered now where that moved since. */
export function AskedTable({ rows }: { rows: Comparison["rows"] }) {
  const moved = rows.some((row) => row.moved);
  const columns = [{ label: "项目", className: "who" }, { label: "提交时登记", className: "wide" }, { label: "申请改为", className: "wide" }, ...(moved ? [{ label: "现在登记", className: "wide" }] : [])];
  return (
    <Table caption="申请更正的内容" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who">{row.label}</th>
          <td className="wide">{row.old ?? empty}</td>
          <td className="wide"><b>{row.now ?? "删去，不填"}</b></td>
          {moved ? <td className="wide">{row.present ?? empty}{row.moved ? <> <Tag tone="amber">已变动</Tag></> : null}</td> : null}
        </tr>
      ))}
    </Table>
  );
}
