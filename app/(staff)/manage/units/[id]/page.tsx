import type { Metadata } from "next";
import { FigurePart } from "@/components/attendances/figure-part";
import { unitActs } from "@/components/units/unit-acts";
import { UnitDelegates } from "@/components/units/unit-delegates";
import { UnitHistory } from "@/components/units/unit-history";
import { UnitTree } from "@/components/units/unit-tree";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { getFigure } from "@/lib/attendances/figure-queries";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";
import { fieldNames, kindNames, yesNo } from "@/lib/units/labels";
import { may, openTo } from "@/lib/units/policy";
import { getUnit } from "@/lib/units/queries";

export const metadata: Metadata = { title: "党组织" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaff();
  const unit = await forPage(actor, getUnit(actor, (await params).id));
  const figure = await getFigure(actor, { unitPath: unit.path });
  const acts = openTo(actor, unit).filter((act) => act !== "establish");
  const adds = may(actor, "establish", unit) && !unit.activeTo;
  const facts = [
    { term: fieldNames.kind, value: kindNames[unit.kind] }, { term: fieldNames.isElecting, value: yesNo(unit.isElecting) },
    { term: fieldNames.isHandling, value: yesNo(unit.isHandling) }, { term: fieldNames.activeFrom, value: unit.activeFrom },
    ...(unit.activeTo ? [{ term: fieldNames.activeTo, value: unit.activeTo }] : []),
  ];
  return (
    <>
      <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, ...unit.above.map((u) => ({ label: u.name, href: `/manage/units/${u.id}` })), { label: unit.name }]}
        title={unit.name} kind={unit.activeTo ? <Tag tone="amber">已停用</Tag> : undefined}
        acts={acts.length > 0 ? acts.map((act) => <LinkButton key={act} href={`/manage/units/${unit.id}/${unitActs[act].slug}`} variant={act === "remove" ? "danger" : "default"}>{unitActs[act].label}</LinkButton>) : undefined} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-3">
          <Card title="基本情况"><Describe columns="two" items={facts} /></Card>
          <Card title="下级党组织" aside={<>在用 {unit.activeBelow} 个</>} bare>
            {unit.children.length > 0 ? <div className="p-2"><UnitTree branches={unit.children} label="下级党组织" levels={unit.activeBelow <= 40 ? 9 : 0} /></div> : <p className="px-5 pt-2 pb-4 text-ink-2">没有下级党组织。</p>}
            {adds ? <div className="px-5 pb-4"><LinkButton href={`/manage/units/new?parent=${unit.id}`}>在其下设立</LinkButton></div> : null}
          </Card>
        </div>
        <div className="grid gap-3">
          <UnitDelegates unitId={unit.id} terms={unit.terms} />
          <Card title="代表出席情况" aside="含下级党组织"><FigurePart figure={figure} path={`/manage/units/${unit.id}/attendance`} bare /></Card>
          <Card title="沿革" aside="新的在上"><UnitHistory history={unit.history} /></Card>
        </div>
      </div>
    </>
  );
}
