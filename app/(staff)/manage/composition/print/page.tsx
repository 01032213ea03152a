import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintSheet } from "@/components/compositions/print-sheet";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { compositionLink } from "@/lib/compositions/links";
import { getComposition, listTargets } from "@/lib/compositions/queries";
import { compositionFilters } from "@/lib/compositions/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "代表构成打印稿" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const filters = compositionFilters.parse(await searchParams);
  const found = await forPage(actor, getComposition(actor, filters));
  if (!found) notFound();
  const at = formatInstant(now());
  const back = compositionLink("/manage/composition", { term: found.frame.termId, on: filters.on, asOf: found.frame.asOf, scope: found.scope });
  return (
    <>
      <div className="no-print">
        <PageHead crumb={[{ label: "代表" }, { label: "代表构成", href: back }, { label: "打印稿" }]} title="代表构成打印稿" small="用浏览器的打印功能（Ctrl+P）打印，纸张选 A4" acts={<LinkButton href={back}>返回代表构成</LinkButton>} />
      </div>
      <PrintSheet of={found} targets={await listTargets(actor, found.frame.termId)} at={at} />
      <PrintFooter by={actor.name} at={at} />
    </>
  );
}
