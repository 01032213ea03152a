import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { stateTones } from "@/lib/corrections/labels";
import type { Correction } from "@/lib/corrections/queries";
import { displayName } from "@/lib/platform/chinese/name";

const columns = [{ label: "代表", className: "who" }, { label: "申请更正", className: "wide" }, { label: "代表团" }, { label: "选举单位", className: "wide" }, { label: "证明材料" }, { label: "提交时间" }, { label: "状态" }];

/** Requests one a row; the name opens the request. */
export function CorrectionTable({ rows }: { rows: readonly Correction[] }) {
  return (
    <Table caption="更正申请" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/corrections/${row.id}`} prefetch={false}>{displayName(row.name)}</Link></th>
          <td className="wide">{row.fields.map((f) => f.label).join("、")}</td>
          <td>{row.delegation}</td>
          <td className="wide">{row.unit}</td>
          <td>{row.proof ? "有" : "—"}</td>
          <td className="num">{row.submitted}</td>
          <td><Tag tone={stateTones[row.state]}>{row.stateName}</Tag></td>
        </tr>
      ))}
    </Table>
  );
}
