import type { Metadata } from "next";
import { VacancyTable } from "@/components/vacancies/vacancy-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireStaff } from "@/lib/platform/guards";
import { stateNames } from "@/lib/vacancies/labels";
import { listVacancies, PAGE } from "@/lib/vacancies/queries";
import { vacancyFilters } from "@/lib/vacancies/schema";

export const metadata: Metadata = { title: "代表缺额" };

const PATH = "/manage/vacancies";
const shelves = [undefined, "OPEN", "FILLED", "CLOSED"] as const;

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const filters = vacancyFilters.parse(await searchParams);
  const { rows, counts, all, total } = await listVacancies(actor, filters);
  const params = (state: (typeof shelves)[number]): Record<string, string> => ({ ...(filters.term ? { term: filters.term } : {}), ...(state ? { state } : {}) });
  const href = (state: (typeof shelves)[number]) => [PATH, new URLSearchParams(params(state)).toString()].filter(Boolean).join("?");
  const tabs = shelves.map((state) => ({ href: href(state), label: state ? stateNames[state] : "全部", count: state ? (counts[state] ?? 0) : all }));
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "代表缺额" }]} title="代表缺额" />
      <Card bare>
        <Tabs label="按状态" current={href(filters.state)} items={tabs} />
        {rows.length === 0 ? <Empty title={filters.state ? `没有“${stateNames[filters.state]}”的缺额` : "没有代表缺额"} why="代表停止履职、资格终止或审查未通过后，空出的名额自动列在这里，由原选举单位补选。" /> : <VacancyTable rows={rows} />}
        <Pager path={PATH} params={params(filters.state)} total={total} page={filters.page} size={PAGE} unit="个" sizes={[]} />
      </Card>
    </>
  );
}
