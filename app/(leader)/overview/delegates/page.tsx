import type { Metadata } from "next";
import { AsOfNotice } from "@/components/delegates/as-of-notice";
import { periodOf } from "@/components/delegates/period";
import { RosterList } from "@/components/delegates/roster-list";
import { shownRoster } from "@/components/delegates/shown-roster";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "花名册" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("LEADER");
  const params = await searchParams;
  const asked = delegateFilters.parse(params);
  const frame = await forPage(actor, getRosterFrame(actor, asked, today()));
  if (!frame) return <><PageHead title="花名册" /><Empty title="还没有届次" why="组织部建立届次并导入花名册后，在这里查看代表。" /></>;
  const choices = await forPage(actor, listRosterChoices(actor, frame.termId, asked.unit, asked.asOf));
  const filters = withinTerm(asked, choices);
  return (
    <>
      <PageHead title="花名册" small={`${frame.termName}\u3000${periodOf(frame.startsOn, frame.endsOn)}`} />
      <AsOfNotice params={params} asOf={frame.asOf} />
      <RosterList path="/overview/delegates" {...shownRoster(filters, await listDelegates(actor, filters, frame), choices)} />
    </>
  );
}
