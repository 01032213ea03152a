import type { Metadata } from "next";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { ArrangeForm, RouteForm } from "@/components/researches/arrange-forms";
import { FindingForm, FindingsCard } from "@/components/researches/finding-parts";
import { ReportStepForm, reportStepOf, reportSteps } from "@/components/researches/report-forms";
import { RemarksCard, ReportCard } from "@/components/researches/report-parts";
import { ResearchFacts, RouteCard } from "@/components/researches/research-facts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { getActivity } from "@/lib/activities/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { listGroups } from "@/lib/researches/list-queries";
import { getResearch, listFindings, listMembers, listRemarks } from "@/lib/researches/queries";
import { pageParams } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研" };

export default async function Page({ params, searchParams }: PageProps<"/manage/activities/[id]/research">) {
  const actor = await requireStaff();
  const [{ id }, { step, finding, refused }] = [await params, pageParams.parse(await searchParams)];
  const of = await forPage(actor, getResearch(actor, id));
  const [activity, findings, remarks] = await Promise.all([forPage(actor, getActivity(actor, id)), listFindings(actor, of), listRemarks(actor, of)]);
  const here = `/manage/activities/${of.id}/research`;
  const reports = reportStepOf(of, step);
  const own = findings.find((f) => f.id === finding && f.mends);
  const arranging = step === "arrange" && of.can.arrange;
  const form = arranging ? { title: "安排调研", body: <ArrangeForm of={of} here={here} groups={await listGroups(actor)} members={await listMembers(actor, of.id)} /> }
    : step === "route" && of.can.route ? { title: "编排路线", body: <RouteForm of={of} here={here} /> }
    : step === "finding" && of.can.find ? { title: own ? "修改所见" : "记录所见", body: <FindingForm of={of} here={here} {...(own ? { finding: own } : {})} /> }
    : reports ? { title: reportSteps[reports], body: <ReportStepForm step={reports} of={of} here={here} {...(refused ? { refused } : {})} /> } : null;
  const crumb = [{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: of.title, href: `/manage/activities/${of.id}` }, { label: "调研", ...(form ? { href: here } : {}) }];
  return (
    <>
      <PageHead crumb={[...crumb, ...(form ? [{ label: form.title }] : [])]} title={form?.title ?? "调研"} small={of.title}
        acts={form ? null : <>{of.can.arrange ? <LinkButton href={`${here}?step=arrange`}>安排调研</LinkButton> : null}{of.can.route ? <LinkButton href={`${here}?step=route`}>编排路线</LinkButton> : null}</>} />
      <ActivityTabs of={activity} current="/research" />
      {form ? <Card className="mt-3">{form.body}</Card> : (
        <div className="mt-3 grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="stack">
            <Card title={of.topic}><ResearchFacts of={of} columns="two" /></Card>
            <ReportCard of={of} here={here} />
            <RemarksCard of={of} here={here} remarks={remarks} />
            {of.inside ? <FindingsCard of={of} here={here} findings={findings} {...(finding ? { at: finding } : {})} {...(refused ? { refused } : {})} /> : null}
          </div>
          <div className="stack"><RouteCard of={of} {...(of.can.route ? { next: { href: `${here}?step=route`, label: "编排路线" } } : {})} /><DeadlineCard actor={actor} subject={["Activity", of.id]} /></div>
        </div>
      )}
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
