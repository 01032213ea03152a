import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { listDrafts, listSent, PAGE } from "@/lib/letters/queries";
import { sentFilters } from "@/lib/letters/schema";
import { mustName } from "@/lib/messages/labels";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "已发通知" };

const PATH = "/messages/sent";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const { page } = sentFilters.parse(await searchParams);
  const [{ rows, total }, drafts] = await Promise.all([listSent(actor, page), listDrafts(actor)]);
  return (
    <>
      <PageHead crumb={[{ label: "消息", href: "/messages" }, { label: "已发通知" }]} title="已发通知" acts={<LinkButton href="/messages/new" variant="primary">发通知</LinkButton>} />
      <div className="stack">
        {drafts.length > 0 ? (
          <Card title="我的草稿" bare>
            <Table caption="我的草稿" columns={[{ label: "标题", className: "who" }, { label: "性质" }, { label: "附件", align: "right" }, { label: "起草时间" }]}>
              {drafts.map((row) => <tr key={row.id}><th scope="row" className="who wide"><Link prefetch={false} href={`/messages/new?letter=${row.id}`}>{row.title}</Link></th><td>{mustName(row.must)}</td><td className="r">{row.files.length}</td><td className="num">{row.written}</td></tr>)}
            </Table>
          </Card>
        ) : null}
        <Card bare>
          {rows.length === 0 ? <Empty title="还没有发出的通知" why="通知发出后，在这里查看谁读过、谁还没有读。" next={{ href: "/messages/new", label: "发通知" }} /> : (
            <Table caption="已发通知" columns={[{ label: "标题", className: "who" }, { label: "性质" }, { label: "发送人" }, { label: "已读", align: "right" }, { label: "未读", align: "right" }, { label: "附件", align: "right" }, { label: "发出时间" }]}>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="who wide"><Link prefetch={false} href={`${PATH}/${row.id}`}>{row.title}</Link></th>
                  <td><Tag tone={row.must ? "amber" : "plain"}>{mustName(row.must)}</Tag></td><td>{row.senderName}</td><td className="r">{row.read}</td><td className="r">{row.heads - row.read}</td><td className="r">{row.files.length}</td><td className="num">{row.sent}</td>
                </tr>
              ))}
            </Table>
          )}
          <Pager path={PATH} params={{}} total={total} page={page} size={PAGE} unit="件" sizes={[]} />
        </Card>
      </div>
    </>
  );
}
