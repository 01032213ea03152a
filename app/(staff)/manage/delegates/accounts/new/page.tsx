import type { Metadata } from "next";
import { RequestCard } from "@/components/delegate-accounts/request-card";
import { hrefWith } from "@/components/ui/href";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { kindNames, MOST, refusals } from "@/lib/delegate-accounts/labels";
import { getAccountFrame, listed, planFor } from "@/lib/delegate-accounts/queries";
import { accountListFilters, listParams, prepareParams } from "@/lib/delegate-accounts/schema";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "办理代表账号" };

const PATH = "/manage/delegates/accounts";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const asked = await searchParams;
  const { kind } = prepareParams.parse(asked);
  const filters = { ...accountListFilters.parse(asked), page: 1, size: 50 as const };
  const frame = await forPage(actor, getAccountFrame(actor));
  const planned = frame ? await planFor(actor, kind, listed(actor, filters, frame), MOST + 1) : [];
  const back = hrefWith(PATH, listParams(filters), {});
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "代表账号", href: back }, { label: kindNames[kind] }]} title={kindNames[kind]} {...(frame ? { small: frame.termName } : {})} />
      {planned.length > MOST ? <Notice tone="warn" title={refusals.many} /> : <RequestCard kind={kind} planned={planned} list={new URLSearchParams(listParams(filters)).toString()} back={back} />}
    </>
  );
}
