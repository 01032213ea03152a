import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeForm } from "@/components/units/change-form";
import { actOf, unitActs } from "@/components/units/unit-acts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";
import { openTo } from "@/lib/units/policy";
import { getUnit, listParentChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "党组织变动" };

export default async function Page({ params }: { params: Promise<{ id: string; act: string }> }) {
  const actor = await requireOffice();
  const { id, act: slug } = await params;
  const act = actOf(slug);
  if (!act) notFound();
  const unit = await forPage(actor, getUnit(actor, id));
  const { label, meaning } = unitActs[act];
  const crumb = [{ label: "党组织", href: "/manage/units" }, { label: unit.name, href: `/manage/units/${id}` }, { label }];
  if (!openTo(actor, unit).includes(act)) {
    return <><PageHead crumb={crumb} title={label} small={unit.name} /><Empty title={`现在不能办理“${label}”`} why="它的状态可能刚被他人改动，或它是本级党委。请返回查看最新情况。"><LinkButton href={`/manage/units/${id}`}>返回党组织</LinkButton></Empty></>;
  }
  const choices = act === "MOVE" ? await listParentChoices(actor, unit) : [];
  return (
    <>
      <PageHead crumb={crumb} title={label} small={unit.name} />
      <Card className="max-w-3xl">
        <p className="mb-4 text-ink-2">{meaning}</p>
        <ChangeForm act={act} unit={unit} choices={choices} today={today()} />
      </Card>
    </>
  );
}
