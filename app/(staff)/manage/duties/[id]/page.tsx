import type { Metadata } from "next";
import Link from "next/link";
import { listNameable } from "@/lib/contacts/queries";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { DutyForm } from "@/components/duties/duty-form";
import { DutyFacts, DutySteps, DutyWords } from "@/components/duties/duty-parts";
import { PhotoPart } from "@/components/duties/photo-part";
import { ApproveForm, OpenForm, RejectForm, RemoveForm, RevokeForm, SettleForm, WithdrawForm } from "@/components/duties/step-forms";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { getDelegate } from "@/lib/delegates/queries";
import { effects, eventNames, openWords, stateNames, stateTones } from "@/lib/duties/labels";
import { listLastPlaces } from "@/lib/duties/own-queries";
import { countPhotosAllowed, takesPhotos } from "@/lib/duties/photo-queries";
import { getDuty, listSteps } from "@/lib/duties/queries";
import { recordParams } from "@/lib/duties/schema";
import { beginsOn, formValuesOf } from "@/lib/duties/written";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "履职记录" };

const titles = { edit: "修改履职", reject: eventNames.reject, revoke: eventNames.revoke };

export default async function Page({ params, searchParams }: PageProps<"/manage/duties/[id]">) {
  const actor = await requireStaff();
  const [{ id }, asked] = [await params, recordParams.parse(await searchParams)];
  const of = await forPage(actor, getDuty(actor, id));
  const { step, refused } = asked;
  const here = `/manage/duties/${of.id}`;
  const name = displayName(of.name);
  const begun = step === "edit" && of.mends ? step : (step === "reject" || step === "revoke") && of.open.includes(step) ? step : null;
  const crumb = [{ label: "履职" }, { label: "履职记录", href: "/manage/duties" }, { label: name, ...(begun ? { href: here } : {}) }, ...(begun ? [{ label: titles[begun] }] : [])];
  const acts = begun ? null : (
    <>
      {of.open.includes("revoke") ? <LinkButton href={`${here}?step=revoke`}>撤销</LinkButton> : null}
      {of.mends ? <LinkButton href={`${here}?step=edit`} variant="primary">{of.state === "DRAFT" ? "修改、提交" : "修改后再次提交"}</LinkButton> : null}
    </>
  );
  const d = begun === "edit" ? await forPage(actor, getDelegate(actor, of.delegateId)) : null;
  return (
    <>
      <PageHead crumb={crumb} title={begun ? titles[begun] : of.title} small={name} kind={<Tag tone={stateTones[of.state]}>{stateNames[of.state]}</Tag>} acts={acts} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          <DutyWords of={of} />
          {begun === "reject" ? <Card><p className="mb-4 text-ink-2">{effects.reject}</p><RejectForm of={of} back={here} /></Card> : null}
          {begun === "revoke" ? <Card><p className="mb-4 text-ink-2">{effects.revoke}</p><RevokeForm of={of} back={here} /></Card> : null}
          {d ? <Card><DutyForm to={{ act: "edit", id: of.id, version: of.version }} kind={of.kind} values={formValuesOf(of)} places={await listLastPlaces(actor, of.delegateId)} contacts={await listNameable(actor, of.delegateId)} named={of.named} today={today()} begins={beginsOn(d)} /></Card> : (
            <>
              <Card title="履职内容" aside={<Link href={`/manage/delegates/${of.delegateId}`} prefetch={false}>{name}，{of.delegate.delegation.name}</Link>}><DutyFacts of={of} columns="two" /></Card>
              <Card title="照片" aside={`${of.photos.length} 张`} id="photos"><PhotoPart of={of} at={here} takes={takesPhotos(of)} most={await countPhotosAllowed(actor, of)} {...(refused ? { refused } : {})} /></Card>
            </>
          )}
          {!begun && of.open.includes("approve") ? <Card title="审核">{of.openedAt ? <><p className="mb-4 text-ink-2">{effects.approve}</p><ApproveForm of={of} here={here} /></> : <><p className="text-ink-2">{openWords}</p><OpenForm of={of} /></>}</Card> : null}
          {!begun && of.settles ? <Card title="答复异议"><SettleForm of={of} /></Card> : null}
          {!begun && of.open.includes("withdraw") ? <WithdrawForm of={of} /> : null}
          {!begun && of.removes ? <RemoveForm of={of} /> : null}
        </div>
        <div className="stack"><Card title="办理经过"><DutySteps steps={await listSteps(actor, of)} /></Card><DeadlineCard actor={actor} subject={["Duty", of.id]} /></div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
