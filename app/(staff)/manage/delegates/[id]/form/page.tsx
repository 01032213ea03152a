import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { NumbersFields } from "@/components/delegates/numbers-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getDelegate } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { may } from "@/lib/registration-forms/policy";

export const metadata: Metadata = { title: "代表登记表" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  if (!may(actor, "make", d)) forbidden();
  const asked = await searchParams;
  const [refused, numbers] = [asked.refused, asked.numbers].map((value) => [value].flat()[0]);
  const [here, name] = [`/manage/delegates/${d.id}`, displayName(d.person.name)];
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: name, href: here }, { label: "登记表" }]} title="代表登记表" small={name} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused.slice(0, 300)} /></div> : null}
      <Card className="max-w-2xl">
        <p className="mb-4 text-ink-2">A4 一页的 Word 文件，{d.person.photoAt ? "含照片，" : "尚无照片，留出照片位置；"}选举单位意见和代表资格审查意见留空待填。</p>
        <form method="post" action={`${here}/form/file`} encType="multipart/form-data">
          {may(actor, "makeFull", d) ? <NumbersFields {...(numbers ? { chosen: numbers } : {})} /> : null}
          <div className="send"><Button variant="primary">导出登记表</Button><LinkButton href={here} variant="plain">返回代表档案</LinkButton></div>
        </form>
      </Card>
    </>
  );
}
