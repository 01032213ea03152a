import type { Metadata } from "next";
import { BatchCard, ResultCard } from "@/components/delegate-accounts/batch-card";
import { PageHead } from "@/components/ui/page-head";
import { getBatch, listSkipped } from "@/lib/delegate-accounts/queries";
import { kindNames } from "@/lib/delegate-accounts/labels";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "办理代表账号" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireOffice();
  const batch = await forPage(actor, getBatch(actor, (await params).id));
  const crumb = [{ label: "代表" }, { label: "代表账号", href: "/manage/delegates/accounts" }, { label: batch.askedAt }];
  return <><PageHead crumb={crumb} title={kindNames[batch.kind]} /><BatchCard batch={batch} /><ResultCard batch={batch} skipped={await listSkipped(actor, batch.skipped)} /></>;
}
