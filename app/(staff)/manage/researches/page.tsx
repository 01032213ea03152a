import type { Metadata } from "next";
import { ShortGroups } from "@/components/researches/short-groups";
import { ResearchList } from "@/components/researches/research-list";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { countResearches, listGroups, listResearches, listShortGroups } from "@/lib/researches/list-queries";
import { researchFilters, shelves } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研视察" };

export default async function Page({ searchParams }: PageProps<"/manage/researches">) {
  const actor = await requireStaff();
  const filters = researchFilters.parse(await searchParams);
  const year = filters.year ?? today().slice(0, 4);
  const [found, counts, groups, short] = await Promise.all([listResearches(actor, filters), Promise.all(shelves.map((show) => countResearches(actor, { ...filters, show }))), listGroups(actor), listShortGroups(actor, year)]);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "调研视察" }]} title="调研视察" acts={<LinkButton href="/manage/researches/new" variant="primary">拟定调研</LinkButton>} />
      <div className="stack">
        <div><ResearchList path="/manage/researches" page={(id) => `/manage/activities/${id}/research`} filters={filters} {...found} counts={counts} groups={groups} plans /></div>
        <ShortGroups year={year} {...short} />
      </div>
    </>
  );
}
