import type { Metadata } from "next";
import { AccountFilter } from "@/components/delegate-accounts/account-filter";
import { AccountList, Conditions, StandingFigures } from "@/components/delegate-accounts/account-list";
import { BatchTable } from "@/components/delegate-accounts/batch-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { activeFilters } from "@/lib/delegates/active-filters";
import { paramsOf } from "@/lib/delegates/filters";
import { listRosterChoices } from "@/lib/delegates/queries";
import { getAccountFrame, listBatches, listDelegateAccounts } from "@/lib/delegate-accounts/queries";
import { accountListFilters, listParams } from "@/lib/delegate-accounts/schema";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "代表账号" };

const PATH = "/manage/delegates/accounts";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const filters = accountListFilters.parse(await searchParams);
  const frame = await forPage(actor, getAccountFrame(actor));
  const crumb = [{ label: "代表" }, { label: "代表账号" }];
  if (!frame) return <><PageHead crumb={crumb} title="代表账号" /><Empty title="还没有现任届次" why="设定现任届次、登记代表后，在这里为代表开通账号。" next={{ href: "/manage/terms", label: "届次与代表团" }} /></>;
  const [choices, { rows, total, counts }, batches] = await Promise.all([forPage(actor, listRosterChoices(actor, frame.termId, filters.unit)), listDelegateAccounts(actor, filters, frame), listBatches(actor)]);
  const params = listParams(filters);
  const { account: _account, ...asked } = filters;
  const range = { total, page: filters.page, size: filters.size };
  return (
    <>
      <PageHead crumb={crumb} title="代表账号" small={frame.termName} />
      <StandingFigures path={PATH} params={params} counts={counts} />
      <AccountFilter path={PATH} params={params} choices={choices} />
      <Card bare>
        <Conditions path={PATH} params={params} active={activeFilters(paramsOf(asked), choices)} />
        {rows.length > 0 ? <AccountList path={PATH} params={params} rows={rows} counts={counts} range={range} /> : <Empty title="没有符合条件的代表" why="请减少条件，或核对姓名、尾号后再查。" next={{ href: PATH, label: "清除条件" }} />}
        <Pager path={PATH} params={params} {...range} unit="人" />
      </Card>
      <BatchTable rows={batches} />
    </>
  );
}
