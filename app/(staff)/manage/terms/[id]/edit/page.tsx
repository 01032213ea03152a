import type { Metadata } from "next";
import { EditTermForm } from "@/components/terms/term-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getTerm } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "修改届次资料" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireOffice();
  const term = await forPage(actor, getTerm(actor, (await params).id));
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${term.id}` }, { label: "修改" }]} title="修改届次资料" small={term.name} />
      <Card className="max-w-3xl"><EditTermForm term={term} /></Card>
    </>
  );
}
