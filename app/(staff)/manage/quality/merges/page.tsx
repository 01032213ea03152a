import type { Metadata } from "next";
import { DistinctionTable, MergeTable } from "@/components/merges/merge-lists";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireOffice } from "@/lib/platform/guards";
import { listDistinctions, listMerges, PAGE } from "@/lib/merges/queries";
import { mergeFilters } from "@/lib/merges/schema";

export const metadata: Metadata = { title: "合并与认定" };

const PATH = "/manage/quality/merges";
const APART = `${PATH}?show=apart`;
const next = { href: "/manage/quality/sameName", label: "看疑似重复名单" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const { show, page } = mergeFilters.parse(await searchParams);
  const here = show === "apart" ? APART : PATH;
  const [merged, apart] = await Promise.all([listMerges(actor, show === "merged" ? page : 1), listDistinctions(actor, show === "apart" ? page : 1)]);
  const { total, rows } = show === "merged" ? merged : apart;
  const table = show === "merged" ? <MergeTable rows={merged.rows} /> : <DistinctionTable rows={apart.rows} />;
  const empty = show === "merged" ? "还没有合并过人员" : "还没有认定过不是同一人";
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "数据质量", href: "/manage/quality" }, { label: "合并与认定" }]} title="合并与认定" acts={<LinkButton href={next.href}>疑似重复名单</LinkButton>} />
      <Card bare>
        <Tabs label="合并与认定" current={here} items={[{ href: PATH, label: "人员合并", count: merged.total }, { href: APART, label: "不是同一人", count: apart.total }]} />
        {rows.length === 0 ? <Empty title={total === 0 ? empty : "这一页没有记录"} why="在疑似重复名单里逐对核对：是同一人的合并，不是的予以认定。" next={next} /> : table}
        <Pager path={PATH} params={show === "apart" ? { show } : {}} total={total} page={page} size={PAGE} unit={show === "merged" ? "次" : "对"} sizes={[]} />
      </Card>
    </>
  );
}
