import type { Metadata } from "next";
import { LateCard } from "@/components/deadlines/outlook-cards";
import { Attention, DelegationBars, OverviewFigures, Sentence } from "@/components/delegates/overview-brief";
import { UnreadCard } from "@/components/messages/unread-card";
import { Todo } from "@/components/tasks/todo";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { listLateUnits } from "@/lib/deadlines/outlook-queries";
import { getStanding } from "@/lib/delegates/standing-queries";
import { watched } from "@/lib/delegates/watched";
import { reasonNames } from "@/lib/terms/labels";
import { formatDateLong, formatInstant, now } from "@/lib/platform/clock";
import { requireLeader } from "@/lib/platform/guards";
import { countUnderWay } from "@/lib/terminations/queries";
import { getBrief } from "@/lib/compositions/brief-queries";

export const metadata: Metadata = { title: "概览" };

export default async function Page() {
  const actor = await requireLeader();
  if (actor.role === "SUPERVISOR") {
    const late = await listLateUnits(actor);
    return <><PageHead title="督查室" small="超期后报到督查室的事项" /><div className="grid items-start gap-3 lg:grid-cols-2"><LateCard rows={late} /><UnreadCard actor={actor} /><Todo actor={actor} quiet /></div></>;
  }
  const [brief, standing, ending] = await Promise.all([getBrief(actor), getStanding(actor), countUnderWay(actor)]);
  if (!brief) return <><PageHead title="概览" /><Card><Empty title="还没有届次" why="组织部建立届次并导入花名册后，这里显示代表的总体情况。" /></Card></>;
  const { frame, figures, places, unmet } = brief;
  const watching = watched.flatMap(({ filters, label }) => (filters.status && filters.status !== "ACTIVE" ? [{ label, filters, heads: standing?.heads[filters.status] ?? 0 }] : []));
  return (
    <>
      <h1 className="sr">概览</h1>
      <p className="num text-13 text-ink-3">{frame.termName}　年龄算到 {formatDateLong(frame.on)}（{reasonNames[frame.why]}）　数据时间 {formatInstant(now())}</p>
      {figures[0]?.heads === 0 ? <Card className="mt-3"><Empty title="花名册里还没有代表" why="组织部导入花名册后，这里显示代表的总体情况。" /></Card> : (
        <div className="stack">
          <Sentence figures={figures} />
          <OverviewFigures figures={figures} />
          <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <DelegationBars places={places} />
            <div className="stack order-first lg:order-none">
              <UnreadCard actor={actor} />
              <Attention counted={watching} ending={ending} unmet={unmet} />
              <Card title="代表构成"><p className="mb-3 text-sm text-ink-2">各项人数、占比和构成要求的达到情况。</p><LinkButton href="/overview/composition" small>查看代表构成</LinkButton></Card>
            </div>
          </div>
        </div>
      )}
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
