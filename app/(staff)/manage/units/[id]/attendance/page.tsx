import type { Metadata } from "next";
import { FigureBar } from "@/components/attendances/figure-bar";
import { FigureRows } from "@/components/attendances/figure-rows";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { getFigure, listFigureRows } from "@/lib/attendances/figure-queries";
import { shownNames } from "@/lib/attendances/labels";
import { figureParams } from "@/lib/attendances/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getUnit } from "@/lib/units/queries";

export const metadata: Metadata = { title: "出席情况" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const unit = await forPage(actor, getUnit(actor, (await params).id));
  const { show, page } = figureParams.parse(await searchParams);
  const here = `/manage/units/${unit.id}`;
  const [path, of] = [`${here}/attendance`, { unitPath: unit.path }];
  const [figure, listed] = await Promise.all([getFigure(actor, of), listFigureRows(actor, of, { show, page })]);
  return (
    <>
      <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, ...unit.above.map((u) => ({ label: u.name, href: `/manage/units/${u.id}` })), { label: unit.name, href: here }, { label: "出席情况" }]}
        title="出席情况" small={`${unit.name}及下级党组织选举的代表`} acts={<LinkButton href={here}>返回党组织</LinkButton>} />
      <FigureBar figure={figure} path={path} />
      <FigureRows of="unit" title={shownNames[show]} {...listed} page={page} path={path} show={show} back="查看全部应到场次" />
    </>
  );
}
