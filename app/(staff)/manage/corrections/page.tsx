import type { Metadata } from "next";
import { CorrectionTable } from "@/components/corrections/correction-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { stateNames } from "@/lib/corrections/labels";
import { countCorrections, listCorrections, PAGE } from "@/lib/corrections/queries";
import { correctionFilters } from "@/lib/corrections/schema";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "更正申请" };

const PATH = "/manage/corrections";
const shelves = [undefined, "todo", "open", "SUBMITTED", "CONFIRMED", "RETURNED", "APPROVED", "WITHDRAWN"] as const;
const others = { todo: "待我办理", open: "办理中" };
const nameOf = (shelf: (typeof shelves)[number]) => (shelf === undefined ? "全部" : shelf === "todo" || shelf === "open" ? others[shelf] : stateNames[shelf]);

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const filters = correctionFilters.parse(await searchParams);
  const { state, q } = filters;
  const href = (shelf: (typeof shelves)[number]) => hrefWith(PATH, { q }, { state: shelf });
  const [{ rows, total }, counts] = await Promise.all([listCorrections(actor, filters), countCorrections(actor, shelves, q)]);
  const narrowed = state !== undefined || q !== undefined;
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "更正申请" }]} title="更正申请" />
      <FilterBar path={PATH} keep={{ state }}><Field name="q" label="代表姓名"><Input type="search" defaultValue={q} maxLength={50} autoComplete="off" /></Field></FilterBar>
      <Card bare>
        <Tabs label="按状态" current={href(state)} items={shelves.map((shelf, i) => ({ href: href(shelf), label: nameOf(shelf), count: counts[i] ?? 0 }))} />
        {rows.length === 0 ? <Empty title={narrowed ? "没有符合条件的更正申请" : "还没有更正申请"} why="代表在“我的”页面申请更正登记资料，就会列在这里。" /> : <CorrectionTable rows={rows} />}
        <Pager path={PATH} params={{ state, q }} total={total} page={filters.page} size={PAGE} unit="件" sizes={[]} />
      </Card>
    </>
  );
}
