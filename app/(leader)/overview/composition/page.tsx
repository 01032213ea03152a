import type { Metadata } from "next";
import { AgeBasis } from "@/components/compositions/age-basis";
import { BasisForm } from "@/components/compositions/basis-form";
import { CompositionView } from "@/components/compositions/composition-view";
import { UnreadDate } from "@/components/compositions/unread-date";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { getComposition, listTargets, listTermChoices } from "@/lib/compositions/queries";
import { compositionFilters } from "@/lib/compositions/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "代表构成" };

const PAGE = "/overview/composition";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("LEADER");
  const params = await searchParams;
  const filters = compositionFilters.parse(params);
  const found = await forPage(actor, getComposition(actor, filters));
  if (!found) return <><PageHead title="代表构成" /><Empty title="还没有届次" why="构成按届统计。组织部建立届次并导入花名册后，本页自动统计。" /></>;
  const { frame, scope } = found;
  const [terms, targets] = await Promise.all([listTermChoices(actor), listTargets(actor, frame.termId)]);
  return (
    <>
      <PageHead title="代表构成" small={frame.termName} acts={<BasisForm path={PAGE} terms={terms} frame={frame} scope={scope} by={filters.by} />} />
      <UnreadDate params={params} on={frame.on} />
      <AgeBasis frame={frame} />
      <CompositionView of={found} targets={targets} by={filters.by} at={{ page: PAGE, roster: "/overview/delegates", day: filters.on }} />
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
