import type { Metadata } from "next";
import { GrantFilter } from "@/components/grants/grant-filter";
import { HolderTable } from "@/components/grants/holder-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { countAwaiting, listHolders } from "@/lib/grants/queries";
import { grantFilters } from "@/lib/grants/schema";
import { requireRole } from "@/lib/platform/guards";
import { countAskedFor } from "@/lib/substitutions/queries";

export const metadata: Metadata = { title: "角色授权" };

export default async function GrantsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("SECURITY_ADMIN");
  const params = await searchParams;
  const filters = grantFilters.parse(params);
  const [{ rows, total }, accounts, deputies] = await Promise.all([listHolders(actor, filters), countAwaiting(actor), countAskedFor(actor)]);
  const at = { total, page: filters.page, size: filters.size, unit: "个" };
  return (
    <>
      <PageHead title="角色授权" acts={<LinkButton href="/system/grants/waiting">等待授权（{accounts + deputies}）</LinkButton>} />
      <GrantFilter value={filters} />
      <Card bare>
        <ListBar><RangeText {...at} /></ListBar>
        {rows.length > 0 ? <HolderTable rows={rows} /> : <Empty title="没有符合条件的账号" why="请核对登录名或姓名，或清除条件。账号由系统管理员建立。" next={{ href: "/system/grants", label: "清除条件" }} />}
        <Pager path="/system/grants" params={params} {...at} />
      </Card>
    </>
  );
}
