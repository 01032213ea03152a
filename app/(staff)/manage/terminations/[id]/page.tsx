import type { Metadata } from "next";
import Link from "next/link";
import { EndingGrants } from "@/components/delegates/ending-grants";
import { PaperForm, PaperList } from "@/components/papers/paper-parts";
import { slugs, StepForm } from "@/components/terminations/step-form";
import { TerminationSteps } from "@/components/terminations/termination-steps";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { causeNames, statusNames } from "@/lib/delegates/labels";
import { getDelegate } from "@/lib/delegates/queries";
import { unitGrantsEnding } from "@/lib/delegates/unit-grants-queries";
import { may } from "@/lib/papers/policy";
import { listCasePapers } from "@/lib/papers/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { effects, eventNames, stateNames, stateTones } from "@/lib/terminations/labels";
import { getTermination } from "@/lib/terminations/queries";

export const metadata: Metadata = { title: "资格终止" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getTermination(actor, (await params).id));
  const { step, refused } = await searchParams;
  const facts = { committeeId: found.committeeId, unitId: found.unitId, proposed: found.state === "PROPOSED" };
  const papers = await listCasePapers(actor, found.id);
  const event = found.open.find((e) => slugs[e] === step);
  const here = `/manage/terminations/${found.id}`;
  const name = displayName(found.name);
  const acts = event ? null : found.open.map((e, i) => <LinkButton key={e} href={`${here}?step=${slugs[e]}`} {...(i === 0 ? { variant: "primary" } : {})}>{eventNames[e]}</LinkButton>);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "资格终止", href: "/manage/terminations" }, { label: name, ...(event ? { href: here } : {}) }, ...(event ? [{ label: eventNames[event] }] : [])]} title={event ? eventNames[event] : "资格终止"} small={name}
        kind={<Tag tone={stateTones[found.state]}>{stateNames[found.state]}</Tag>} acts={acts} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          {event ? <Card><p className="mb-4 text-ink-2">{effects[event]}</p>{event === "decideYes" ? <EndingGrants grants={await unitGrantsEnding(actor, await forPage(actor, getDelegate(actor, found.delegateId)))} when="登记后" /> : null}<StepForm event={event} of={found} today={today()} /></Card> : null}
          <Card title="提出的内容">
            <Describe items={[
              { term: "代表", value: <Link href={`/manage/delegates/${found.delegateId}`} prefetch={false}>{name}</Link> }, { term: "现在的状态", value: statusNames[found.status] }, { term: "代表团", value: found.delegate.delegation.name },
              { term: "选举单位", value: found.unit.name }, { term: "原因", value: causeNames[found.cause] }, { term: "事实与依据", value: <span className="whitespace-pre-line">{found.grounds}</span> },
            ]} />
          </Card>
          <Card title="依据附件" aside={`${papers.length} 份`} id="papers">
            {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={String(refused).slice(0, 300)} /></div> : null}
            <PaperList papers={papers} removes={may(actor, "remove", facts)} back={here} />
            {may(actor, "attach", facts) ? <PaperForm action={`${here}/papers`} /> : null}
          </Card>
        </div>
        <div className="stack"><Card title="办理经过"><TerminationSteps of={found} /></Card><DeadlineCard actor={actor} subject={["TerminationCase", found.id]} /></div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
