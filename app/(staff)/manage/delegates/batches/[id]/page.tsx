import type { Metadata } from "next";
import { Outcomes } from "@/components/delegates/batch-parts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getDelegateBatch } from "@/lib/delegates/batch-queries";
import { batchKindNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "批量办理结果" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireOffice();
  const batch = await forPage(actor, getDelegateBatch(actor, (await params).id));
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: STAFF_LIST }, { label: "批量办理记录", href: `${STAFF_LIST}/batches` }, { label: batchKindNames[batch.kind] }]}
        title={batchKindNames[batch.kind]} small={batch.term.name} acts={<LinkButton href={STAFF_LIST}>返回花名册</LinkButton>} />
      <div className="stack max-w-3xl">
        <Notice tone="done" title={`已办理 ${batch.done} 人${batch.skipped > 0 ? `，跳过 ${batch.skipped} 人` : ""}。`}>{batch.wanted}。{batch.accountName} {batch.at} 办理。</Notice>
        <Card title="办理结果" aside="人数可点开名单" bare><Outcomes batch={batch} /></Card>
      </div>
    </>
  );
}
