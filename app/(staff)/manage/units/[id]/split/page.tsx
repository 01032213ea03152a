import type { Metadata } from "next";
import { SplitChoosing, SplitPreview } from "@/components/reorganizations/split-view";
import { unitActs } from "@/components/units/unit-acts";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { splitParams } from "@/lib/reorganizations/schema";
import { getGivable, getSplitPlan } from "@/lib/reorganizations/split-queries";
import { openTo } from "@/lib/units/policy";
import { getUnit, listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "拆分党组织" };

export default async function Page({ params, searchParams }: PageProps<"/manage/units/[id]/split">) {
  const actor = await requireOffice();
  const { id } = await params;
  const unit = await forPage(actor, getUnit(actor, id));
  const { label, meaning } = unitActs.SPLIT;
  const head = <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, { label: unit.name, href: `/manage/units/${id}` }, { label }]} title={label} small={unit.name} />;
  if (!openTo(actor, unit).includes("SPLIT")) {
    return <>{head}<Empty title={`现在不能办理“${label}”`} why="它的状态可能刚被他人改动，或它是本级党委。请返回查看最新情况。"><LinkButton href={`/manage/units/${id}`}>返回党组织</LinkButton></Empty></>;
  }
  const { look, ...asked } = splitParams.parse(await searchParams);
  const [of, choices] = await Promise.all([forPage(actor, getGivable(actor, id)), listUnitChoices(actor)]);
  const into = { toId: asked.to ?? null, name: asked.name, kind: asked.kind ?? null, parentId: asked.parent ?? null };
  const plan = look ? await forPage(actor, getSplitPlan(actor, id, into, asked)) : null;
  return (
    <>
      {head}
      <p className="mb-3 text-ink-2">{meaning}</p>
      <div className="stack">
        <SplitChoosing of={of} asked={asked} targets={choices.filter((c) => c.depth > 0 && c.id !== id)} parents={choices} looking={plan !== null} />
        {plan ? <div id="preview" className="stack"><SplitPreview plan={plan} asked={asked} today={today()} /></div> : null}
      </div>
    </>
  );
}
