import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Holder } from "@/lib/grants/queries";

const columns = [{ label: "姓名", className: "who" }, { label: "登录名" }, { label: "角色与范围" }, { label: "账号状态" }];

export function HolderTable({ rows }: { rows: readonly Holder[] }) {
  return (
    <Table caption="账号的角色" columns={columns}>
      {rows.map((holder) => (
        <tr key={holder.id}>
          <th scope="row" className="who"><Link href={`/system/grants/${holder.id}`} prefetch={false}>{holder.displayName}</Link></th>
          <td>{holder.username}</td>
          <td className="wide">{holder.grants.map((grant) => `${grant.name}（${grant.scope}）`).join("、") || <span className="muted">尚未授权</span>}</td>
          <td>{holder.disabled ? <Tag mark>已停用</Tag> : <Tag tone="green">在用</Tag>}</td>
        </tr>
      ))}
    </Table>
  );
}
