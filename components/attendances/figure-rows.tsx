import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager, RangeText } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { PAGE, type FigureRow } from "@/lib/attendances/figure-queries";
import { classNames } from "@/lib/attendances/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { halfDay } from "./session-words";

const columns = [{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "场次" }, { label: "情况" }];

/** The rows behind a number of the fair figure. */
export function FigureRows({ title, rows, total, page, path, show }: { title: string; rows: readonly FigureRow[]; total: number; page: number; path: string; show: string }) {
  return (
    <Card bare title={title} aside={<RangeText total={total} page={page} size={PAGE} unit="场次" />}>
      {rows.length === 0 ? <Empty title="没有这样的场次" next={{ href: path, label: "返回到会登记" }} /> : (
        <Table caption={title} columns={columns} compact>
          {rows.map((row) => (
            <tr key={`${row.participationId}${row.sessionId}`}>
              <th scope="row" className="who"><Link href={`/manage/delegates/${row.delegateId}`} prefetch={false}>{displayName(row.name)}</Link></th>
              <td>{row.delegation}</td><td>第 {row.position} 场　{halfDay(row.startsAt)}</td><td>{classNames[row.class]}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pager path={path} params={{ show }} total={total} page={page} size={PAGE} unit="场次" sizes={[]} />
    </Card>
  );
}
