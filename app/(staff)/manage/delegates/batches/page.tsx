import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { listDelegateBatches } from "@/lib/delegates/batch-queries";
import { batchKindNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "批量办理记录" };

const columns = [{ label: "办理时间", className: "who" }, { label: "事项" }, { label: "内容", className: "wide" }, { label: "已办理", align: "right" as const }, { label: "跳过", align: "right" as const }, { label: "经办人" }];

export default async function Page() {
  const actor = await requireOffice();
  const rows = await listDelegateBatches(actor);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: STAFF_LIST }, { label: "批量办理记录" }]} title="批量办理记录" small={`最近 ${rows.length} 次`} />
      <Card bare>
        {rows.length === 0 ? <Empty title="还没有批量办理过" why="在花名册中勾选代表后，可以批量调整编排、编排代表证号。" next={{ href: STAFF_LIST, label: "打开花名册" }} /> : (
          <Table caption="批量办理记录" columns={columns}>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="who num"><Link prefetch={false} href={`${STAFF_LIST}/batches/${row.id}`}>{row.at}</Link></th>
                <td>{batchKindNames[row.kind]}</td><td className="wide">{row.wanted}</td><td className="r">{row.done}</td><td className="r">{row.skipped}</td><td>{row.accountName}</td>
              </tr>
            ))}
          </Table>
        )}
      </Card>
    </>
  );
}
