import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { CloseForm, HoldForm } from "@/components/attendances/closing-forms";
import { FigureBar } from "@/components/attendances/figure-bar";
import { FigureRows } from "@/components/attendances/figure-rows";
import { RollForm } from "@/components/attendances/roll-form";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { stateNames, stateTones } from "@/lib/activities/labels";
import { getFigure, listFigureRows } from "@/lib/attendances/figure-queries";
import { shownNames } from "@/lib/attendances/labels";
import { may } from "@/lib/attendances/policy";
import { getHeldActivity, listRoll, listRollDelegations } from "@/lib/attendances/queries";
import { rollParams } from "@/lib/attendances/schema";
import { now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "到会登记" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const activity = await forPage(actor, getHeldActivity(actor, (await params).id));
  if (activity.state === "DRAFT" || activity.state === "CANCELLED") notFound();
  const { delegation, show, step, page } = rollParams.parse(await searchParams);
  const path = `/manage/activities/${activity.id}/attendance`;
  const [figure, delegations] = await Promise.all([getFigure(actor, { activityId: activity.id }), listRollDelegations(actor, activity.id)]);
  const current = delegations.find((d) => d.id === delegation) ?? delegations[0];
  const counted = activity.state !== "PUBLISHED";
  const corrects = activity.state === "ARCHIVED";
  const closing = step === "close" && activity.state === "HELD" && may(actor, "close", activity);
  const open = closing ? "OPEN" : show;
  const listed = open && counted ? await listFigureRows(actor, { activityId: activity.id }, { show: open, page }) : null;
  const roll = !listed && current ? await listRoll(actor, activity.id, current.id) : [];
  const edits = may(actor, corrects ? "correct" : "mark", activity);
  const acts = closing ? null : (
    <>
      {activity.state === "PUBLISHED" && edits ? <LinkButton href={`/manage/activities/${activity.id}/screen`}>签到屏幕</LinkButton> : null}
      {edits ? <LinkButton href={`${path}/import`}>导入签到表</LinkButton> : null}
      {activity.state === "HELD" && may(actor, "close", activity) ? <LinkButton href={`${path}?step=close`} variant="primary">确认出席名单</LinkButton> : null}
    </>
  );
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: activity.title, href: `/manage/activities/${activity.id}` }, { label: "到会登记", ...(listed ? { href: path } : {}) }, ...(listed ? [{ label: closing ? "确认出席名单" : shownNames[open ?? "due"] }] : [])]}
        title={closing ? "确认出席名单" : "到会登记"} small={activity.title} kind={<Tag tone={stateTones[activity.state]}>{stateNames[activity.state]}</Tag>} acts={acts} />
      <ActivityTabs of={{ id: activity.id, kind: activity.kind, state: activity.state, ...activity._count }} current="/attendance" />
      <div className="stack mt-3">
        {counted ? <FigureBar figure={figure} path={path} /> : null}
        {closing ? <CloseForm of={activity} open={figure.OPEN} back={path} /> : null}
        {activity.state === "PUBLISHED" && activity.endsAt <= now() && may(actor, "hold", activity) ? <HoldForm of={activity} /> : null}
        {listed && open ? <FigureRows of="activity" title={closing ? "确认后为缺席的场次" : shownNames[open]} {...listed} page={page} path={path} show={open} back="返回到会登记" /> : null}
        {!listed && current ? (
          <>
            <Tabs label="代表团" items={delegations.map((d) => ({ href: `${path}?delegation=${d.id}`, label: d.name, count: d.people }))} current={`${path}?delegation=${current.id}`} />
            <Card title={current.name} aside={`${current.people} 人，${current.open} 场次未到或未登记`}>
              <RollForm key={current.id} id={activity.id} sessions={activity.sessions} rows={roll} closed={corrects} edits={edits} caption={`${current.name}到会情况`} />
            </Card>
          </>
        ) : null}
        {!listed && !current ? <Card><Empty title="名单上还没有应到的代表" why="发布邀请、报名或指定参加的代表后，在这里登记到会情况。" next={{ href: `/manage/activities/${activity.id}`, label: "返回活动" }} /></Card> : null}
        <DeadlineCard actor={actor} subject={["Activity", activity.id]} />
      </div>
    </>
  );
}
