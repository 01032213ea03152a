import type { Metadata } from "next";
import { DutyImportHistory } from "@/components/duty-imports/duty-import-history";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { UploadForm } from "@/components/ui/upload-form";
import { requireOffice } from "@/lib/platform/guards";
import { MOST_ROWS, stepNames } from "@/lib/duty-imports/labels";
import { listDutyImports } from "@/lib/duty-imports/queries";
import { startParams } from "@/lib/duty-imports/schema";

export const metadata: Metadata = { title: "导入履职记录" };

export default async function Page({ searchParams }: PageProps<"/manage/duties/import">) {
  const actor = await requireOffice();
  const { refused, page } = startParams.parse(await searchParams);
  const history = await listDutyImports(actor, page);
  return (
    <>
      <PageHead crumb={[{ label: "履职记录", href: "/manage/duties" }, { label: "导入" }]} title="导入履职记录" acts={<Steps items={stepNames} {...(refused ? { current: 2, stopped: true } : { current: 1 })} />} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused}>履职记录没有变动。</Notice></div> : null}
      <div className="import-start">
        <Card title="1　准备文件"><p className="mb-3">本届代表以前的履职记录，一行一笔，写明代表姓名、履职日期、活动类型和活动名称。同名的代表须写明代表团。</p><LinkButton href="/manage/duties/import/template" download>下载模板</LinkButton></Card>
        <Card title="2　上传"><UploadForm action="/manage/duties/import/upload" label="履职登记汇总" hint={`.xlsx 或 .csv，不超过 10 MB、${MOST_ROWS} 行。上传后先核对，确认后才写入。`} /></Card>
      </div>
      <div className="mt-3"><DutyImportHistory {...history} page={page} /></div>
    </>
  );
}
