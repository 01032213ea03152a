import type { Metadata } from "next";
import { CurrentForm } from "@/components/terms/current-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getCurrentTerm, getTerm } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "设为现任届次" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("OFFICE_HEAD");
  const term = await forPage(actor, getTerm(actor, (await params).id));
  const present = await getCurrentTerm(actor);
  const head = <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${term.id}` }, { label: "设为现任" }]} title="设为现任届次" small={term.name} />;
  if (term.current) return <>{head}<Empty title="这一届已是现任届次" why="不需要再办理。"><LinkButton href={`/manage/terms/${term.id}`}>返回届次</LinkButton></Empty></>;
  return (
    <>
      {head}
      <Card className="max-w-3xl">
        <p>现任届次由 <b>{present?.name ?? "（未设定）"}</b> 改为 <b>{term.name}</b>。</p>
        <p className="mt-2 text-ink-2">花名册、代表构成、党组织的人数随即按这一届显示；上一届的资料保留不变，可按届次查看。这一届现有在册代表 {term.delegates} 人。</p>
        <CurrentForm termId={term.id} from={present?.id ?? null} />
      </Card>
    </>
  );
}
