import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { RosterList } from "@/components/delegates/roster-list";
import { shownRoster } from "@/components/delegates/shown-roster";
import { PageHead } from "@/components/ui/page-head";
import { getActivity } from "@/lib/activities/queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "列入代表" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  if (!found.can.invite) forbidden();
  const { asOf: _day, term: _term, ...asked } = await searchParams;
  const parsed = delegateFilters.parse({ scope: "active", ...asked });
  const frame = await getRosterFrame(actor, parsed);
  if (!frame || frame.termId !== found.termId) notFound();
  const choices = await listRosterChoices(actor, frame.termId, parsed.unit);
  const filters = withinTerm(parsed, choices);
  const base = `/manage/activities/${found.id}/participants`;
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "名单", href: base }, { label: "列入代表" }]} title="列入代表" small={found.title} />
      <p className="mb-3 max-w-180 text-ink-2">按代表团、小组、身份标签等条件查找，勾选或选中全部，再核对。要优先邀请没有列席过会议的，请在“更多条件”中选“履职情况：本届没有列席过会议”。</p>
      <RosterList path={`${base}/invite`} {...shownRoster(filters, await listDelegates(actor, filters, frame), choices)} batch={[{ href: `${base}/invite/confirm`, label: "核对所选代表" }]} />
    </>
  );
}
