import Link from "next/link";
import { Card } from "@/components/ui/card";
import { hrefWith } from "@/components/ui/href";
import { Table } from "@/components/ui/table";
import type { UnitCount } from "@/lib/deadlines/queries";

const columns = [{ label: "单位", className: "who" }, { label: "已超期", align: "right" as const }, { label: "即将到期", align: "right" as const }, { label: "计时中", align: "right" as const }, { label: "已暂停", align: "right" as const }, { label: "催办过", align: "right" as const }];

function Cell({ value, unit, light, urged }: { value: number; unit: string; light?: string; urged?: string }) {
  return <td className="r num">{value === 0 ? "0" : <Link href={hrefWith("/deadlines", { unit, light, urged }, {})} prefetch={false}>{value}</Link>}</td>;
}

/** What is open, unit by unit, each number with exactly its clocks behind it. */
export function UnitCounts({ rows }: { rows: readonly UnitCount[] }) {
  const over = rows.filter((row) => row.overdue > 0).length;
  return (
    <Card title={over === 0 ? "各单位没有超期" : `${over} 个单位有超期`} aside="只计未办结的" bare>
      <Table caption="各单位未办结的期限" columns={columns} compact>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <th scope="row" className="who"><Link href={hrefWith("/deadlines", { unit: row.unitId }, {})} prefetch={false}>{row.name}</Link></th>
            <Cell value={row.overdue} unit={row.unitId} light="overdue" /><Cell value={row.near} unit={row.unitId} light="near" /><Cell value={row.running} unit={row.unitId} light="running" />
            <Cell value={row.paused} unit={row.unitId} light="paused" /><Cell value={row.urged} unit={row.unitId} urged="1" />
          </tr>
        ))}
      </Table>
    </Card>
  );
}
