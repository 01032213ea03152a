import type { Metadata } from "next";
import { OneButton } from "@/components/accounts/one-button";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { ParticipantTable } from "@/components/participations/list-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { participationNames } from "@/lib/activities/labels";
import { countParticipations, getActivity } from "@/lib/activities/queries";
import { remindParticipants } from "@/lib/participations/actions";
import { listParticipations, PAGE } from "@/lib/participations/queries";
import { listFilters } from "@/lib/participations/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import type { ParticipationState } from "@/prisma/client/enums";

export const metadata: Metadata = { title: "活动名单" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const filters = listFilters.parse(await searchParams);
  const { state, q } = filters;
  const [{ rows, total }, counts] = await Promise.all([listParticipations(actor, found.id, filters), countParticipations(actor, found.id)]);
  const base = `/manage/activities/${found.id}/participants`;
  const states = (Object.keys(participationNames) as ParticipationState[]).filter((one) => counts[one] || one === state);
  const heads = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const to = (one: string | undefined) => hrefWith(base, { q }, { state: one });
  const changes = found.can.invite && (found.state === "DRAFT" || (found.state === "PUBLISHED" && found.startsAt > now()));
  const waiting = (counts.INVITED ?? 0) + (counts.NO_RESPONSE ?? 0);
  const acts = found.can.invite ? <>{heads > 0 ? <LinkButton href={`${base}/export`} download>导出名单</LinkButton> : null}{changes && found.state === "PUBLISHED" && waiting > 0 ? <OneButton action={remindParticipants} label={`提醒未答复的 ${waiting} 人`} fields={{ id: found.id }} /> : null}{changes ? <LinkButton href={`${base}/invite`} variant="primary">列入代表</LinkButton> : null}</> : null;
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "名单" }]} title="名单" small={found.title} acts={acts} />
      <ActivityTabs of={found} current="/participants" />
      <div className="stack mt-3">
        {heads > PAGE || q ? <FilterBar path={base} keep={{ state }}><Field name="q" label="姓名"><Input type="search" defaultValue={q} maxLength={50} autoComplete="off" /></Field></FilterBar> : null}
        <Card bare>
          {heads > 0 ? <Tabs label="按状态" current={to(state)} items={[{ href: to(undefined), label: "全部", count: heads }, ...states.map((one) => ({ href: to(one), label: participationNames[one], count: counts[one] ?? 0 }))]} /> : null}
          {rows.length > 0 ? <ParticipantTable rows={rows} base={base} /> : heads > 0 ? <Empty title="没有符合条件的代表" why="请换一种状态，或清除姓名后再查。" next={{ href: base, label: "查看全部名单" }} /> : (
            <Empty title="名单上还没有人" why={found.entry === "ENROLMENT" ? "代表报名后列在这里；也可以由组织单位选派。" : "列入代表后，活动发布时他们随即收到通知。"} {...(changes ? { next: { href: `${base}/invite`, label: "列入代表" } } : {})} />
          )}
          <Pager path={base} params={{ state, q }} total={total} page={filters.page} size={PAGE} unit="人" sizes={[]} />
        </Card>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
