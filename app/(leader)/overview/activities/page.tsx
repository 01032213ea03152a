import type { Metadata } from "next";
import { ActivityList } from "@/components/activities/activity-list";
import { PageHead } from "@/components/ui/page-head";
import { countActivities, listActivities, listOrganisers } from "@/lib/activities/queries";
import { activityFilters, shelves } from "@/lib/activities/schema";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "活动" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("LEADER");
  const filters = activityFilters.parse(await searchParams);
  const [found, counts, units] = await Promise.all([listActivities(actor, filters), Promise.all(shelves.map((show) => countActivities(actor, { ...filters, month: undefined, show }))), listOrganisers(actor)]);
  return (
    <>
      <PageHead title="活动" />
      <ActivityList path="/overview/activities" filters={filters} {...found} counts={counts} units={units} />
    </>
  );
}
