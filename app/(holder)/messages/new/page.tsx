import type { Metadata } from "next";
import { LetterForm } from "@/components/letters/letter-form";
import { LetterPreview } from "@/components/letters/letter-preview";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { listOf } from "@/lib/delegates/filters";
import { getRosterList } from "@/lib/delegates/queries";
import { getDraft } from "@/lib/letters/queries";
import { listReaders, namesOf, previewReach } from "@/lib/letters/reach-queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "发通知" };

const crumb = [{ label: "消息", href: "/messages" }, { label: "发通知" }];

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const { letter, edit, refused, ...params } = await searchParams;
  const of = typeof letter === "string" ? await forPage(actor, getDraft(actor, letter)) : null;
  if (of && !edit) {
    return <><PageHead crumb={crumb} title="核对后发出" /><LetterPreview of={of} reached={await previewReach(actor, of.reach)} {...(typeof refused === "string" ? { refused: refused.slice(0, 200) } : {})} /></>;
  }
  // Whoever comes from the roster brings a selection along; without one the address is no list.
  const picked = params.pick !== undefined || params.all !== undefined;
  const [readers, roster] = await Promise.all([listReaders(actor), forPage(actor, getRosterList(actor, picked ? params : {}, today()))]);
  const list = picked && roster ? listOf(roster.filters) || "scope=register" : null;
  const chosen = list ? { list, ...(await namesOf(actor, list)) } : null;
  return (
    <>
      <PageHead crumb={crumb} title={of ? "修改通知" : "发通知"} />
      <div className="max-w-4xl"><Card><LetterForm readers={readers} choices={roster?.choices ?? null} chosen={chosen} {...(of ? { of } : {})} /></Card></div>
    </>
  );
}
