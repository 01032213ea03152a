import type { Metadata } from "next";
import Link from "next/link";
import { ComingCard, LateCard } from "@/components/deadlines/outlook-cards";
import { StandingFigures } from "@/components/delegates/workbench";
import { UnreadCard } from "@/components/messages/unread-card";
import { StateSentence } from "@/components/tasks/state-sentence";
import { Todo } from "@/components/tasks/todo";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { listComing, listLateUnits } from "@/lib/deadlines/outlook-queries";
import { may } from "@/lib/delegates/policy";
import { getStanding } from "@/lib/delegates/standing-queries";
import { requireStaff } from "@/lib/platform/guards";
import { listTaskGroups } from "@/lib/tasks/queries";
import { countOpenVacancies } from "@/lib/vacancies/queries";

export const metadata: Metadata = { title: "工作台" };

export default async function Page() {
  const actor = await requireStaff();
  const keeps = may(actor, "create", { committeeId: actor.committeeId });
  const standing = await getStanding(actor);
  if (!standing) return <><PageHead title="工作台" /><Card><Empty title="还没有届次" why="先建立届次并设为现任，再导入花名册。" {...(keeps ? { next: { href: "/manage/terms", label: "建立届次" } } : {})} /></Card></>;
  const [groups, coming, late, seats] = await Promise.all([listTaskGroups(actor), listComing(actor), listLateUnits(actor), countOpenVacancies(actor)]);
  const empty = standing.register === 0;
  return (
    <>
      <PageHead title="工作台" small={standing.termName} acts={keeps && !empty ? <><LinkButton href="/manage/delegates/import">导入花名册</LinkButton><LinkButton href="/manage/delegates/new" variant="primary">新增代表</LinkButton></> : null} />
      <div className="stack">
        {empty ? null : <StateSentence groups={groups} late={late} seats={seats} />}
        {empty ? <Card><Empty title="花名册里还没有代表" why={keeps ? "可以用 Excel 花名册一次导入，也可以逐人新增。" : "组织部登记本单位选出的代表后，在这里查看。"} {...(keeps ? { next: { href: "/manage/delegates/import", label: "导入花名册" } } : {})} /></Card> : <StandingFigures of={standing} />}
        <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Todo actor={actor} />
          <div className="stack">
            {late.length > 0 ? <LateCard rows={late} /> : null}
            <UnreadCard actor={actor} />
            <ComingCard rows={coming} />
            <Card title="资料"><p className="flex flex-wrap gap-x-6 gap-y-2"><Link className="py-1" href="/manage/quality" prefetch={false}>数据质量</Link><Link className="py-1" href="/manage/composition" prefetch={false}>代表构成</Link></p></Card>
          </div>
        </div>
      </div>
    </>
  );
}
