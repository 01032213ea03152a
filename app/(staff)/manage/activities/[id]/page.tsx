import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ActivityFacts, SessionTable } from "@/components/activities/activity-facts";
import { ActivityHistory } from "@/components/activities/activity-history";
import { ActivitySteps } from "@/components/activities/activity-steps";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { ListCounts } from "@/components/activities/list-counts";
import { actsOf, stepNames, type Step } from "@/components/activities/steps";
import { CancelForm, Clashes, CopyForm, PublishForm, RemoveForm } from "@/components/activities/step-forms";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { listClashes, noticeOf } from "@/lib/activities/advice-queries";
import { effects, stateNames, stateTones } from "@/lib/activities/labels";
import { countParticipations, getActivity, listHistory } from "@/lib/activities/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const acts = actsOf(found);
  const asked = (await searchParams).step;
  const step = acts.find((act) => act === asked);
  const warned = found.state === "DRAFT" || found.state === "PUBLISHED";
  const [counts, clashes, history, notice] = await Promise.all([countParticipations(actor, found.id), warned ? listClashes(actor, found) : [], listHistory(actor, found), step === "publish" ? noticeOf(actor, found) : null]);
  const here = `/manage/activities/${found.id}`;
  const forms: Record<Step, ReactNode> = { publish: <PublishForm of={found} notice={notice} />, cancel: <CancelForm of={found} />, copy: <CopyForm of={found} />, remove: <RemoveForm of={found} /> };
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, ...(step ? { href: here } : {}) }, ...(step ? [{ label: stepNames[step] }] : [])]} title={step ? stepNames[step] : found.title} {...(step ? { small: found.title } : {})}
        kind={<Tag tone={stateTones[found.state]}>{stateNames[found.state]}</Tag>}
        acts={step ? null : <>{found.can.edit && warned ? <LinkButton href={`${here}/edit`}>修改</LinkButton> : null}{acts.map((act) => <LinkButton key={act} href={`${here}?step=${act}`} {...(act === "publish" ? { variant: "primary" as const } : {})}>{stepNames[act]}</LinkButton>)}</>} />
      <ActivityTabs of={found} current="" />
      <div className="mt-3 grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          {step ? <Card><p className="mb-4 text-ink-2">{effects[step]}</p>{forms[step]}</Card> : null}
          <Clashes clashes={clashes} base="/manage/activities" />
          <ActivityFacts of={found} />
          <SessionTable of={found} />
        </div>
        <div className="stack">
          <ListCounts of={found} counts={counts} />
          <Card title="进展"><ActivitySteps of={found} /></Card>
          <ActivityHistory rows={history} />
        </div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
