import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/delegates/print-button";
import { RosterSheet } from "@/components/delegates/roster-sheet";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { getFrame } from "@/lib/accounts/queries";
import { activeFilters } from "@/lib/delegates/active-filters";
import { readColumns } from "@/lib/delegates/columns";
import { exportName } from "@/lib/delegates/export-name";
import { delegateFilters, hrefOf, paramsOf } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegatesForPrint, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { formatDateLong, formatInstant, now, today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "花名册打印稿" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const asked = delegateFilters.parse(await searchParams);
  const frame = await forPage(actor, getRosterFrame(actor, asked, today()));
  if (!frame) notFound();
  const choices = await forPage(actor, listRosterChoices(actor, frame.termId, asked.unit, asked.asOf));
  const filters = withinTerm(asked, choices);
  const [house, { rows, total }] = await Promise.all([getFrame(actor), listDelegatesForPrint(actor, filters, frame)]);
  const back = hrefOf("/manage/delegates", filters);
  return (
    <>
      <div className="no-print">
        <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "打印稿" }]} title="花名册打印稿" small="纸张选 A4，方向横向"
          acts={<><LinkButton href={back}>返回花名册</LinkButton><PrintButton /></>} />
      </div>
      <RosterSheet title={exportName(frame.termName, activeFilters(paramsOf(filters), choices), today()).title} office={house.officeName} date={formatDateLong(today())} rows={rows} total={total} shown={readColumns(filters.cols)} />
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
