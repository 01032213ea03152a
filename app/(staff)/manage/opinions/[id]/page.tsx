import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { AnswerForm, FileForm, GiveBackForm, HandForm, RecordAnswerForm, ReleaseForm, SendBackForm, SettleForm } from "@/components/opinions/opinion-forms";
import { OpinionFacts, OpinionSteps, OpinionWords } from "@/components/opinions/opinion-parts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { effects, eventNames, kindNames, stateTones } from "@/lib/opinions/labels";
import { getOpinion, listSteps } from "@/lib/opinions/queries";
import { recordParams } from "@/lib/opinions/schema";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "代表意见" };

export default async function Page({ params, searchParams }: PageProps<"/manage/opinions/[id]">) {
  const actor = await requireStaff();
  const [{ id }, asked] = [await params, recordParams.parse(await searchParams)];
  const of = await forPage(actor, getOpinion(actor, id));
  const here = `/manage/opinions/${of.id}`;
  const liaison = actor.role === "UNIT_LIAISON";
  const begun = asked.step && asked.step !== "askAgain" && of.open.includes(asked.step) ? asked.step : null;
  const units = begun === "hand" ? await listUnitChoices(actor) : [];
  const forms: Record<NonNullable<typeof begun>, () => ReactNode> = {
    hand: () => <HandForm of={of} back={here} units={units} />, settle: () => <SettleForm of={of} back={here} />, file: () => <FileForm of={of} back={here} />, giveBack: () => <GiveBackForm of={of} back={here} />, sendBack: () => <SendBackForm of={of} back={here} />,
  };
  const title = begun ? eventNames[begun] : kindNames[of.kind];
  const acts = begun ? null : (["file", "settle", "hand"] as const).filter((event) => of.open.includes(event)).map((event) => <LinkButton key={event} href={`${here}?step=${event}`} {...(event === "hand" ? { variant: "primary" as const } : {})}>{eventNames[event]}</LinkButton>);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "代表意见", href: "/manage/opinions" }, { label: of.title, ...(begun ? { href: here } : {}) }, ...(begun ? [{ label: title }] : [])]} title={title} small={of.title} kind={<Tag tone={stateTones[of.state]}>{of.stateName}</Tag>} acts={acts} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          {begun ? <Card><p className="mb-4 text-ink-2">{effects[begun]}</p>{forms[begun]()}</Card> : null}
          <OpinionWords of={of} />
          <Card title="意见" aside={liaison ? null : of.delegateId && of.name ? <Link href={`/manage/delegates/${of.delegateId}`} prefetch={false}>{displayName(of.name)}，{of.from}</Link> : of.from}><OpinionFacts of={of} columns="two" /></Card>
          {liaison ? null : <p className="text-base"><Link href={`/manage/activities/${of.activityId}/opinions`} prefetch={false} className="underline">“{of.title}”的全部意见</Link></p>}
          {!begun && of.open.includes("answer") ? <Card title={liaison ? "答复" : "登记答复"}><p className="mb-4 text-ink-2">{effects.answer}</p>{liaison ? <AnswerForm of={of} here={here} /> : <RecordAnswerForm of={of} here={here} today={today()} />}</Card> : null}
          {!begun && of.open.includes("release") ? <Card title={of.facts.personId ? "送代表" : "办结"}><p className="mb-4 text-ink-2">{of.facts.personId ? effects.release : "书面未署名，没有可以送达的代表，办结后存查。"}</p><ReleaseForm of={of} here={here} /></Card> : null}
        </div>
        <div className="stack"><Card title="办理经过"><OpinionSteps steps={await listSteps(actor, of)} /></Card><DeadlineCard actor={actor} subject={["Opinion", of.id]} /></div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
