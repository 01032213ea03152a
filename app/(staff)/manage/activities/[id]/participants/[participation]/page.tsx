import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DecideLeaveForm, ReplyForForm, StrikeForm, SubstituteForm } from "@/components/participations/list-forms";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { getActivity } from "@/lib/activities/queries";
import { stateTones } from "@/lib/participations/labels";
import { getParticipation } from "@/lib/participations/queries";
import { suggestSubstitute } from "@/lib/participations/substitute-queries";
import { displayName } from "@/lib/platform/chinese/name";
import { now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动名单" };

const OUT = ["CANCELLED", "DECLINED", "WITHDRAWN"];

export default async function Page({ params }: { params: Promise<{ id: string; participation: string }> }) {
  const actor = await requireStaff();
  const { id, participation } = await params;
  const [found, of] = [await forPage(actor, getActivity(actor, id)), await forPage(actor, getParticipation(actor, participation))];
  if (of.activity.id !== found.id) notFound();
  const base = `/manage/activities/${found.id}/participants`;
  const strikes = found.can.invite && (found.state === "DRAFT" || (found.state === "PUBLISHED" && found.startsAt > now() && !OUT.includes(of.state)));
  const next = await suggestSubstitute(actor, of);
  const to = ({ id: other, name }: { id: string; name: string }) => <Link key={other} href={`${base}/${other}`} prefetch={false} className="underline">{displayName(name)}</Link>;
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "名单", href: base }, { label: displayName(of.name) }]}
        title={displayName(of.name)} small={found.title} kind={<Tag tone={stateTones[of.state]}>{of.stateName}</Tag>} acts={<LinkButton href={`/manage/delegates/${of.delegate.id}`}>代表档案</LinkButton>} />
      <div className="stack max-w-3xl">
        <Card title="参加情况">
          <Describe columns="two" items={[
            { term: "代表团", value: of.delegation }, { term: "选举单位", value: of.unitName }, { term: "列入名单", value: <span className="num">{of.since}</span> },
            { term: "答复时间", value: of.replied ? <><span className="num">{of.replied}</span>{of.repliedBy ? `，${of.repliedBy}代为答复` : ""}</> : null }, { term: "答复的理由", value: of.replyReason, full: true },
            ...(of.substituteFor ? [{ term: "递补", value: <>替{to(of.substituteFor)}</>, full: true }] : []), ...(of.substitutes.length > 0 ? [{ term: "由谁递补", value: <span className="flex flex-wrap gap-x-3">{of.substitutes.map(to)}</span>, full: true }] : []),
            ...(of.leaveReason ? [{ term: "请假的理由", value: of.leaveReason, full: true }, { term: "审批", value: of.leaveDecided ? <><span className="num">{of.leaveDecided}</span> {of.leaveDecidedBy}{of.leaveNote ? `：${of.leaveNote}` : ""}</> : "待审批", full: true }] : []),
          ]} />
        </Card>
        {of.open.includes("decideLeave") ? <Card title="审批请假"><DecideLeaveForm of={of} /></Card> : null}
        {of.open.includes("replyFor") ? <Card title="代为登记答复"><p className="mb-4 text-ink-2">代表不便上网、口头或电话答复的，由您登记，注明由您代为答复。</p><ReplyForForm of={of} /></Card> : null}
        {next ? <Card title="递补邀请"><SubstituteForm of={of} next={next} /></Card> : null}
        {strikes ? <Card title="移出名单"><StrikeForm of={of} /></Card> : null}
      </div>
    </>
  );
}
