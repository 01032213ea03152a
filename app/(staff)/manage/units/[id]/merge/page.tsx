import type { Metadata } from "next";
import { MergeChoosing, MergePreview } from "@/components/reorganizations/merge-view";
import { unitActs } from "@/components/units/unit-acts";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getMergePlan } from "@/lib/reorganizations/queries";
import { mergeParams } from "@/lib/reorganizations/schema";
import { openTo } from "@/lib/units/policy";
import { getUnit, listParentChoices, listSiblings } from "@/lib/units/queries";

export const metadata: Metadata = { title: "合并党组织" };

export default async function Page({ params, searchParams }: PageProps<"/manage/units/[id]/merge">) {
  const actor = await requireOffice();
  const { id } = await params;
  const unit = await forPage(actor, getUnit(actor, id));
  const { label, meaning } = unitActs.MERGE;
  const head = <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, { label: unit.name, href: `/manage/units/${id}` }, { label }]} title={label} small={unit.name} />;
  if (!openTo(actor, unit).includes("MERGE")) {
    return <>{head}<Empty title={`现在不能办理“${label}”`} why="它的状态可能刚被他人改动，或它是本级党委。请返回查看最新情况。"><LinkButton href={`/manage/units/${id}`}>返回党组织</LinkButton></Empty></>;
  }
  const { into, also } = mergeParams.parse(await searchParams);
  const [choices, siblings] = await Promise.all([listParentChoices(actor, unit), listSiblings(actor, unit)]);
  const plan = into ? await forPage(actor, getMergePlan(actor, { id, intoId: into, also })) : null;
  return (
    <>
      {head}
      <p className="mb-3 text-ink-2">{meaning}</p>
      <div className="stack">
        <MergeChoosing id={id} choices={choices.filter((c) => c.depth > 0)} siblings={siblings} into={into} also={also} looking={plan !== null} />
        {plan ? <div id="preview" className="stack"><MergePreview id={id} plan={plan} today={today()} /></div> : null}
      </div>
    </>
  );
}
