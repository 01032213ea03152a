import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { kindNames, stateNames, stateTones } from "@/lib/delegate-accounts/labels";
import type { Batch } from "@/lib/delegate-accounts/queries";

const columns = [{ label: "提交时间", className: "who" }, { label: "事项" }, { label: "办理人数", align: "right" as const }, { label: "状态" }, { label: "可领取至" }];

/** The reader's own batches; each line opens its own page. */
export function BatchTable({ rows }: { rows: readonly Batch[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title="我的办理记录" aside="口令条只供本人领取一次" bare id="batches" className="mt-3">
      <Table caption="我的办理记录" columns={columns}>
        {rows.map((batch) => (
          <tr key={batch.id}>
            <th scope="row" className="who num"><Link href={`/manage/delegates/accounts/${batch.id}`} prefetch={false}>{batch.askedAt}</Link></th>
            <td>{kindNames[batch.kind]}</td><td className="r num">{batch.slips}</td><td><Tag tone={stateTones[batch.state]}>{stateNames[batch.state]}</Tag></td><td className="num">{batch.state === "DONE" ? batch.until : "—"}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
