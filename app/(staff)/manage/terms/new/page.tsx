import type { Metadata } from "next";
import { OpenTermForm } from "@/components/terms/term-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { suggestTerm } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "新增届次" };

export default async function Page() {
  const actor = await requireOffice();
  const suggested = await suggestTerm(actor);
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: "新增届次" }]} title="新增届次" />
      <Card className="max-w-3xl">
        <p className="mb-4 text-ink-2">新增后可以先设代表团、导入花名册；由部领导设为现任后，花名册和代表构成默认显示这一届。</p>
        <OpenTermForm suggested={suggested} />
      </Card>
    </>
  );
}
