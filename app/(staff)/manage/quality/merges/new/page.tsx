import type { Metadata } from "next";
import { PairView } from "@/components/merges/pair-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getPair } from "@/lib/merges/queries";
import { pairParams } from "@/lib/merges/schema";

export const metadata: Metadata = { title: "核对是否同一人" };

const crumb = [{ label: "代表" }, { label: "数据质量", href: "/manage/quality" }, { label: "合并与认定", href: "/manage/quality/merges" }, { label: "核对是否同一人" }];

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const { keep, drop } = pairParams.parse(await searchParams);
  if (!keep || !drop) {
    return (
      <>
        <PageHead crumb={crumb} title="核对是否同一人" />
        <Card><Empty title="请先选择要核对的两人" why="在疑似重复名单里，点每一对后面的“核对”。" next={{ href: "/manage/quality/sameName", label: "看疑似重复名单" }} /></Card>
      </>
    );
  }
  const pair = await forPage(actor, getPair(actor, keep, drop));
  return (
    <>
      <PageHead crumb={crumb} title="核对是否同一人" acts={<LinkButton href={`/manage/quality/merges/new?keep=${pair.drop.id}&drop=${pair.keep.id}`}>左右对调</LinkButton>} />
      <PairView pair={pair} />
    </>
  );
}
