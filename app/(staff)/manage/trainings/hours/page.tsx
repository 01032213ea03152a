import type { Metadata } from "next";
import { HoursFilter, HoursTable, UnitHoursTable } from "@/components/trainings/hours-parts";
import { TrainingTabs } from "@/components/trainings/plan-parts";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { listYears } from "@/lib/duties/own-queries";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { listHours } from "@/lib/trainings/hours-queries";
import { HOURS_RULE } from "@/lib/trainings/labels";
import { hoursFilters } from "@/lib/trainings/schema";

export const metadata: Metadata = { title: "培训学时" };

export default async function Page({ searchParams }: PageProps<"/manage/trainings/hours">) {
  const actor = await requireStaff();
  const filters = hoursFilters.parse(await searchParams);
  const { year = today().slice(0, 4) } = filters;
  const [{ units, rows, total }, years] = await Promise.all([listHours(actor, year, filters), listYears(actor)]);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "培训", href: "/manage/trainings" }, { label: "学时" }]} title="培训学时" small={`${year}年`} />
      <TrainingTabs current="hours" year={year} />
      {units.length === 0 ? <Card><Empty title="没有在任的代表" why="代表经资格审查在任后，在这里看全年的培训学时。" /></Card> : (
        <div className="stack mt-3">
          <p className="text-ink-2">{HOURS_RULE}点数字看名单和记录。</p>
          <HoursFilter filters={filters} year={year} years={years.includes(year) ? years : [year, ...years]} units={units} />
          <UnitHoursTable units={units} year={year} />
          <HoursTable rows={rows} total={total} filters={filters} year={year} />
        </div>
      )}
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
