"use client";
import Link from "next/link";
import { PickAll } from "@/components/ui/batch-bar";
import { Blank, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { standingNames, standingTones } from "@/lib/delegate-accounts/labels";
import type { DelegateAccountRow } from "@/lib/delegate-accounts/queries";
import { displayName } from "@/lib/platform/chinese/name";

const columns = [
  { label: <PickAll name="pick" />, key: "pick", className: "pick" }, { label: "姓名", className: "who" }, { label: "代表团" }, { label: "选举单位" }, { label: "登录名" }, { label: "账号状态" }, { label: "初始口令有效至" }, { label: "最近登录" },
];

/** What is shown of a row, told to the browser as bare data: as elements the same fifty rows would weigh twice as much. */
export type ShownAccount = [id: string, name: string, delegation: string, unit: string | null, username: string | null, standing: DelegateAccountRow["standing"], until: string | null, lastOn: string | null, other: boolean];

export function AccountRows({ rows }: { rows: readonly ShownAccount[] }) {
  return (
    <Table caption="代表账号" columns={columns}>
      {rows.map(([id, name, delegation, unit, username, standing, until, lastOn, other]) => (
        <tr key={id}>
          <td className="pick"><input type="checkbox" name="pick" value={id} aria-label={`选择${name}`} /></td>
          <th scope="row" className="who"><Link href={`/manage/delegates/${id}/account`} prefetch={false}>{displayName(name)}</Link></th>
          <td>{delegation}</td>
          <td className="wide">{unit ?? <Blank />}</td>
          <td>{username ?? (other ? <span className="muted">另有账号，开通时沿用</span> : <Blank />)}</td>
          <td><Tag tone={standingTones[standing]} mark>{standingNames[standing]}</Tag></td>
          <td className="num">{until ?? <Blank />}</td>
          <td className="num">{lastOn ?? <Blank />}</td>
        </tr>
      ))}
    </Table>
  );
}
