import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewTargetForm, ReferenceForm, TargetItem } from "@/components/compositions/target-forms";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getReference, listTargets } from "@/lib/compositions/queries";
import { compositionFilters } from "@/lib/compositions/schema";
import { getRosterFrame } from "@/lib/delegates/queries";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "构成要求与基准日" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const params = await searchParams;
  const frame = await forPage(actor, getRosterFrame(actor, { term: compositionFilters.parse(params).term }));
  if (!frame) notFound();
  const [targets, reference] = await Promise.all([listTargets(actor, frame.termId), forPage(actor, getReference(actor, frame.termId))]);
  const back = `/manage/composition?term=${frame.termId}`;
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "代表构成", href: back }, { label: "构成要求与基准日" }]} title="构成要求与基准日" small={frame.termName} />
      {params.done === "set" ? <div className="mb-3"><Notice tone="done" title="构成要求已增加" /></div> : null}
      <div className="grid grid-cols-1 gap-3 [&>.card]:mt-0!">
        <Card title="构成要求" aside={`${targets.length} 项`} bare>
          {targets.length === 0 ? <Empty title="本届还没有构成要求" why="设定后，构成页逐项比较是否达到，并说明相差人数。" /> : <ul className="pt-2">{targets.map((target) => <TargetItem key={target.id} target={target} />)}</ul>}
        </Card>
        <Card title="增加要求"><NewTargetForm termId={frame.termId} /></Card>
        <Card title="年龄统计基准日"><ReferenceForm reference={reference} /></Card>
      </div>
    </>
  );
}
