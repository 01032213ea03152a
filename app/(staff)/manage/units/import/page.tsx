import type { Metadata } from "next";
import { UnitImportHistory } from "@/components/unit-imports/unit-import-history";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { UploadForm } from "@/components/ui/upload-form";
import { requireOffice } from "@/lib/platform/guards";
import { stepNames } from "@/lib/unit-imports/labels";
import { listUnitImports } from "@/lib/unit-imports/queries";
import { startParams } from "@/lib/unit-imports/schema";

export const metadata: Metadata = { title: "导入党组织" };

export default async function Page({ searchParams }: PageProps<"/manage/units/import">) {
  const actor = await requireOffice();
  const { refused, page } = startParams.parse(await searchParams);
  const history = await listUnitImports(actor, page);
  return (
    <>
      <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, { label: "导入" }]} title="导入党组织" acts={<Steps items={stepNames} {...(refused ? { current: 2, stopped: true } : { current: 1 })} />} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused}>党组织没有变动。</Notice></div> : null}
      <div className="import-start">
        <Card title="1　准备文件"><p className="mb-3">一行一个党组织，写明名称、上级和类别。上级可以是系统中已有的，也可以是表中的另一行；先后次序不限。</p><LinkButton href="/manage/units/import/template" download>下载模板</LinkButton></Card>
        <Card title="2　上传"><UploadForm action="/manage/units/import/upload" label="党组织名单" hint=".xlsx 或 .csv，不超过 10 MB、2000 行。上传后先核对，确认后才写入。" /></Card>
      </div>
      <div className="mt-3"><UnitImportHistory {...history} page={page} /></div>
    </>
  );
}
