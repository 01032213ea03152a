import type { Metadata } from "next";
import { DelegationField, PlaceForm, RenameField } from "@/components/terms/place-forms";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { removeGroup, renameGroup, setGroupDelegation } from "@/lib/terms/actions";
import { getGroup, getTerm, listDelegations } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "修改代表小组" };

export default async function Page({ params }: { params: Promise<{ id: string; group: string }> }) {
  const actor = await requireOffice();
  const { id, group: groupId } = await params;
  const [term, row, delegations] = await forPage(actor, Promise.all([getTerm(actor, id), getGroup(actor, id, groupId), listDelegations(actor, id)]));
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${id}` }, { label: row.name }]} title={row.name} small={`在册代表 ${row.delegates} 人`} />
      <div className="grid max-w-3xl gap-3">
        <Card title="更名"><PlaceForm place={row} action={renameGroup} submit="保存名称" id="rename"><RenameField name={row.name} /></PlaceForm></Card>
        <Card title="所属代表团"><PlaceForm place={row} action={setGroupDelegation} submit="保存所属代表团" id="delegation"><DelegationField delegations={delegations.map((d) => ({ value: d.id, label: d.name }))} delegationId={row.delegationId} /></PlaceForm></Card>
        <Card title="删除代表小组">
          <p className="text-ink-2">小组里没有代表时才能删除。</p>
          <PlaceForm place={row} action={removeGroup} submit="删除这个小组" id="remove" danger />
        </Card>
      </div>
    </>
  );
}
