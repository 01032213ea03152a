import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ColumnOrder } from "@/components/delegates/column-order";
import { activeFilters } from "@/lib/delegates/active-filters";
import { ExportForm } from "@/components/delegates/export-form";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { usualColumns } from "@/lib/delegates/export-columns";
import { hrefOf, paramsOf } from "@/lib/delegates/filters";
import { orderNames } from "@/lib/delegates/labels";
import { may } from "@/lib/delegates/policy";
import { countDelegates, getRosterList } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "导出花名册" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const here = { committeeId: actor.committeeId };
  if (!may(actor, "export", here)) forbidden();
  const params = await searchParams;
  const list = await forPage(actor, getRosterList(actor, params, today()));
  if (!list) notFound();
  const { frame, choices, filters } = list;
  const heads = await countDelegates(actor, filters, frame);
  const back = hrefOf("/manage/delegates", filters);
  const conditions = activeFilters(paramsOf(filters), choices).map(({ label, value }) => `${label}：${value}`);
  const [refused, keep, format, numbers] = [params.refused, params.keep, params.format, params.numbers].map((value) => [value].flat()[0]);
  const chosen = { cols: keep?.split(",") ?? usualColumns, ...(format ? { format } : {}), ...(numbers ? { numbers } : {}) };
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "导出" }]} title="导出花名册" small={frame.termName} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused.slice(0, 300)} /></div> : null}
      {heads === 0 ? <Empty title="没有符合条件的代表" why="请返回花名册减少条件后再导出。" next={{ href: back, label: "返回花名册" }} /> : (
        <div className="flex flex-wrap items-start gap-3">
          <Card title={`将导出 ${heads} 人`} aside={`按${orderNames[filters.order]}`} className="max-w-4xl flex-[3_1_34rem]">
            <p className="mb-4 text-ink-2">{conditions.length > 0 ? `条件：${conditions.join("；")}` : "未设条件，导出本届在册的全部代表。"}</p>
            <ExportForm id="export" params={paramsOf(filters)} back={back} chosen={chosen} fullNumbers={may(actor, "exportNumbers", here)} />
          </Card>
          <ColumnOrder form="export" cols={chosen.cols} />
        </div>
      )}
    </>
  );
}
