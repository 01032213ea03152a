import type { Metadata } from "next";
import { EnrolForm, ReplyForm, slugs, StepForm } from "@/components/participations/own-forms";
import { OwnFacts, OwnFiles, OwnSessions, OwnTexts, StandingNotice } from "@/components/participations/own-parts";
import { effects, stepTitles } from "@/components/participations/own-words";
import { OwnOccasionCard } from "@/components/opinions/opinion-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listFiles } from "@/lib/activities/file-queries";
import { getActivity } from "@/lib/activities/queries";
import { getOwnOccasion } from "@/lib/opinions/occasion-queries";
import { listOpinions } from "@/lib/opinions/queries";
import { getOwnStanding } from "@/lib/participations/own-queries";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireDelegate();
  const [{ id }, { step: asked }] = [await params, await searchParams];
  const of = await forPage(actor, getActivity(actor, id));
  const standing = await getOwnStanding(actor, of);
  const { own, steps, clashes } = standing;
  const here = `/my/activities/${of.id}`;
  const step = steps.find((s) => slugs[s] === asked);
  if (own && step && step !== "enrol") {
    return <PhonePage title={stepTitles[step]} back={here}><Card title={of.title}><p className="mb-4 text-ink-2">{effects[step]}</p><StepForm step={step} own={own} clashes={clashes} back={here} /></Card></PhonePage>;
  }
  const inPlace = steps.includes("reply") && own && own.state !== "DECLINED";
  const apart = steps.filter((s) => slugs[s] && !(inPlace && s === "reply"));
  const [{ files }, occasion] = await Promise.all([listFiles(actor, of.id), getOwnOccasion(actor, of.id)]);
  const given = occasion ? (await listOpinions(actor, { activity: of.id, state: undefined, page: 1 })).rows : [];
  return (
    <PhonePage title="活动" back="/my/activities">
      <div className="stack">
        <StandingNotice of={of} standing={standing} />
        <OwnFacts of={of} standing={standing} />
        {inPlace ? <Card title={stepTitles.reply}><p className="mb-4 text-ink-2">{effects.reply}</p><ReplyForm own={own} clashes={clashes} /></Card> : null}
        {steps.includes("enrol") ? <Card title={stepTitles.enrol}><p className="mb-4 text-ink-2">{effects.enrol}</p><EnrolForm activityId={of.id} clashes={clashes} /></Card> : null}
        <OwnOccasionCard occasion={occasion} rows={given} />
        {of.kind === "RESEARCH" && own && of.state !== "CANCELLED" && !["CANCELLED", "WITHDRAWN", "DECLINED"].includes(own.state) ? <LinkButton href={`/my/researches/${of.id}`} wide>路线、所见和报告</LinkButton> : null}
        <OwnTexts of={of} />
        <OwnSessions of={of} />
        <OwnFiles of={of} files={files} />
        {apart.length > 0 ? <div className="grid gap-3">{apart.map((s) => <LinkButton key={s} href={`${here}?step=${slugs[s] ?? ""}`} wide {...(s === "reply" ? { variant: "primary" as const } : {})}>{s === "reply" ? "改为参加" : stepTitles[s]}</LinkButton>)}</div> : null}
      </div>
    </PhonePage>
  );
}
