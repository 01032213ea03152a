import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { formPlacesOf } from "@/lib/delegates/choices";
import { DelegateForm } from "@/components/delegates/delegate-form";
import { SamePerson } from "@/components/delegates/same-person";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { listRosterChoices } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { fillVacancy } from "@/lib/vacancies/actions";
import { eventNames, fieldNames, stateNames } from "@/lib/vacancies/labels";
import { getVacancy, type Vacancy } from "@/lib/vacancies/queries";

export const metadata: Metadata = { title: "登记补选结果" };

/** The election the delegate comes from. */
const Election = ({ of, unit }: { of: Vacancy; unit: string | null }) => (
  <Card title="补选">
    <p className="mb-4 text-ink-2">填补{of.delegate.person.name}空出的名额（{of.openedOn} 起空缺）{unit ? `，应由原选举单位“${unit}”补选产生` : ""}。保存后，当选人进入花名册，本缺额同时办结。</p>
    <div className="fields">
      <Field name="meeting" label={fieldNames.meeting} hint="如：云帆街道党员代表会议选举"><Input defaultValue="" maxLength={200} /></Field>
      <Field name="seats" label={fieldNames.seats} hint="这次选举一共补选几名"><Input type="number" min={1} max={999} defaultValue="1" className="short" /></Field>
      <Field name="candidates" label={fieldNames.candidates} hint="多出五分之一以上；补选一名时至少两人"><Input type="number" min={1} max={999} defaultValue="" className="short" /></Field>
    </div>
  </Card>
);

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireOffice();
  const of = await forPage(actor, getVacancy(actor, (await params).id));
  const here = `/manage/vacancies/${of.id}`;
  const name = displayName(of.delegate.person.name);
  const head = <PageHead crumb={[{ label: "代表" }, { label: "代表缺额", href: "/manage/vacancies" }, { label: name, href: here }, { label: eventNames.fill }]} title={eventNames.fill} small={of.termName} />;
  if (!of.open.includes("fill")) return <>{head}<Empty title="现在不能登记补选结果" why={of.current ? `这个缺额的状态是“${stateNames[of.state]}”。` : "这个缺额所在的届次不是现任届次。"} next={{ href: here, label: "返回代表缺额" }} /></>;
  const choices = await forPage(actor, listRosterChoices(actor, of.termId, of.unitId));
  const unit = of.unit.parentId ? of.unit.name : null;
  return (
    <>
      {head}
      <DelegateForm action={fillVacancy} formKey={randomUUID()} submit={eventNames.fill} back={here} lists={formPlacesOf(choices)} version={String(of.version)} hidden={{ id: of.id }} more={fieldNames}
        values={{ delegationId: of.delegationId, electionKind: "BY_ELECTION", ...(unit ? { unitId: of.unitId } : {}) }} lead={<Election of={of} unit={unit} />}>
        <Field name="reviewBasis" label="资格审查依据" hint="已通过资格审查的，填写会议或文件，登记后状态为“在任”；不填为“待资格审查”" optional><Input defaultValue="" maxLength={200} /></Field>
        <SamePerson />
      </DelegateForm>
    </>
  );
}
