import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ImportForm } from "@/components/attendances/import-form";
import { ImportLook } from "@/components/attendances/import-look";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { UploadForm } from "@/components/ui/upload-form";
import { MOST_ROWS, refusals } from "@/lib/attendances/import-labels";
import { checkAgainst, findUpload } from "@/lib/attendances/import-queries";
import { may } from "@/lib/attendances/policy";
import { getHeldActivity } from "@/lib/attendances/queries";
import { importParams } from "@/lib/attendances/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "导入签到表" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const activity = await forPage(actor, getHeldActivity(actor, (await params).id));
  const corrects = activity.state === "ARCHIVED";
  if (!may(actor, corrects ? "correct" : "mark", activity)) forbidden();
  if (activity.state === "DRAFT" || activity.state === "CANCELLED") notFound();
  const { batch, refused } = importParams.parse(await searchParams);
  const found = batch ? await findUpload(actor, activity, batch) : null;
  const looked = found ? await checkAgainst(actor, activity, found.sheet) : null;
  const roll = `/manage/activities/${activity.id}/attendance`;
  const told = refused ?? (batch && !found ? refusals.gone : null);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: activity.title, href: `/manage/activities/${activity.id}` }, { label: "到会登记", href: roll }, { label: "导入签到表" }]} title="导入签到表" small={activity.title} acts={<LinkButton href={roll}>返回到会登记</LinkButton>} />
      {told ? <div className="mb-3" role="alert"><Notice tone="danger" title={told}>到会登记没有变动。</Notice></div> : null}
      {found && looked ? (
        <div className="stack">
          <ImportLook fileName={found.fileName} sheet={found.sheet} check={looked.check} />
          <ImportForm id={activity.id} batch={found.id} mark={looked.mark} check={looked.check} free={looked.free} corrects={corrects} adds={!corrects && may(actor, "invite", activity)} />
        </div>
      ) : (
        <div className="import-start">
          <Card title="1　准备文件">
            <p>会务用的签到表即可：表头有“姓名”，每半天一栏，如“4月16日上午”；有“代表团”一栏的，同名的代表也分得清。一个文件有几张签到表的，按日期取这项活动的一张。</p>
            <p className="mt-2">记号：√ 到会，○ 请假，△ 因公，× 缺席，迟 迟到，空白为未登记。其他记号和对不上的姓名，会列出单元格，由您逐一确定。</p>
          </Card>
          <Card title="2　上传"><UploadForm action={`${roll}/import/upload`} label="签到表" hint={`.xlsx 或 .csv，不超过 10 MB、${MOST_ROWS} 行。上传后先核对，确认后才写入。`} /></Card>
        </div>
      )}
    </>
  );
}
