import type { Metadata } from "next";
import { DeadlineTable } from "@/components/deadlines/deadline-table";
import { UnitCounts } from "@/components/deadlines/unit-counts";
import { RolePage } from "@/components/tasks/role-page";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Pager } from "@/components/ui/pager";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { actOf } from "@/lib/deadlines/acts";
import { lightNames, lights } from "@/lib/deadlines/labels";
import { countByUnit, countLights, listDeadlines, PAGE } from "@/lib/deadlines/queries";
import { deadlineFilters } from "@/lib/deadlines/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "期限" };

const PATH = "/deadlines";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "HANDLING_UNIT", "SUPERVISOR");
  const filters = deadlineFilters.parse(await searchParams);
  const { light, act, unit, urged } = filters;
  const kept = { light, act, unit, urged };
  const [{ rows, total }, counts, units] = await Promise.all([listDeadlines(actor, filters), countLights(actor, { act, unit, urged }), countByUnit(actor)]);
  const href = (of: string | undefined) => hrefWith(PATH, kept, { light: of });
  const named = [act ? actOf(act).name : null, unit ? units.find((one) => one.unitId === unit)?.name : null, urged ? "催办过的" : null].filter(Boolean).join("，");
  return (
    <RolePage role={actor.role} title="期限" small={named || "谁在什么日子前办什么"}>
      <div className="stack">
        <Card bare>
          <Tabs label="按情况" current={href(light)} items={[{ href: href(undefined), label: "未办结", count: counts.open }, ...lights.map((one) => ({ href: href(one), label: lightNames[one], ...(counts[one] === undefined ? {} : { count: counts[one] }) }))]} />
          {rows.length === 0 ? <Empty title={light ? `没有“${lightNames[light]}”的` : "没有未办结的期限"} why="事情开始计时，就会列在这里；办结、延期、催办都留在各自的经过里。" /> : <DeadlineTable rows={rows} />}
          <Pager path={PATH} params={kept} total={total} page={filters.page} size={PAGE} unit="件" sizes={[]} />
        </Card>
        {units.length > 0 ? <UnitCounts rows={units} /> : null}
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </RolePage>
  );
}
