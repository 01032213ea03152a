import type { Metadata } from "next";
import { TerminationTable } from "@/components/terminations/termination-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireStaff } from "@/lib/platform/guards";
import { stateNames } from "@/lib/terminations/labels";
import { countTerminations, listTerminations, PAGE } from "@/lib/terminations/queries";
import { hrefOfState, terminationFilters } from "@/lib/terminations/schema";

export const metadata: Metadata = { title: "资格终止" };

const PATH = "/manage/terminations";
const shelves = [undefined, "open", "PROPOSED", "DECIDED_YES", "FILED", "DECIDED_NO", "WITHDRAWN"] as const;
const nameOf = (shelf: (typeof shelves)[number]) => (shelf === undefined ? "全部" : shelf === "open" ? "办理中" : stateNames[shelf]);
const href = (shelf: (typeof shelves)[number]) => hrefOfState(PATH, shelf);

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const filters = terminationFilters.parse(await searchParams);
  const [{ rows, total }, counts] = await Promise.all([listTerminations(actor, filters), Promise.all(shelves.map((shelf) => countTerminations(actor, shelf)))]);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "资格终止" }]} title="资格终止" />
      <Card bare>
        <Tabs label="按状态" current={href(filters.state)} items={shelves.map((shelf, i) => ({ href: href(shelf), label: nameOf(shelf), ...(counts[i] === undefined ? {} : { count: counts[i] }) }))} />
        {rows.length === 0 ? <Empty title={filters.state ? `没有“${nameOf(filters.state)}”的` : "还没有资格终止的记录"} why="在代表档案页提出终止，或由组织部登记去世，就会列在这里。" /> : <TerminationTable rows={rows} />}
        <Pager path={PATH} params={filters.state ? { state: filters.state } : {}} total={total} page={filters.page} size={PAGE} unit="件" sizes={[]} />
      </Card>
    </>
  );
}
