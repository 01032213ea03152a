import type { Metadata } from "next";
import { ActivityForm } from "@/components/activities/activity-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { sessionsParam } from "@/lib/activities/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { expectArrangeable } from "@/lib/training-plans/queries";
import { lineParam } from "@/lib/training-plans/schema";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "拟定活动" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const asked = await searchParams;
  const line = lineParam.parse(asked.line);
  const [units, from] = await Promise.all([listUnitChoices(actor), line ? forPage(actor, expectArrangeable(actor, line)) : null]);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: "拟定活动" }]} title="拟定活动" small={from ? `据 ${from.year} 年培训计划，先存为拟稿` : "先存为拟稿，列好名单后再发布"} />
      <Card><ActivityForm units={units} least={sessionsParam.parse(asked.sessions)} {...(from ? { from } : {})} /></Card>
    </>
  );
}
