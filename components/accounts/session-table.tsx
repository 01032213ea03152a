import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";

export type SessionRow = { id: string; since: string; seen: string; address: string; browser: string };

/** Live sessions; `last` draws what can be done with each. */
export function SessionTable({ rows, last }: { rows: readonly SessionRow[]; last?: (row: SessionRow) => ReactNode }) {
  const columns = [{ label: "登录时间" }, { label: "最近使用" }, { label: "来源地址" }, { label: "浏览器" }, ...(last ? [{ label: "操作", key: "last" }] : [])];
  return (
    <Table caption="有效的登录" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="num">{row.since}</td>
          <td className="num">{row.seen}</td>
          <td className="num">{row.address}</td>
          <td className="wide">{row.browser}</td>
          {last ? <td>{last(row)}</td> : null}
        </tr>
      ))}
    </Table>
  );
}
