import type { Metadata } from "next";
import { SignInCard } from "@/components/attendances/sign-in-card";
import { NoMandate, OwnMandate } from "@/components/delegates/own-parts";
import { daysIn } from "@/components/delegates/period";
import { YearBrief } from "@/components/duties/own-ledger";
import { UnreadCard } from "@/components/messages/unread-card";
import { PhonePage } from "@/components/shell/delegate-shell";
import { NeedCards } from "@/components/tasks/need-cards";
import { StandInCards } from "@/components/tasks/stand-in-card";
import { Row, Rows, SectionHead } from "@/components/ui/rows";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { getOwnYear } from "@/lib/duties/own-queries";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { listTaskGroups } from "@/lib/tasks/queries";
import { listStandIns } from "@/lib/tasks/stand-in-queries";

export const metadata: Metadata = { title: "首页" };

export default async function Page() {
  const actor = await requireDelegate();
  const year = today().slice(0, 4);
  const [d, groups, lent, ledger] = await Promise.all([getOwnDelegate(actor), listTaskGroups(actor), listStandIns(actor), getOwnYear(actor, year)]);
  const todo = [...groups, ...lent].reduce((sum, one) => sum + one.total, 0);
  return (
    <PhonePage home="/my">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>{d?.person.name ?? actor.name}代表，您好</h1>
        {d ? <p className="num text-base text-ink-3">{daysIn(d.term.startsOn, d.term.endsOn)}</p> : null}
      </div>
      <SignInCard actor={actor} />
      {todo > 0 ? <SectionHead title="待办" note={`${todo} 件，全部查看`} href="/tasks" /> : null}
      {groups.length > 0 ? <NeedCards groups={groups} /> : null}
      <div className="mb-3 empty:hidden"><StandInCards actor={actor} /></div>
      <div className="mb-3 empty:hidden"><UnreadCard actor={actor} /></div>
      {d ? <YearBrief year={year} kinds={ledger.kinds} logs={d.status === "ACTIVE"} /> : null}
      {d ? <OwnMandate d={d} /> : <NoMandate />}
      <SectionHead title="常用" />
      <Rows label="常用">
        <Row label="签到" href="/my/sign-in" />
        <Row label="出席情况" href="/my/attendance" />
        <Row label="活动" href="/my/activities" />
        <Row label="培训学时和证书" href="/my/trainings" />
        <Row label="会后意见" href="/my/opinions" />
        <Row label="调研视察" href="/my/researches" />
        <Row label="日程" href="/schedule" />
        <Row label="修改口令" href="/account/password" />
        <Row label="登录设备" href="/account/sessions" />
      </Rows>
    </PhonePage>
  );
}
