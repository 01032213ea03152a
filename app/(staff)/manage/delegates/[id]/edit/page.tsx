import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { formPlacesOf } from "@/lib/delegates/choices";
import { EndingGrants } from "@/components/delegates/ending-grants";
import { DelegateForm } from "@/components/delegates/delegate-form";
import { PageHead } from "@/components/ui/page-head";
import { editDelegate } from "@/lib/delegates/actions";
import { listBack, STAFF_LIST, withBack } from "@/lib/delegates/list-back";
import { may } from "@/lib/delegates/policy";
import { getDelegate, listRosterChoices } from "@/lib/delegates/queries";
import { unitGrantsEnding } from "@/lib/delegates/unit-grants-queries";
import { formValuesOf } from "@/lib/delegates/written";
import { displayName } from "@/lib/platform/chinese/name";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "修改代表资料" };

export default async function Page({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  if (!may(actor, "edit", d)) forbidden();
  const choices = await forPage(actor, listRosterChoices(actor, d.termId, d.unit.parentId ? d.unitId : undefined));
  const back = listBack((await searchParams).back);
  const here = withBack(`${STAFF_LIST}/${d.id}`, back);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: displayName(d.person.name), href: here }, { label: "修改资料" }]} title="修改代表资料" small={d.term.name} />
      <EndingGrants grants={await unitGrantsEnding(actor, d)} when="选举单位改为其他单位的，保存后" />
      <DelegateForm action={editDelegate} formKey={randomUUID()} submit="保存资料" back={here} lists={formPlacesOf(choices)} values={formValuesOf(d)} flags={d.flags}
        version={`${d.version}.${d.person.version}`} hidden={{ id: d.id, back }} />
    </>
  );
}
