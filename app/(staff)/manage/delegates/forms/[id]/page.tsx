import type { Metadata } from "next";
import { BatchCard } from "@/components/registration-forms/batch-card";
import { PageHead } from "@/components/ui/page-head";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getBatch } from "@/lib/registration-forms/queries";

export const metadata: Metadata = { title: "批量登记表" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaff();
  const batch = await forPage(actor, getBatch(actor, (await params).id));
  const crumb = [{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: "登记表", href: "/manage/delegates/forms" }, { label: batch.askedAt }];
  return <><PageHead crumb={crumb} title="批量登记表" /><BatchCard batch={batch} /></>;
}
