import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { standingNames, standingTones } from "@/lib/accounts/labels";
import type { AccountRow } from "@/lib/accounts/queries";

const columns = [{ label: "姓名", className: "who" }, { label: "登录名" }, { label: "角色" }, { label: "状态" }, { label: "建立时间" }];

export function StandingTag({ standing }: Pick<AccountRow, "standing">) {
  return <Tag tone={standingTones[standing]} mark>{standingNames[standing]}</Tag>;
}

export function AccountTable({ rows }: { rows: readonly AccountRow[] }) {
  return (
    <Table caption="账号" columns={columns}>
      {rows.map((account) => (
        <tr key={account.id}>
          <th scope="row" className="who"><Link href={`/system/accounts/${account.id}`} prefetch={false}>{account.displayName}</Link></th>
          <td>{account.username}</td>
          <td>{account.roles.join("、") || <span className="muted">尚未授权</span>}</td>
          <td><StandingTag standing={account.standing} /></td>
          <td className="num">{account.since}</td>
        </tr>
      ))}
    </Table>
  );
}
