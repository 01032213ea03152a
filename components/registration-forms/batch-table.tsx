import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { numberNames, stateNameOf, stateTones } from "@/lib/registration-forms/labels";
import type { Batch } from "@/lib/registration-forms/queries";

const columns = [{ label: "提交时间", className: "who" }, { label: "人数", align: "right" as const }, { label: "号码" }, { label: "状态" }, { label: "可下载至" }];

/** The reader's own batches; each line opens its own page. */
export function BatchTable({ rows }: { rows: readonly Batch[] }) {
  return (
    <Card title="我的生成记录" aside="文件只供本人下载，24 小时后删除" bare id="batches">
      {rows.length === 0 ? <Empty title="还没有生成过" why="提交后在这里查看进度和下载。" /> : (
        <Table caption="我的生成记录" columns={columns}>
          {rows.map((batch) => (
            <tr key={batch.id}>
              <th scope="row" className="who num"><Link href={`/manage/delegates/forms/${batch.id}`} prefetch={false}>{batch.askedAt}</Link></th>
              <td className="r num">{batch.total}</td><td>{numberNames[batch.fullNumbers ? "full" : "masked"]}</td>
              <td><Tag tone={stateTones[batch.state]}>{stateNameOf(batch)}</Tag></td><td className="num">{batch.state === "DONE" ? batch.until : "—"}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
