import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { CardPapers, NamesPaper, NoticePaper, SheetPapers } from "@/components/activities/papers";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { listGuests } from "@/lib/activities/guest-queries";
import { printNames } from "@/lib/activities/labels";
import { listForPaper } from "@/lib/activities/print-queries";
import { getActivity } from "@/lib/activities/queries";
import { printFilters, printKinds, type PrintKind } from "@/lib/activities/schema";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动打印稿" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const { of: kind } = printFilters.parse(await searchParams);
  const [people, guests] = kind === "notice" ? [[], []] : await Promise.all([listForPaper(actor, found.id), listGuests(actor, found.id)]);
  const here = `/manage/activities/${found.id}`;
  const nobody = kind !== "notice" && people.length + guests.length === 0;
  const papers: Record<PrintKind, ReactNode> = { notice: <NoticePaper of={found} today={today()} />, names: <NamesPaper of={found} people={people} guests={guests} />, sheet: <SheetPapers of={found} people={people} guests={guests} />, cards: <CardPapers people={people} guests={guests} /> };
  return (
    <>
      <div className="no-print">
        <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: here }, { label: "打印" }]} title={printNames[kind]} small="用浏览器的打印功能（Ctrl+P）打印，纸张选 A4" />
        <ActivityTabs of={found} current="/print" />
        <Tabs label="打印什么" current={`${here}/print?of=${kind}`} items={printKinds.map((one) => ({ href: `${here}/print?of=${one}`, label: printNames[one] }))} />
      </div>
      <div className="mt-3">{nobody ? <Card><Empty title="名单上还没有人" why="列入代表或登记会外人员后，再打印。" /></Card> : papers[kind]}</div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
