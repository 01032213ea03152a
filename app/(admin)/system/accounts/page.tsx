import type { Metadata } from "next";
import { AccountFilter } from "@/components/accounts/account-filter";
import { AccountTable } from "@/components/accounts/account-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { listAccounts } from "@/lib/accounts/queries";
import { accountFilters } from "@/lib/accounts/schema";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "账号" };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("SYSTEM_ADMIN");
  const params = await searchParams;
  const filters = accountFilters.parse(params);
  const { rows, total } = await listAccounts(actor, filters);
  const at = { total, page: filters.page, size: filters.size, unit: "个" };
  return (
    <>
      <PageHead title="账号" acts={<><LinkButton href="/system/accounts/many">批量建立</LinkButton><LinkButton href="/system/accounts/new" variant="primary">建立账号</LinkButton></>} />
      <AccountFilter value={filters} />
      <Card bare>
        <ListBar><RangeText {...at} /></ListBar>
        {rows.length > 0 ? <AccountTable rows={rows} /> : <Empty title="没有符合条件的账号" why="请核对登录名或姓名，或清除条件。" next={{ href: "/system/accounts", label: "清除条件" }} />}
        <Pager path="/system/accounts" params={params} {...at} />
      </Card>
    </>
  );
}
