import type { Metadata } from "next";
import { OwnActivities } from "@/components/participations/own-rows";
import { emptyWords, shelfNames } from "@/components/participations/own-words";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { listOwnActivities, PAGE } from "@/lib/participations/own-queries";
import { ownFilters, shelves } from "@/lib/participations/schema";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "活动" };

const PATH = "/my/activities";

const paramsOf = (show: (typeof shelves)[number]) => (show === "coming" ? {} : { show });

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const filters = ownFilters.parse(await searchParams);
  const { show, page } = filters;
  const { rows, counts } = await listOwnActivities(actor, filters);
  const to = (shelf: (typeof shelves)[number]) => hrefWith(PATH, paramsOf(shelf), {});
  const empty = counts[show] > 0 ? { title: "这一页没有活动", next: { href: to(show), label: "回到第一页" } } : emptyWords[show];
  return (
    <PhonePage title="活动" back="/my">
      <div className="mx-[-20px] mt-[-16px] mb-4"><Tabs items={shelves.map((shelf) => ({ href: to(shelf), label: shelfNames[shelf], count: counts[shelf] }))} current={to(show)} label="活动" /></div>
      {rows.length === 0 ? <section className="card"><Empty {...empty} /></section> : <OwnActivities rows={rows} label={shelfNames[show]} />}
      <Pager path={PATH} params={paramsOf(show)} total={counts[show]} page={page} size={PAGE} unit="次" sizes={[]} />
    </PhonePage>
  );
}
