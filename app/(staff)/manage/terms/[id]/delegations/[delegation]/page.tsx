import type { Metadata } from "next";
import { PlaceForm, RenameField, UnitField } from "@/components/terms/place-forms";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { removeDelegation, renameDelegation, setDelegationUnit } from "@/lib/terms/actions";
import { getDelegation, getTerm } from "@/lib/terms/queries";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "修改代表团" };

export default async function Page({ params }: { params: Promise<{ id: string; delegation: string }> }) {
  const actor = await requireOffice();
  const { id, delegation: delegationId } = await params;
  const [term, row] = await forPage(actor, Promise.all([getTerm(actor, id), getDelegation(actor, id, delegationId)]));
  const units = await listUnitChoices(actor, { electing: true, ...(row.unitId ? { keep: row.unitId } : {}) });
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${id}` }, { label: row.name }]} title={row.name} small={`在册代表 ${row.delegates} 人`} />
      <div className="grid max-w-3xl gap-3">
        <Card title="更名"><PlaceForm place={row} action={renameDelegation} submit="保存名称" id="rename"><RenameField name={row.name} /></PlaceForm></Card>
        <Card title="对应的选举单位">
          <PlaceForm place={row} action={setDelegationUnit} submit="保存选举单位" id="unit"><UnitField units={units.map((u) => ({ value: u.id, label: u.name }))} unitId={row.unitId} /></PlaceForm>
          <p className="mt-3 text-sm text-ink-3">已登记代表的选举单位不随之改变，需要时在代表资料中修改。</p>
        </Card>
        <Card title="删除代表团">
          <p className="text-ink-2">代表团里没有代表和小组时才能删除。</p>
          <PlaceForm place={row} action={removeDelegation} submit="删除这个代表团" id="remove" danger />
        </Card>
      </div>
    </>
  );
}
