import type { Metadata } from "next";
import { listNameable } from "@/lib/contacts/queries";
import { DutyForm } from "@/components/duties/duty-form";
import { DutyFacts, DutySteps, DutyWords } from "@/components/duties/duty-parts";
import { ChosenKind } from "@/components/duties/kind-rows";
import { PhotoPart } from "@/components/duties/photo-part";
import { ConfirmForm, DisputeForm, RemoveForm, WithdrawForm } from "@/components/duties/step-forms";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { getDelegate } from "@/lib/delegates/queries";
import { refusals, sentWords, stateNames, stateTones } from "@/lib/duties/labels";
import { listLastPlaces } from "@/lib/duties/own-queries";
import { countPhotosAllowed, takesPhotos } from "@/lib/duties/photo-queries";
import { getDuty, listSteps } from "@/lib/duties/queries";
import { recordParams } from "@/lib/duties/schema";
import { beginsOn, formValuesOf } from "@/lib/duties/written";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "履职记录" };

export default async function Page({ params, searchParams }: PageProps<"/my/duties/[id]">) {
  const actor = await requireDelegate();
  const [{ id }, { step, done, refused }] = [await params, recordParams.parse(await searchParams)];
  const of = await forPage(actor, getDuty(actor, id));
  const here = `/my/duties/${of.id}`;
  if (step === "edit" && of.mends) {
    const d = await forPage(actor, getDelegate(actor, of.delegateId));
    return (
      <PhonePage title="修改履职" back={here}>
        {of.state === "REJECTED" ? <div className="mb-3"><DutyWords of={of} /></div> : null}
        <ChosenKind kind={of.kind} />
        <DutyForm to={{ act: "edit", id: of.id, version: of.version }} kind={of.kind} values={formValuesOf(of)} places={await listLastPlaces(actor, of.delegateId)} contacts={await listNameable(actor, of.delegateId)} named={of.named} today={today()} begins={beginsOn(d)} />
      </PhonePage>
    );
  }
  if (step === "dispute" && of.answers) return <PhonePage title="提出异议" back={here}><Card title={of.title}><DisputeForm of={of} back={here} /></Card></PhonePage>;
  const own = of.origin === "OWN" || of.origin === "BEHALF";
  return (
    <PhonePage title="履职记录" back="/my/duties">
      <div className="stack">
        {done && (of.state === "DRAFT" || (of.state === "SUBMITTED" && takesPhotos(of))) ? <div role="status"><Notice tone="done" title={of.state === "DRAFT" ? "已存为草稿" : "已提交"}>{sentWords[of.state]}</Notice></div> : null}
        <DutyWords of={of} />
        <Card title={of.title} aside={<Tag tone={stateTones[of.state]}>{stateNames[of.state]}</Tag>}><DutyFacts of={of} /></Card>
        {of.mends ? <LinkButton href={`${here}?step=edit`} variant="primary" wide>{of.state === "DRAFT" ? "修改、提交" : "修改后再次提交"}</LinkButton> : null}
        {of.answers && own ? <Card title="请您确认"><p className="mb-3 text-ink-2">这一条由联络员{of.authorName}代您填写。请核对是否属实。</p><ConfirmForm of={of} here={here} /></Card> : null}
        {of.answers && !own ? <LinkButton href={`${here}?step=dispute`} wide>与事实不符，提出异议</LinkButton> : null}
        <Card title="照片" id="photos"><PhotoPart of={of} at={here} takes={takesPhotos(of)} most={await countPhotosAllowed(actor, of)} {...(refused ? { refused } : {})} /></Card>
        <Card title="办理经过"><DutySteps steps={await listSteps(actor, of)} /></Card>
        {of.open.includes("withdraw") ? <WithdrawForm of={of} /> : null}
        {of.origin === "OWN" && of.state === "SUBMITTED" && of.openedAt ? <p className="text-base text-ink-3">{refusals.opened}</p> : null}
        {of.removes ? <RemoveForm of={of} /> : null}
        {of.origin === "OWN" && of.state !== "DRAFT" ? <LinkButton href={`/my/duties/new?copy=${of.id}`} wide>照这一条再记</LinkButton> : null}
      </div>
    </PhonePage>
  );
}
