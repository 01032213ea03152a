import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButton } from "@/components/accounts/one-button";
import { DeliveryPart } from "@/components/letters/delivery-part";
import { LetterText, Missed } from "@/components/letters/letter-preview";
import { ReceiptTable } from "@/components/letters/receipt-table";
import { FileList } from "@/components/messages/file-list";
import { Card } from "@/components/ui/card";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { remindReaders } from "@/lib/letters/actions";
import { readNames, type ReadShelf } from "@/lib/letters/labels";
import { getLetter, listReceipts, RECEIPTS } from "@/lib/letters/queries";
import { receiptFilters } from "@/lib/letters/schema";
import { listDeliveries } from "@/lib/messages/delivery-queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "通知回执" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const { id } = await params;
  const letter = await forPage(actor, getLetter(actor, id));
  if (letter.sentAt === null) redirect(`/messages/new?letter=${letter.id}`);
  const filters = receiptFilters.parse(await searchParams);
  const [{ rows, totals }, log] = await Promise.all([listReceipts(actor, letter, filters), letter.dispatchId ? listDeliveries(actor, letter.dispatchId) : null]);
  const here = `/messages/sent/${letter.id}`;
  const href = (show: ReadShelf) => hrefWith(here, {}, { show: show === "all" ? undefined : show });
  const waits = letter.nextReminder && letter.nextReminder > now();
  return (
    <>
      <PageHead crumb={[{ label: "消息", href: "/messages" }, { label: "已发通知", href: "/messages/sent" }, { label: "回执" }]} title={letter.title} small={`${letter.senderName} ${letter.sent} 发出`}
        acts={totals.unread > 0 && !waits ? <OneButton action={remindReaders} label={`再次提醒未读的 ${totals.unread} 人`} fields={{ id: letter.id }} variant="primary" /> : null} />
      <div className="stack max-w-4xl">
        <Card>
          <LetterText of={letter} titled={false} />
          {letter.files.length > 0 ? <div className="mt-3"><FileList files={letter.files} /></div> : null}
        </Card>
        <Missed names={letter.missed} />
        <Card title={totals.all === 0 ? "正在分发" : `已读 ${totals.read} 人，未读 ${totals.unread} 人`} aside={letter.reminded ? `已提醒 ${letter.reminders} 次，最近 ${letter.reminded}${waits && letter.nextReminder ? `，${formatInstant(letter.nextReminder)} 后可再提醒` : ""}` : "还没有再次提醒"} bare>
          <div className="mt-2"><Tabs label="按是否读过" current={href(filters.show)} items={Object.entries(readNames).map(([show, label]) => ({ href: href(show as ReadShelf), label, count: totals[show as ReadShelf] }))} /></div>
          <ReceiptTable rows={rows} />
          <Pager path={here} params={{ show: filters.show === "all" ? undefined : filters.show }} total={totals[filters.show]} page={filters.page} size={RECEIPTS} unit="人" sizes={[]} />
        </Card>
        {log ? <DeliveryPart log={log} /> : null}
      </div>
    </>
  );
}
