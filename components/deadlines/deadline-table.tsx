import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { lightNames, lightTones } from "@/lib/deadlines/labels";
import type { DeadlineRow } from "@/lib/deadlines/queries";
import { distance, dueDay } from "./words";

/** Clocks as a list, the earliest due first. */
export function DeadlineTable({ rows }: { rows: readonly DeadlineRow[] }) {
  return (
    <Table caption="期限" columns={[{ label: "事项", className: "who" }, { label: "要办的事" }, { label: "承办方" }, { label: "到期日" }, { label: "情况" }]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/deadlines/${row.id}`} prefetch={false}>{row.subjectName}</Link></th>
          <td>{row.actName}</td><td>{row.owner}</td><td className="num">{dueDay(row)}</td>
          <td><Tag tone={lightTones[row.light]}>{lightNames[row.light]}</Tag> <span className="text-ink-2">{distance(row)}</span></td>
        </tr>
      ))}
    </Table>
  );
}
