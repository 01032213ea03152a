import type { Metadata } from "next";
import { AgeBasis } from "@/components/compositions/age-basis";
import { BasisForm } from "@/components/compositions/basis-form";
import { CompositionView } from "@/components/compositions/composition-view";
import { UnreadDate } from "@/components/compositions/unread-date";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { compositionLink } from "@/lib/compositions/links";
import { may } from "@/lib/compositions/policy";
import { getComposition, listTargets, listTermChoices } from "@/lib/compositions/queries";
import { compositionFilters } from "@/lib/compositions/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "代表构成" };

const PAGE = "/manage/composition";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const params = await searchParams;
  const filters = compositionFilters.parse(params);
  const found = await forPage(actor, getComposition(actor, filters));
  const crumb = [{ label: "代表" }, { label: "代表构成" }];
  const keeps = may(actor, "setTarget", actor);
  if (!found) return <><PageHead crumb={crumb} title="代表构成" /><Empty title="还没有届次" why="构成按届统计。建立届次并导入花名册后，本页自动统计。" next={keeps ? { href: "/manage/terms", label: "建立届次" } : undefined} /></>;
  const { frame, scope } = found;
  const [terms, targets] = await Promise.all([listTermChoices(actor), listTargets(actor, frame.termId)]);
  const asked = { term: frame.termId, on: filters.on, asOf: frame.asOf, scope };
  const acts = (
    <BasisForm path={PAGE} terms={terms} frame={frame} scope={scope} by={filters.by}>
      <LinkButton href={compositionLink(`${PAGE}/export`, asked)} download>导出表格</LinkButton>
      <LinkButton href={compositionLink(`${PAGE}/print`, asked)}>打印</LinkButton>
    </BasisForm>
  );
  const targetsPage = compositionLink(`${PAGE}/targets`, { term: frame.termId, scope: "register" });
  return (
    <>
      <PageHead crumb={crumb} title="代表构成" small={frame.termName} acts={acts} />
      <UnreadDate params={params} on={frame.on} />
      <AgeBasis frame={frame} />
      <CompositionView of={found} targets={targets} by={filters.by}
        at={{ page: PAGE, roster: "/manage/delegates", day: filters.on, ...(keeps ? { targets: targetsPage } : {}) }}
        start={keeps ? { href: "/manage/delegates/import", label: "导入花名册" } : undefined} />
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
