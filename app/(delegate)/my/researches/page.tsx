import type { Metadata } from "next";
import { OwnResearches } from "@/components/researches/research-list";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { requireDelegate } from "@/lib/platform/guards";
import { ownShelfNames } from "@/lib/researches/labels";
import { listOwnResearches, PAGE } from "@/lib/researches/list-queries";
import { ownFilters } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研视察" };

const PATH = "/my/researches";
const shelves = ["own", "open"] as const;
const empty = { own: { title: "没有参加的调研", why: "列入名单的调研视察，在这里查看路线、记录所见。" }, open: { title: "没有公开的报告", why: "组织部公开的调研报告列在这里。" } };

export default async function Page({ searchParams }: PageProps<"/my/researches">) {
  const actor = await requireDelegate();
  const { show, page } = ownFilters.parse(await searchParams);
  const { rows, total, counts } = await listOwnResearches(actor, { show, page });
  const paramsOf = (shelf: (typeof shelves)[number]) => (shelf === "own" ? {} : { show: shelf });
  const to = (shelf: (typeof shelves)[number]) => hrefWith(PATH, paramsOf(shelf), {});
  return (
    <PhonePage title="调研视察" back="/my">
      <div className="mx-[-20px] mt-[-16px] mb-4"><Tabs items={shelves.map((shelf) => ({ href: to(shelf), label: ownShelfNames[shelf], count: counts[shelf] }))} current={to(show)} label="调研视察" /></div>
      {rows.length === 0 ? <section className="card"><Empty {...(total > 0 ? { title: "这一页没有调研", next: { href: to(show), label: "回到第一页" } } : empty[show])} /></section> : <OwnResearches rows={rows} label={ownShelfNames[show]} open={show === "open"} />}
      <Pager path={PATH} params={paramsOf(show)} total={total} page={page} size={PAGE} unit="次" sizes={[]} />
    </PhonePage>
  );
}
