import type { Metadata } from "next";
import { PlanForm } from "@/components/researches/plan-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { sessionsParam } from "@/lib/activities/schema";
import { requireStaff } from "@/lib/platform/guards";
import { listGroups } from "@/lib/researches/list-queries";
import { newParams } from "@/lib/researches/schema";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "拟定调研" };

export default async function Page({ searchParams }: PageProps<"/manage/researches/new">) {
  const actor = await requireStaff();
  const asked = await searchParams;
  const [units, groups] = await Promise.all([listUnitChoices(actor), listGroups(actor)]);
  const { group } = newParams.parse(asked);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "调研视察", href: "/manage/researches" }, { label: "拟定调研" }]} title="拟定调研" small="先存为拟稿，编排路线、列好名单后再发布" />
      <Card><PlanForm units={units} groups={groups} {...(group ? { groupId: group } : {})} least={sessionsParam.parse(asked.sessions)} /></Card>
    </>
  );
}
