import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { deliveryNames } from "@/lib/messages/labels";
import type { listDeliveries } from "@/lib/messages/delivery-queries";
import { displayName } from "@/lib/platform/chinese/name";
import type { DeliveryState } from "@/prisma/client/enums";

type Log = Awaited<ReturnType<typeof listDeliveries>>;

const counts = (log: Log): string => Object.entries(log.count).map(([state, n]) => `${deliveryNames[state as DeliveryState]} ${n}`).join("，");

/** What became of sending a letter by text message and mail, what went wrong on top. */
export function DeliveryPart({ log }: { log: Log }) {
  if (log.total === 0) return null;
  return (
    <Card title="短信和邮件" aside={`${counts(log)}${log.rows.length < log.total ? `；以下为前 ${log.rows.length} 条` : ""}`} bare>
      <Table caption="短信和邮件发送记录" columns={[{ label: "收件人", className: "who" }, { label: "渠道" }, { label: "号码或地址" }, { label: "第几次", align: "right" }, { label: "状态" }, { label: "时间" }, { label: "说明", className: "wide" }]} compact>
        {log.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="who">{displayName(row.name)}</th><td>{row.channel}</td><td className="num">{row.to ?? "—"}</td><td className="r">{row.round + 1}</td>
            <td><Tag tone={row.tone}>{row.stateName}</Tag></td><td className="num">{row.at}</td><td className="wide">{row.note ?? (row.next ? `不早于 ${row.next} 发出` : "—")}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
