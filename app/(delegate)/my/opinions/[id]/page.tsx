import type { Metadata } from "next";
import { AcknowledgeForm, AskAgainForm, WithdrawForm } from "@/components/opinions/opinion-forms";
import { OpinionFacts, OpinionSteps, OpinionWords } from "@/components/opinions/opinion-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { effects, kindNames, stateTones } from "@/lib/opinions/labels";
import { getOpinion, listSteps } from "@/lib/opinions/queries";
import { recordParams } from "@/lib/opinions/schema";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "会后意见" };

export default async function Page({ params, searchParams }: PageProps<"/my/opinions/[id]">) {
  const actor = await requireDelegate();
  const [{ id }, { step, done }] = [await params, recordParams.parse(await searchParams)];
  const of = await forPage(actor, getOpinion(actor, id));
  const here = `/my/opinions/${of.id}`;
  if (step === "askAgain" && of.open.includes("askAgain")) {
    return <PhonePage title="再次提出" back={here}><Card title={of.title}><p className="mb-4 text-ink-2">{effects.askAgain}</p><AskAgainForm of={of} back={here} /></Card></PhonePage>;
  }
  return (
    <PhonePage title={kindNames[of.kind]} back="/my/opinions">
      <div className="stack">
        {done && of.state === "SUBMITTED" ? <div role="status"><Notice tone="done" title="已提交">组织部交办和答复后会给您发消息。交办之前可以撤回。</Notice></div> : null}
        <OpinionWords of={of} />
        {of.open.includes("acknowledge") ? <Card title="看过答复以后"><p className="mb-3 text-ink-2">{of.open.includes("askAgain") ? `${effects.acknowledge}问题没有解决的，可以再次提出一次。` : effects.acknowledge}</p><AcknowledgeForm of={of} here={here} /></Card> : null}
        <Card title={of.title} aside={<Tag tone={stateTones[of.state]}>{of.stateName}</Tag>}><OpinionFacts of={of} /></Card>
        <Card title="办理经过"><OpinionSteps steps={await listSteps(actor, of)} /></Card>
        {of.open.includes("withdraw") ? <WithdrawForm of={of} /> : null}
      </div>
    </PhonePage>
  );
}
