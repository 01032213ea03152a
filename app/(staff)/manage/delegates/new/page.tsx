import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { formPlacesOf } from "@/lib/delegates/choices";
import { DelegateForm } from "@/components/delegates/delegate-form";
import { SamePerson } from "@/components/delegates/same-person";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { createDelegate } from "@/lib/delegates/actions";
import { delegateFilters, hrefOf } from "@/lib/delegates/filters";
import { may } from "@/lib/delegates/policy";
import { getRosterFrame, listRosterChoices } from "@/lib/delegates/queries";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "新增代表" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  if (!may(actor, "create", { committeeId: actor.committeeId })) forbidden();
  const { term } = delegateFilters.parse(await searchParams);
  const frame = await forPage(actor, getRosterFrame(actor, { term }));
  const choices = frame && await forPage(actor, listRosterChoices(actor, frame.termId));
  const roster = hrefOf("/manage/delegates", { term });
  const head = <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: roster }, { label: "新增代表" }]} title="新增代表" small={frame?.termName} />;
  if (!choices || choices.delegations.length === 0) {
    return <>{head}<Empty title={frame ? "这一届还没有代表团" : "还没有届次"} why="登记代表前，请先建立届次和代表团。" next={{ href: frame ? `/manage/terms/${frame.termId}` : "/manage/terms", label: frame ? "设置代表团" : "建立届次" }} /></>;
  }
  return (
    <>
      {head}
      <DelegateForm action={createDelegate} formKey={randomUUID()} submit="登记代表" back={roster} lists={formPlacesOf(choices)} hidden={{ termId: choices.termId }}>
        <Field name="reviewBasis" label="资格审查依据" hint="已通过资格审查的，填写会议或文件，登记后状态为“在任”；不填为“待资格审查”"><Input defaultValue="" maxLength={200} /></Field>
        <SamePerson />
      </DelegateForm>
    </>
  );
}
