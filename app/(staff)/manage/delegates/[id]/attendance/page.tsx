import type { Metadata } from "next";
import { FigureBar } from "@/components/attendances/figure-bar";
import { FigureRows } from "@/components/attendances/figure-rows";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { getFigure, listFigureRows } from "@/lib/attendances/figure-queries";
import { shownNames } from "@/lib/attendances/labels";
import { figureParams } from "@/lib/attendances/schema";
import { getDelegate } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "出席情况" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const { show, page } = figureParams.parse(await searchParams);
  const [here, name] = [`/manage/delegates/${d.id}`, displayName(d.person.name)];
  const [path, of] = [`${here}/attendance`, { delegateId: d.id }];
  const [figure, listed] = await Promise.all([getFigure(actor, of), listFigureRows(actor, of, { show, page })]);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: name, href: here }, { label: "出席情况" }]} title="出席情况" small={`${name}　${d.term.name}`} acts={<LinkButton href={here}>返回代表档案</LinkButton>} />
      <FigureBar figure={figure} path={path} />
      <FigureRows of="delegate" title={shownNames[show]} {...listed} page={page} path={path} show={show} back="查看全部应到场次" />
    </>
  );
}
