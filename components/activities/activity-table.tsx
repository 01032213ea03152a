import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { kindNames, stateNames, stateTones } from "@/lib/activities/labels";
import type { ActivityRow } from "@/lib/activities/queries";
import { spanOf } from "@/lib/activities/sessions";

const columns = [{ label: "活动", className: "who" }, { label: "类别" }, { label: "时间" }, { label: "场次", align: "right" as const }, { label: "地点" }, { label: "组织单位" }, { label: "名单", align: "right" as const }, { label: "参加", align: "right" as const }, { label: "状态" }];

/** Activities one a row; the name opens the activity at `base`. */
export function ActivityTable({ rows, base }: { rows: readonly ActivityRow[]; base: string }) {
  return (
    <Table caption="活动" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`${base}/${row.id}`} prefetch={false}>{row.title}</Link></th>
          <td>{kindNames[row.kind]}</td>
          <td className="num">{spanOf(row)}</td>
          <td className="num r">{row.sessions}</td>
          <td className="wide">{row.place}</td>
          <td className="wide">{row.unitName}</td>
          <td className="num r">{row.listed}</td>
          <td className="num r">{row.coming}{row.capacity === null ? "" : `/${row.capacity}`}</td>
          <td><Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag></td>
        </tr>
      ))}
    </Table>
  );
}
