import type { Metadata } from "next";
import { WaitingCard } from "@/components/corrections/waiting-card";
import { Gaps, StandingFigures } from "@/components/delegates/workbench";
import { OpenCasesCard } from "@/components/terminations/open-cases-card";
import { OpenSeatsCard } from "@/components/vacancies/open-seats-card";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { countWaiting } from "@/lib/corrections/queries";
import { may } from "@/lib/delegates/policy";
import { countEach, getRosterFrame } from "@/lib/delegates/queries";
import { watched } from "@/lib/delegates/watched";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { countWaiting as countWaitingCases } from "@/lib/terminations/queries";
import { countOpenVacancies } from "@/lib/vacancies/queries";

export const metadata: Metadata = { title: "工作台" };

export default async function Page() {
  const actor = await requireStaff();
  const keeps = may(actor, "create", { committeeId: actor.committeeId });
  const frame = await getRosterFrame(actor, {}, today());
  if (!frame) return <><PageHead title="工作台" /><Card><Empty title="还没有届次" why="先建立届次并设为现任，再导入花名册。" {...(keeps ? { next: { href: "/manage/terms", label: "建立届次" } } : {})} /></Card></>;
  const [standing, gaps, corrections, cases, seats] = await Promise.all([countEach(actor, watched.standing, frame), countEach(actor, watched.gaps, frame), countWaiting(actor), countWaitingCases(actor), countOpenVacancies(actor)]);
  const empty = standing[0]?.heads === 0;
  return (
    <>
      <PageHead title="工作台" small={frame.termName} acts={keeps && !empty ? <><LinkButton href="/manage/delegates/import">导入花名册</LinkButton><LinkButton href="/manage/delegates/new" variant="primary">新增代表</LinkButton></> : null} />
      {empty ? (
        <Card><Empty title="花名册里还没有代表" why={keeps ? "可以用 Excel 花名册一次导入，也可以逐人新增。" : "组织部登记本单位选出的代表后，在这里查看。"} {...(keeps ? { next: { href: "/manage/delegates/import", label: "导入花名册" } } : {})} /></Card>
      ) : (
        <div className="stack">
          <StandingFigures counted={standing} />
          <div className="grid items-start gap-3 lg:grid-cols-2">
            <div className="stack">
              <WaitingCard heads={corrections} liaison={actor.role === "UNIT_LIAISON"} />
              <OpenCasesCard waiting={cases} acts={may(actor, "TERMINATE", { committeeId: actor.committeeId })} />
              <OpenSeatsCard seats={seats} />
              <Gaps counted={gaps} />
            </div>
            <Card title="代表构成"><p className="mb-3 text-ink-2">类别、性别、民族、年龄、学历等各项人数和占比，可看到每个数字对应的名单。</p><LinkButton href="/manage/composition">查看代表构成</LinkButton></Card>
          </div>
        </div>
      )}
    </>
  );
}
