import type { Metadata } from "next";
import { TemplateTable } from "@/components/messages/template-table";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { listTemplates } from "@/lib/messages/template-queries";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "消息模板" };

export default async function Page() {
  const actor = await requireOffice();
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "消息模板" }]} title="消息模板" small="平台自动发出的消息的文字" />
      <Card bare><TemplateTable rows={await listTemplates(actor)} /></Card>
    </>
  );
}
