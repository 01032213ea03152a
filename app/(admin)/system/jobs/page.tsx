import type { Metadata } from "next";
import { FailureTable } from "@/components/jobs/failure-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { listFailures } from "@/lib/jobs/queries";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "后台任务" };

export default async function Page() {
  const actor = await requireRole("SYSTEM_ADMIN");
  const rows = await listFailures(actor);
  return (
    <>
      <PageHead title="后台任务" small={rows.length === 0 ? "" : `${rows.length} 件多次未办成`} />
      <Card bare>
        {rows.length === 0 ? <Empty title="没有未办成的任务" why="导入、生成文件、期限调度、消息分发和短信邮件，多次重试仍未办成的列在这里，可以重试，也可以不再重试。" /> : <FailureTable rows={rows} />}
      </Card>
    </>
  );
}
