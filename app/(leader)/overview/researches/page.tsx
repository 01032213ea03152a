import type { Metadata } from "next";
import { ResearchList } from "@/components/researches/research-list";
import { PageHead } from "@/components/ui/page-head";
import { requireRole } from "@/lib/platform/guards";
import { countResearches, listGroups, listResearches } from "@/lib/researches/list-queries";
import { researchFilters, shelves } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研视察" };

export default async function Page({ searchParams }: PageProps<"/overview/researches">) {
  const actor = await requireRole("LEADER");
  const filters = researchFilters.parse(await searchParams);
  const [found, counts, groups] = await Promise.all([listResearches(actor, filters), Promise.all(shelves.map((show) => countResearches(actor, { ...filters, show }))), listGroups(actor)]);
  return (
    <>
      <PageHead title="调研视察" />
      <ResearchList path="/overview/researches" page={(id) => `/overview/researches/${id}`} filters={filters} {...found} counts={counts} groups={groups} />
    </>
  );
}
