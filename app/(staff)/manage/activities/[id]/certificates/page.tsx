import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { IssueForm, RevokedTable, StandingTable } from "@/components/trainings/certificate-parts";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { stateNames, stateTones } from "@/lib/activities/labels";
import { getHeldActivity } from "@/lib/attendances/queries";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { listRevoked, listStandings } from "@/lib/trainings/certificate-queries";
import { RULE, standingNames, standings, type Standing } from "@/lib/trainings/labels";
import { mayCertify } from "@/lib/trainings/policy";
import { certificateParams } from "@/lib/trainings/schema";

export const metadata: Metadata = { title: "培训证书" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const activity = await forPage(actor, getHeldActivity(actor, (await params).id));
  if (activity.kind !== "TRAINING" || activity.state !== "ARCHIVED") notFound();
  const asked = certificateParams.parse(await searchParams);
  const [rows, revoked] = await Promise.all([listStandings(actor, activity), listRevoked(actor, activity)]);
  const of = (standing: Standing) => rows.filter((row) => row.standing === standing);
  const show = (asked.show as Standing | undefined) ?? standings.find((s) => of(s).length > 0) ?? "ready";
  const path = `/manage/activities/${activity.id}/certificates`;
  const issues = mayCertify(actor, "issue", activity);
  const issued = of("issued").length;
  const acts = issues && issued > 0 ? <LinkButton href={`${path}/file`} download>下载证书（{issued} 张）</LinkButton> : null;
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: activity.title, href: `/manage/activities/${activity.id}` }, { label: "培训证书" }]} title="培训证书" small={activity.title} kind={<Tag tone={stateTones[activity.state]}>{stateNames[activity.state]}</Tag>} acts={acts} />
      <ActivityTabs of={{ id: activity.id, state: activity.state, kind: activity.kind, ...activity._count }} current="/certificates" />
      <div className="stack mt-3">
        {asked.refused ? <Notice tone="warn" title="没有办理">{asked.refused}</Notice> : null}
        <p className="text-ink-2">{RULE}</p>
        {issues && of("ready").length > 0 ? <IssueForm id={activity.id} ready={of("ready").length} /> : null}
        <Tabs label="按发证情况" current={`${path}?show=${show}`} items={standings.map((s) => ({ href: `${path}?show=${s}`, label: standingNames[s], count: of(s).length }))} />
        <StandingTable rows={of(show)} sessions={activity.sessions.length} show={show} page={asked.page} path={path} />
        {revoked.length > 0 ? <RevokedTable rows={revoked} /> : null}
      </div>
    </>
  );
}
