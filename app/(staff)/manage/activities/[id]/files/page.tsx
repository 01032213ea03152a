import type { Metadata } from "next";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { FileForm, FileTable, ReaderTable } from "@/components/activities/file-parts";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { ListBar } from "@/components/ui/list-bar";
import { listFiles, listReaders, READERS } from "@/lib/activities/file-queries";
import { getActivity } from "@/lib/activities/queries";
import { readerFilters } from "@/lib/activities/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动材料" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const { of, show, page, refused } = readerFilters.parse(await searchParams);
  const { files, heads } = await listFiles(actor, found.id);
  const chosen = files.find(({ id }) => id === of);
  const read = show === "read";
  const readers = chosen ? await listReaders(actor, { activityId: found.id, fileId: chosen.id, read, page }) : null;
  const here = `/manage/activities/${found.id}`;
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: here }, { label: "材料" }]} title="活动材料" small={found.title} />
      <ActivityTabs of={found} current="/files" />
      <div className="stack mt-3">
        {refused ? <div role="alert"><Notice tone="danger" title={refused} /></div> : null}
        <Card bare>{files.length === 0 ? <Empty title="还没有材料" why="上传后，名单上的代表可以在活动页下载，这里列出谁已读、谁未读。" /> : <FileTable activityId={found.id} files={files} heads={heads} removes={found.can.addFile} />}</Card>
        {chosen && readers ? (
          <Card bare>
            <ListBar><span className="mr-3"><b>{chosen.fileName}</b>，{read ? "已读" : "未读"}</span><RangeText total={readers.total} page={page} size={READERS} unit="人" /></ListBar>
            {readers.rows.length === 0 ? <Empty title={read ? "还没有人打开" : "没有未读的人"} /> : <ReaderTable rows={readers.rows} read={read} />}
            <Pager path={`${here}/files`} params={{ of: chosen.id, show }} total={readers.total} page={page} size={READERS} unit="人" sizes={[]} />
          </Card>
        ) : null}
        {found.can.addFile ? <Card><FileForm activityId={found.id} /></Card> : null}
      </div>
    </>
  );
}
