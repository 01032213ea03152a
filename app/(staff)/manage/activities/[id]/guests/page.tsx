import type { Metadata } from "next";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { GuestForm, GuestTable } from "@/components/activities/guest-parts";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { listGuests } from "@/lib/activities/guest-queries";
import { getActivity } from "@/lib/activities/queries";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "会外人员" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const guests = await listGuests(actor, found.id);
  const open = found.can.edit && found.state !== "CANCELLED" && found.state !== "ARCHIVED";
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "会外人员" }]} title="会外人员" small={found.title} />
      <ActivityTabs of={found} current="/guests" />
      <div className="stack mt-3">
        <Card bare>{guests.length === 0 ? <Empty title="没有会外人员" why="参加活动的人大代表、政协委员、专家、群众，没有账号，登记在这里，印进名单和签到表。" /> : <GuestTable guests={guests} removes={open} />}</Card>
        {open ? <Card><GuestForm activityId={found.id} /></Card> : null}
      </div>
    </>
  );
}
