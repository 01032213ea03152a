import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ActivityForm } from "@/components/activities/activity-form";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { stateNames } from "@/lib/activities/labels";
import { getActivity } from "@/lib/activities/queries";
import { sessionsParam } from "@/lib/activities/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "修改活动" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  if (!found.can.edit) forbidden();
  const here = `/manage/activities/${found.id}`;
  const open = found.state === "DRAFT" || found.state === "PUBLISHED";
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: here }, { label: "修改" }]} title="修改活动" small={found.title} />
      <Card>{open ? <ActivityForm units={await listUnitChoices(actor, { keep: found.unitId })} of={found} least={sessionsParam.parse((await searchParams).sessions)} /> : <Empty title="不能再修改" why={`活动的状态是“${stateNames[found.state]}”。`} next={{ href: here, label: "返回活动" }} />}</Card>
    </>
  );
}
