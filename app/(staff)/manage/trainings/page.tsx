import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { LineForm, PlanTable, TrainingTabs } from "@/components/trainings/plan-parts";
import { LinkButton } from "@/components/ui/button";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { may } from "@/lib/training-plans/policy";
import { getLine, listPlan } from "@/lib/training-plans/queries";
import { planParams } from "@/lib/training-plans/schema";

export const metadata: Metadata = { title: "年度培训计划" };

const PATH = "/manage/trainings";

export default async function Page({ searchParams }: PageProps<"/manage/trainings">) {
  const actor = await requireStaff();
  const { year = today().slice(0, 4), add, edit, show } = planParams.parse(await searchParams);
  const edits = may(actor, "add", { committeeId: actor.committeeId });
  if ((add || edit) && !edits) forbidden();
  const [lines, line] = await Promise.all([listPlan(actor, Number(year)), edit ? forPage(actor, getLine(actor, edit)) : null]);
  const notHeld = lines.filter((l) => l.progress !== "held");
  const years = [-1, 0, 1].map((by) => String(Number(year) + by));
  const shelf = (of: string | undefined) => hrefWith(PATH, { year, show: of }, {});
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "培训", ...(add || line ? { href: hrefWith(PATH, { year }, {}) } : {}) }, ...(line ? [{ label: line.title }] : add ? [{ label: "增加一项计划" }] : [])]} title="年度培训计划" small={`${year}年`} acts={edits && !add && !line ? <LinkButton href={hrefWith(PATH, { year, add: "1" }, {})} variant="primary">增加一项</LinkButton> : null} />
      <TrainingTabs current="plan" year={year} />
      <div className="stack mt-3">
        {line ? <LineForm of={line} year={year} /> : add ? <LineForm year={year} /> : (
          <>
            <nav className="flex flex-wrap gap-2 print:hidden" aria-label="按年份">{years.map((y) => <LinkButton key={y} href={hrefWith(PATH, { year: y }, {})} variant={y === year ? undefined : "plain"}>{y}年</LinkButton>)}</nav>
            <Tabs label="按情况" current={shelf(show)} items={[{ href: shelf(undefined), label: "全部", count: lines.length }, { href: shelf("open"), label: "未举行", count: notHeld.length }]} />
            <PlanTable lines={show ? notHeld : lines} year={year} edits={edits} narrowed={show !== undefined} />
          </>
        )}
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
