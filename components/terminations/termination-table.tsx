import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { causeNames } from "@/lib/delegates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { stateNames, stateTones } from "@/lib/terminations/labels";
import type { Termination } from "@/lib/terminations/queries";

const columns = [{ label: "代表", className: "who" }, { label: "代表团" }, { label: "原因" }, { label: "提出单位" }, { label: "提出日期" }, { label: "决定日期" }, { label: "备案日期" }, { label: "状态" }];

/** Cases one a row; the name opens the case. */
export function TerminationTable({ rows }: { rows: readonly Termination[] }) {
  return (
    <Table caption="资格终止" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/terminations/${row.id}`} prefetch={false}>{displayName(row.name)}</Link></th>
          <td>{row.delegate.delegation.name}</td>
          <td className="wide">{causeNames[row.cause]}</td>
          <td className="wide">{row.proposedBy}</td>
          <td className="num">{row.proposedOn}</td>
          <td className="num">{row.decidedOn ?? "—"}</td>
          <td className="num">{row.filedOn ?? "—"}</td>
          <td><Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag></td>
        </tr>
      ))}
    </Table>
  );
}
